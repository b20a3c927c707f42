/**
 * The splitting engine: text whose cells have run together, into cells (design, section 3).
 *
 * <p>In: a {@link dev.unglue.split.Question}. Out: a {@link dev.unglue.split.Split} with every
 * reading that remains and what spoke for it. Pure; may use {@code model} only.
 */
@NullMarked
package dev.unglue.split;

import org.jspecify.annotations.NullMarked;
