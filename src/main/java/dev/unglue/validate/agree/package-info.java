/**
 * Rules that hold two statements of one page against each other.
 *
 * <p>In: a {@link dev.unglue.model.page.ParsedPage}. Out: outcomes. May use {@code model} and
 * {@code validate.rule}.
 */
@NullMarked
package dev.unglue.validate.agree;

import org.jspecify.annotations.NullMarked;
