/**
 * Rules: what does not agree becomes a flag.
 *
 * <p>In: parsed pages, the sightings of a subject, groups of pages that compare the same subjects.
 * Out: {@link dev.unglue.model.page.Flag}s and a {@link dev.unglue.validate.Tally}. May use {@code
 * model}, {@code text} and its own sub-packages. {@link dev.unglue.validate.Rules} is the plain
 * list of rules, {@link dev.unglue.validate.RuleBook} runs them; the rules themselves lie in {@code
 * shape}, {@code range}, {@code agree}, {@code cross} and {@code drift}: those on one matter in one
 * class, each above the code that checks it.
 */
@NullMarked
package dev.unglue.validate;

import org.jspecify.annotations.NullMarked;
