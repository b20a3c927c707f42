package dev.unglue.schedule;

import dev.unglue.cron.CatchUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which nights of a source are due. Knows no clock: the same question has the same answer. */
public final class Timetable {
  /** A year of nights and some: more than that nobody catches up one by one. */
  static final int MOST = 400;

  private Timetable() {}

  /**
   * The nights that are due now, in their order. A source that has never been run has missed
   * nothing: its schedule begins with the program.
   *
   * @param reached the latest time that a run stands for; empty where there was none
   * @param began when the program began to look; times after it were not missed
   * @param now until when, inclusive
   */
  public static List<DueRun> due(
      PlannedSource source, Optional<Instant> reached, Instant began, Instant now) {
    Instant from = reached.orElse(began);
    if (source.catchUp() == CatchUp.NONE && from.isBefore(began)) {
      from = began;
    }
    List<Instant> times =
        source.catchUp() == CatchUp.EACH
            ? each(source, from, now)
            : last(source, from, now).stream().toList();
    return times.stream()
        .map(time -> new DueRun(source.name(), time, trigger(time, times, began)))
        .toList();
  }

  /** Of times that came while the program was there, only those before the last were missed. */
  private static String trigger(Instant time, List<Instant> times, Instant began) {
    boolean last = time.equals(times.get(times.size() - 1));
    return last && time.isAfter(began) ? DueRun.SCHEDULE : DueRun.CATCH_UP;
  }

  /** All times after one moment and not after another; the latest ones where they are many. */
  private static List<Instant> each(PlannedSource source, Instant from, Instant now) {
    Deque<Instant> latest = new ArrayDeque<>();
    times(source, from, now)
        .forEach(
            time -> {
              if (latest.size() == MOST) {
                latest.removeFirst();
              }
              latest.addLast(time);
            });
    return List.copyOf(latest);
  }

  private static Stream<Instant> times(PlannedSource source, Instant from, Instant now) {
    return Stream.iterate(source.next(from), Optional::isPresent, t -> t.flatMap(source::next))
        .flatMap(Optional::stream)
        .takeWhile(time -> !time.isAfter(now));
  }

  /** The last such time; looked for from the end, for there may be a year of seconds. */
  private static Optional<Instant> last(PlannedSource source, Instant from, Instant now) {
    Duration back = Duration.ofMinutes(1);
    while (now.minus(back).isAfter(from)) {
      Optional<Instant> found = times(source, now.minus(back), now).reduce((a, b) -> b);
      if (found.isPresent()) {
        return found;
      }
      back = back.multipliedBy(2);
    }
    return times(source, from, now).reduce((a, b) -> b);
  }
}
