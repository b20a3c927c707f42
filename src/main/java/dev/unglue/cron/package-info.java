/**
 * When something is due: cron expressions in their zones.
 *
 * <p>In: an expression, a zone, a moment. Out: the next moment after it. Used by {@code config},
 * which refuses a wrong one, and by {@code schedule} and {@code cli}; no stage. Knows no clock. May
 * use Quartz.
 */
@NullMarked
package dev.unglue.cron;

import org.jspecify.annotations.NullMarked;
