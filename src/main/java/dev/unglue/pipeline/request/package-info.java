/**
 * What is asked of a job and what it answers, and the reasons for which a job cannot be done.
 *
 * <p>In: settings and options. Out: records. May use {@code config}, {@code model}, {@code text}
 * and {@code store.row}.
 */
@NullMarked
package dev.unglue.pipeline.request;

import org.jspecify.annotations.NullMarked;
