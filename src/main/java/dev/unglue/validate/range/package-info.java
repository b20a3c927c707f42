/**
 * Rules that hold one number of a page against the range of its attribute.
 *
 * <p>In: a {@link dev.unglue.model.page.ParsedPage}. Out: outcomes. May use {@code model} and
 * {@code validate.rule}. Every attribute with a hard range is watched by exactly one of these
 * rules, so that no value out of range passes without a flag.
 */
@NullMarked
package dev.unglue.validate.range;

import org.jspecify.annotations.NullMarked;
