/**
 * Rules about the shape of one page: its header, its rows, how its cells were split, its proofs.
 *
 * <p>In: a {@link dev.unglue.model.page.ParsedPage}. Out: outcomes. May use {@code model} and
 * {@code validate.rule}.
 */
@NullMarked
package dev.unglue.validate.shape;

import org.jspecify.annotations.NullMarked;
