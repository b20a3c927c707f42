/**
 * Observations of many captures to facts: what we believe of a subject, and since when.
 *
 * <p>In: all current {@link dev.unglue.model.subject.Sighting}s of one subject. Out: its {@link
 * dev.unglue.model.value.Fact}s, the closed ones too. Before that, in: the {@link
 * dev.unglue.model.subject.UnresolvedCells}s and {@link dev.unglue.model.subject.KnownCell}s of one
 * field. Out: the {@link dev.unglue.model.subject.Belief}s that captures give each other. Pure: the
 * same input in any order gives the same output. May use {@code model} only.
 */
@NullMarked
package dev.unglue.resolve;

import org.jspecify.annotations.NullMarked;
