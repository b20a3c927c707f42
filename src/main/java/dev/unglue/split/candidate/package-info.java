/**
 * The readings that are possible at all: every cut of a row's text into well-formed cells.
 *
 * <p>In: a {@link dev.unglue.split.candidate.Question}. Out: readings, each a list of {@link
 * dev.unglue.split.candidate.Cell}. Pure; may use {@code model} and {@code text}.
 */
@NullMarked
package dev.unglue.split.candidate;

import org.jspecify.annotations.NullMarked;
