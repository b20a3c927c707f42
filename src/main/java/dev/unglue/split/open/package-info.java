/**
 * Tables of any kind whose cells have run together and whose labels nobody knows: finds them among
 * the lines that no reader took, and decides their rows together, by what all of them show.
 *
 * <p>In: lines of a page. Out: a {@link dev.unglue.split.open.OpenTable} with a decision on each
 * row. Pure; may use {@code model}, {@code text} and {@code split.open.piece}.
 */
@NullMarked
package dev.unglue.split.open;

import org.jspecify.annotations.NullMarked;
