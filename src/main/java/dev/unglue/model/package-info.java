/**
 * The records that the stages hand on, from a {@link dev.unglue.model.Capture} to a {@link
 * dev.unglue.model.Fact}.
 *
 * <p>Uses the JDK only. Everything here is immutable and pure: no files, no sockets, no clock.
 */
@NullMarked
package dev.unglue.model;

import org.jspecify.annotations.NullMarked;
