/**
 * What the rows and columns of a table are: header, label, cell of a subject, note.
 *
 * <p>In: a {@link dev.unglue.extract.table.role.CellGrid} and what the page tells. Out: {@link
 * dev.unglue.model.page.PageTable}s with labels on the left and subjects above, or a table that is
 * left open. Pure; may use {@code model}, {@code text} and {@code extract.table.label}.
 */
@NullMarked
package dev.unglue.extract.table.role;

import org.jspecify.annotations.NullMarked;
