package dev.unglue.schedule;

import java.time.Instant;

/**
 * A run that is due.
 *
 * @param source the source to run
 * @param nominalTime the time of the schedule that it stands for
 * @param trigger {@code schedule}, or {@code catch_up} where that time was missed
 */
public record DueRun(String source, Instant nominalTime, String trigger) {
  /** The trigger of a run at its time. */
  public static final String SCHEDULE = "schedule";

  /** The trigger of a run whose time was missed. */
  public static final String CATCH_UP = "catch_up";
}
