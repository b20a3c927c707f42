/**
 * Pages from their captures to their flags, on all cores: what a run does for each page, and all
 * that a parse job does.
 *
 * <p>In: captures. Out: a {@link dev.unglue.pipeline.parse.PageResult} for each, in their order.
 * May use {@code config}, {@code raw}, {@code page}, {@code validate} and what they use.
 */
@NullMarked
package dev.unglue.pipeline.parse;

import org.jspecify.annotations.NullMarked;
