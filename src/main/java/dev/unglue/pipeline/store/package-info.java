/**
 * Single jobs on what is stored: validate, decide, publish, report, history, status, and the texts
 * around a proof.
 *
 * <p>In: a folder of results. Out: what a command prints. May use every stage, {@code
 * pipeline.request} and {@code pipeline.parse}.
 */
@NullMarked
package dev.unglue.pipeline.store;

import org.jspecify.annotations.NullMarked;
