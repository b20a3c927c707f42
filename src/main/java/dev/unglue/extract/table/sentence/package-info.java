/**
 * Tables whose cells are sentences that a blank, or a line break, parts.
 *
 * <p>In: lines that no other table took, and the names of the title. Out: tables whose rows are
 * cut. Pure; may use {@code model}, {@code text}, {@code extract.text} and {@code
 * extract.table.label}.
 */
@NullMarked
package dev.unglue.extract.table.sentence;

import org.jspecify.annotations.NullMarked;
