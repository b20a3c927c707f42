/**
 * The pieces of a row that may be its cells: where they may end, of what form they are, and which
 * words stand beside each other in all rows.
 *
 * <p>In: the text of rows. Out: {@link dev.unglue.split.open.piece.RowPieces}. Pure; may use {@code
 * model} and {@code text}.
 */
@NullMarked
package dev.unglue.split.open.piece;

import org.jspecify.annotations.NullMarked;
