/**
 * Observations of many captures to facts: what we believe of a subject, and since when.
 *
 * <p>In: all current {@link dev.unglue.model.Sighting}s of one subject. Out: its {@link
 * dev.unglue.model.Fact}s, the closed ones too. Pure: the same sightings in any order give the same
 * facts. May use {@code model} only.
 */
@NullMarked
package dev.unglue.resolve;

import org.jspecify.annotations.NullMarked;
