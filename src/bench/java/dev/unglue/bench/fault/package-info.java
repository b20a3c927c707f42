/**
 * Proves the rules: plants one fault of a known kind into clean generated pages, in each layout in
 * which it can be made, and checks that exactly the right rule speaks, of the right cell.
 *
 * <p>In: a catalogue, forms of statements and a source of chance. Out: tables. Pure; may use {@code
 * bench.page}, {@code pipeline}, {@code resolve}, {@code validate} and {@code model}.
 */
@NullMarked
package dev.unglue.bench.fault;

import org.jspecify.annotations.NullMarked;
