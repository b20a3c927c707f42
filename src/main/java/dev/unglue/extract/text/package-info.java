/**
 * A capture of text or Markdown as lines in reading order, and what marks, entities and notes mean
 * in a line, whatever it came from.
 *
 * <p>In: a {@link dev.unglue.model.page.Capture}. Out: a {@link dev.unglue.model.page.PageText}
 * whose lines know their place in the capture. May use {@code model}, {@code text} and jsoup; no
 * files, no clock.
 */
@NullMarked
package dev.unglue.extract.text;

import org.jspecify.annotations.NullMarked;
