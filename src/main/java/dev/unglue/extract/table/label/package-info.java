/**
 * What makes a line a row at a glance: known labels, names of subjects, values.
 *
 * <p>In: the catalogue's labels, the names of a title. Out: answers about single lines. Pure; may
 * use {@code model} and {@code text}.
 */
@NullMarked
package dev.unglue.extract.table.label;

import org.jspecify.annotations.NullMarked;
