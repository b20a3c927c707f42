/**
 * What another configuration, or another version of the program, would read otherwise.
 *
 * <p>In: pages as two readings give them. Out: every value that differs. Loads nothing. May use
 * {@code config}, {@code raw} and {@code pipeline.parse}.
 */
@NullMarked
package dev.unglue.pipeline.shadow;

import org.jspecify.annotations.NullMarked;
