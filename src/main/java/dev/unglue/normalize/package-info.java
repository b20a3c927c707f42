/**
 * Labels to attributes, cells to typed values with units.
 *
 * <p>In: split cells and mentions. Out: observations. Pure; may use {@code model} and {@code text}.
 */
@NullMarked
package dev.unglue.normalize;

import org.jspecify.annotations.NullMarked;
