/**
 * The splitting engine: text whose cells have run together, into cells.
 *
 * <p>In: a {@link dev.unglue.split.candidate.Question}. Out: a {@link dev.unglue.split.Split} with
 * every reading that remains and what spoke for it. Pure; may use {@code model}, {@code text} and
 * its own sub-packages.
 */
@NullMarked
package dev.unglue.split;

import org.jspecify.annotations.NullMarked;
