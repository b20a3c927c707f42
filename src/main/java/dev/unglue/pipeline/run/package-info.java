/**
 * The main job: every page of the chosen sources into the work store, resolved, checked, gated and
 * published. Knows all stages and their order, and does nothing else.
 *
 * <p>In: a {@link dev.unglue.pipeline.request.JobRequest}. Out: a {@link
 * dev.unglue.pipeline.request.RunSummary}. May use every stage and the other packages of {@code
 * pipeline}.
 */
@NullMarked
package dev.unglue.pipeline.run;

import org.jspecify.annotations.NullMarked;
