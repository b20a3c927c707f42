/**
 * A capture as lines in reading order, whatever it came as.
 *
 * <p>In: a {@link dev.unglue.model.page.Capture}, plain or HTML. Out: a {@link
 * dev.unglue.model.page.PageText} whose lines know their place in the capture. May use {@code
 * model}, {@code text} and jsoup; no files, no clock.
 */
@NullMarked
package dev.unglue.extract.text;

import org.jspecify.annotations.NullMarked;
