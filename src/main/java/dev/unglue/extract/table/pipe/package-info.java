/**
 * Cells that pipes part or close, on one line or on several.
 *
 * <p>In: lines with pipes. Out: the cells of each, and rows joined of several lines. Pure; may use
 * {@code model}, {@code text}, {@code extract.text}, {@code extract.table.label} and {@code
 * extract.table.role}.
 */
@NullMarked
package dev.unglue.extract.table.pipe;

import org.jspecify.annotations.NullMarked;
