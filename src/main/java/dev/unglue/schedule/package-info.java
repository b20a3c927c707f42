/**
 * Nightly runs without anybody calling them.
 *
 * <p>In: which sources are planned when, how far their runs have come, a clock. Out: calls of
 * {@link dev.unglue.schedule.Scheduler.RunService#run}, one a night and never two at once. What was
 * run is asked of the service each time and nothing is remembered here, so that a restart loses
 * nothing. May use {@code cron} and Quartz, which rings at the times that it is told and does
 * nothing else.
 */
@NullMarked
package dev.unglue.schedule;

import org.jspecify.annotations.NullMarked;
