package dev.unglue.pipeline.request;

import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Why a run takes place, and what it says in the end.
 *
 * @param trigger who asked for it: {@code manual}, {@code schedule}, {@code catch_up} or {@code
 *     rebuild}
 * @param nominalTime the time that it stands for; empty for that of its start
 * @param exitCode what the program will say to the one that called it, 0..255
 * @param brokenCode the same of a run that breaks off
 */
public record RunTrigger(
    String trigger,
    Optional<Instant> nominalTime,
    ToIntFunction<RunSummary> exitCode,
    ToIntFunction<RuntimeException> brokenCode) {

  /** Called by a person or another program, which looks at nothing but whether it succeeds. */
  public static RunTrigger manual() {
    return new RunTrigger(
        "manual", Optional.empty(), run -> run.reasons().isEmpty() ? 0 : 4, e -> 70);
  }
}
