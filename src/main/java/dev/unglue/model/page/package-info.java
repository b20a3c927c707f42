/**
 * One page on its way: from a {@link dev.unglue.model.page.Capture} over tables and mentions to a
 * {@link dev.unglue.model.page.ParsedPage} with its observations and flags, and what people have
 * decided of it.
 *
 * <p>In: a capture. Out: what each stage hands to the next. May use the JDK, {@code text}, {@code
 * model.value} and {@code model.field}.
 */
@NullMarked
package dev.unglue.model.page;

import org.jspecify.annotations.NullMarked;
