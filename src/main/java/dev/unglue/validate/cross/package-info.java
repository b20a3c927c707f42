/**
 * Rules that hold what several pages say against each other.
 *
 * <p>In: the sightings of a subject, the pages that compare the same subjects, the names or the
 * captures of a run. Out: outcomes. May use {@code model} and {@code validate.rule}. Pages are
 * compared only within one vintage: what has changed since is news, not a fault.
 */
@NullMarked
package dev.unglue.validate.cross;

import org.jspecify.annotations.NullMarked;
