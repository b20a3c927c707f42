/**
 * Labels to attributes, cells to typed values with units.
 *
 * <p>In: split cells and mentions. Out: observations. Pure; may use {@code model} only.
 */
@NullMarked
package dev.unglue.normalize;

import org.jspecify.annotations.NullMarked;
