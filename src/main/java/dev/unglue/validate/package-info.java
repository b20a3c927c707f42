/**
 * Rules: what does not agree becomes a flag.
 *
 * <p>In: parsed pages, the sightings of a subject, groups of pages that compare the same subjects.
 * Out: {@link dev.unglue.model.page.Flag}s and a {@link dev.unglue.validate.Tally}. May use {@code
 * model}. {@link dev.unglue.validate.Rules} is the plain list of rules, {@link
 * dev.unglue.validate.RuleBook} runs them; the rules themselves lie in {@code shape}, {@code
 * range}, {@code agree} and {@code cross}, one class a rule.
 */
@NullMarked
package dev.unglue.validate;

import org.jspecify.annotations.NullMarked;
