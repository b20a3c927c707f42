package dev.unglue.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cron.CatchUp;
import dev.unglue.cron.Cron;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nights are due, told by when the last run was, when the program came up, and now. */
class TimetableTest {
  private static List<DueRun> due(
      String cron, String zone, String catchUp, String reached, String began, String now) {
    PlannedSource source =
        new PlannedSource("s", Cron.of(cron), ZoneId.of(zone), CatchUp.of(catchUp).orElseThrow());
    Optional<Instant> last = Optional.ofNullable(reached).map(Instant::parse);
    return Timetable.due(source, last, Instant.parse(began), Instant.parse(now));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // Nothing is due before the time, one run at it, none after that run.
        "once, 2026-01-04T02:30:00Z, 2026-01-04T12:00:00Z, 2026-01-05T02:29:59Z, ''",
        "once, 2026-01-04T02:30:00Z, 2026-01-04T12:00:00Z, 2026-01-05T02:30:00Z, 05 schedule",
        "once, 2026-01-05T02:30:00Z, 2026-01-04T12:00:00Z, 2026-01-05T02:40:00Z, ''",
        // The program was down at the time: the night was missed.
        "once, 2026-01-04T02:30:00Z, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, 05 catch_up",
        "each, 2026-01-04T02:30:00Z, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, 05 catch_up",
        "none, 2026-01-04T02:30:00Z, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, ''",
        // Three nights were.
        "once, 2026-01-02T02:30:00Z, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, 05 catch_up",
        "each, 2026-01-02T02:30:00Z, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, "
            + "03 catch_up 04 catch_up 05 catch_up",
        // It came up, and then the next time came too, while it was busy.
        "once, 2026-01-02T02:30:00Z, 2026-01-04T09:00:00Z, 2026-01-05T02:31:00Z, 05 schedule",
        "each, 2026-01-02T02:30:00Z, 2026-01-04T09:00:00Z, 2026-01-05T02:31:00Z, "
            + "03 catch_up 04 catch_up 05 schedule",
        "none, 2026-01-02T02:30:00Z, 2026-01-04T09:00:00Z, 2026-01-05T02:31:00Z, 05 schedule",
        // Nobody has ever run it: its schedule begins with the program.
        "once, -, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, ''",
        "each, -, 2026-01-05T09:00:00Z, 2026-01-06T02:30:00Z, 06 schedule",
        // A run by hand after the missed time stands for it.
        "once, 2026-01-05T08:00:00Z, 2026-01-05T09:00:00Z, 2026-01-05T09:00:00Z, ''",
        // The clock was put back after the last run.
        "once, 2026-01-09T02:30:00Z, 2026-01-05T09:00:00Z, 2026-01-06T02:30:00Z, ''",
      })
  void tellsWhatIsDue(String catchUp, String reached, String began, String now, String days) {
    assertThat(
            due("0 30 2 * * ?", "UTC", catchUp, reached, began, now).stream()
                .map(
                    night ->
                        night.nominalTime().toString().substring(8, 10) + " " + night.trigger())
                .collect(Collectors.joining(" ")))
        .isEqualTo(days);
  }

  @Test
  void losesNoNightToAClockThatIsPutForward() {
    assertThat(
            due(
                "0 30 2 * * ?",
                "America/New_York",
                "each",
                "2026-03-07T07:30:00Z",
                "2026-03-10T00:00:00Z",
                "2026-03-10T00:00:00Z"))
        .extracting(DueRun::nominalTime)
        .extracting(Instant::toString)
        .containsExactly("2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z");
  }

  @Test
  void runsANightOnceThatComesTwice() {
    assertThat(
            due(
                "0 30 1 * * ?",
                "America/New_York",
                "each",
                "2026-10-31T05:30:00Z",
                "2026-11-02T00:00:00Z",
                "2026-11-02T00:00:00Z"))
        .extracting(DueRun::nominalTime)
        .extracting(Instant::toString)
        .containsExactly("2026-11-01T05:30:00Z");
  }

  @Test
  void findsTheLastSecondOfAYear() {
    assertThat(
            due(
                "* * * * * ?",
                "UTC",
                "once",
                "2025-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00.5Z"))
        .containsExactly(new DueRun("s", Instant.parse("2026-01-01T00:00:00Z"), "catch_up"));
  }

  @Test
  void catchesUpWithTheLatestOnesWhereTheyAreMany() {
    List<DueRun> nights =
        due(
            "0 0 * * * ?",
            "UTC",
            "each",
            "2025-01-01T00:00:00Z",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00Z");

    assertThat(nights).hasSize(Timetable.MOST);
    assertThat(nights.get(Timetable.MOST - 1).nominalTime()).isEqualTo("2026-01-01T00:00:00Z");
  }
}
