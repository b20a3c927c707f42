/**
 * What every rule is made of: its contract, its description and the words of its flags.
 *
 * <p>In: records of {@code model}. Out: {@link dev.unglue.validate.rule.RuleFindings}. May use
 * {@code model} and {@code text}.
 */
@NullMarked
package dev.unglue.validate.rule;

import org.jspecify.annotations.NullMarked;
