/**
 * Tells people and programs of what a run has brought: one message when something begins, one when
 * it is over.
 *
 * <p>In: the work store after a run. Out: messages. May use {@code config}, {@code alert}, {@code
 * store} and {@code validate}.
 */
@NullMarked
package dev.unglue.pipeline.alert;

import org.jspecify.annotations.NullMarked;
