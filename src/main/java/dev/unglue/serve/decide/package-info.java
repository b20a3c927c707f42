/**
 * Deciding in a browser: what waits, one after the other, and what becomes of an answer.
 *
 * <p>In: rows in doubt and flags of what is published, the decisions that are kept already. Out:
 * views, and decisions that go to {@code decisions.csv} by {@link
 * dev.unglue.pipeline.store.DecideJob}, as those of {@code unglue decide} do.
 */
@NullMarked
package dev.unglue.serve.decide;

import org.jspecify.annotations.NullMarked;
