/**
 * Tables of any kind whose cells have run together and whose labels nobody knows: finds them among
 * the lines that no reader took, and cuts their rows.
 *
 * <p>In: lines of a page. Out: a {@link dev.unglue.split.open.OpenTable} with a decision on each
 * row. Pure; may use {@code model}, {@code text} and {@code split.open.feature}.
 */
@NullMarked
package dev.unglue.split.open;

import org.jspecify.annotations.NullMarked;
