/**
 * What speaks for or against a reading: one class a source of evidence, and the learned weights by
 * which they are added up.
 *
 * <p>In: a question and one of its readings. Out: a weight, the logarithm of how much likelier the
 * reading has become. Pure; may use {@code model}, {@code text} and {@code split.candidate}.
 */
@NullMarked
package dev.unglue.split.evidence;

import org.jspecify.annotations.NullMarked;
