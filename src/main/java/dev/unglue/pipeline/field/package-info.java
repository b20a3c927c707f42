/**
 * A configuration for a field of one's own, proposed from its pages: labels, types, units and the
 * ranges that were seen.
 *
 * <p>In: pages. Out: a folder that is ready to edit, by which these pages are read no worse than
 * without. May use {@code config}, {@code normalize} and {@code pipeline.parse}.
 */
@NullMarked
package dev.unglue.pipeline.field;

import org.jspecify.annotations.NullMarked;
