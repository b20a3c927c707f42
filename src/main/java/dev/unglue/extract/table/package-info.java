/**
 * What has the shape of a table: one reader class a layout, one common result.
 *
 * <p>In: the lines of a page, or the grids of its HTML. Out: a {@link
 * dev.unglue.extract.table.FoundTable}, whose tables are told by {@code role} once the page's
 * subjects are known. Pure; may use {@code model}, {@code text}, {@code extract.text}, {@code
 * extract.html} and its own sub-packages.
 */
@NullMarked
package dev.unglue.extract.table;

import org.jspecify.annotations.NullMarked;
