/**
 * What is seen of the rows of open tables: places where a cell may end, the shape of a text, how
 * alike rows are, and the learned weights of all that.
 *
 * <p>In: a text, or cells beside each other. Out: features by name, with their amount. Pure; may
 * use {@code model} and {@code text}.
 */
@NullMarked
package dev.unglue.split.open.feature;

import org.jspecify.annotations.NullMarked;
