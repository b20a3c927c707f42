/**
 * Lists of things whose cells have run together and whose labels nobody knows: finds one among the
 * lines that no reader took, and decides its rows together, by what its columns show.
 *
 * <p>In: lines of a page. Out: a {@link dev.unglue.split.open.OpenTable} with a decision on each
 * row. Pure; may use {@code model}, {@code text}, {@code split.open} and {@code split.list.piece}.
 */
@NullMarked
package dev.unglue.split.list;

import org.jspecify.annotations.NullMarked;
