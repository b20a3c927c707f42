/**
 * The tables of a page: one reader class a layout, one common result.
 *
 * <p>In: the lines of a page, or its HTML. Out: {@link dev.unglue.model.page.PageTable}s whose
 * labels, cells and headers know their places. Pure; may use {@code model}, {@code text}, jsoup and
 * {@code extract.text}.
 */
@NullMarked
package dev.unglue.extract.table;

import org.jspecify.annotations.NullMarked;
