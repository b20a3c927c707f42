/**
 * Rules that compare what a run has measured on a source with the good runs before it.
 *
 * <p>In: {@link dev.unglue.model.run.RunMetrics}. Out: flags. May use {@code model} and the package
 * of rules.
 */
@NullMarked
package dev.unglue.validate.drift;

import org.jspecify.annotations.NullMarked;
