/**
 * Observations of many captures to facts: what we believe of a subject, and since when.
 *
 * <p>In: all current {@link dev.unglue.model.subject.Sighting}s of one subject. Out: its {@link
 * dev.unglue.model.value.Fact}s, the closed ones too. Pure: the same input in any order gives the
 * same output. May use {@code model} and {@code text}.
 */
@NullMarked
package dev.unglue.resolve;

import org.jspecify.annotations.NullMarked;
