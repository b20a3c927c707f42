package dev.unglue.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times that an expression names, over the changes of clocks. */
class CronTest {
  private static List<String> times(String cron, String zone, String after, int count) {
    List<String> times = new ArrayList<>();
    Optional<Instant> next = Optional.of(Instant.parse(after));
    for (int i = 0; i < count && next.isPresent(); i++) {
      next = Cron.of(cron).next(next.get(), ZoneId.of(zone));
      next.map(Instant::toString).ifPresent(times::add);
    }
    return times;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // An ordinary night, in winter and in summer.
        "0 30 2 * * ? | UTC              | 2026-01-05T02:29:59Z | 2026-01-05T02:30:00Z | 2026-01-06T02:30:00Z",
        "0 30 2 * * ? | UTC              | 2026-01-05T02:30:00Z | 2026-01-06T02:30:00Z | 2026-01-07T02:30:00Z",
        "0 30 2 * * ? | UTC              | 2026-01-05T02:29:59.999Z | 2026-01-05T02:30:00Z | 2026-01-06T02:30:00Z",
        "0 30 2 * * ? | Asia/Kolkata     | 2026-01-05T00:00:00Z | 2026-01-05T21:00:00Z | 2026-01-06T21:00:00Z",
        "0 30 2 * * ? | America/New_York | 2026-07-01T00:00:00Z | 2026-07-01T06:30:00Z | 2026-07-02T06:30:00Z",
        // 02:30 does not exist on the 8th of March: it is 03:30 by then.
        "0 30 2 * * ? | America/New_York | 2026-03-07T08:00:00Z | 2026-03-08T07:30:00Z | 2026-03-09T06:30:00Z",
        "0 30 2 * * ? | America/New_York | 2026-03-08T07:10:00Z | 2026-03-08T07:30:00Z | 2026-03-09T06:30:00Z",
        "0 0 2 * * ?  | America/New_York | 2026-03-07T08:00:00Z | 2026-03-08T07:00:00Z | 2026-03-09T06:00:00Z",
        "0 30 2 * * ? | Europe/Berlin    | 2026-03-28T02:00:00Z | 2026-03-29T01:30:00Z | 2026-03-30T00:30:00Z",
        // 01:30 comes twice on the 1st of November: the first time counts.
        "0 30 1 * * ? | America/New_York | 2026-10-31T06:00:00Z | 2026-11-01T05:30:00Z | 2026-11-02T06:30:00Z",
        "0 30 1 * * ? | America/New_York | 2026-11-01T06:00:00Z | 2026-11-02T06:30:00Z | 2026-11-03T06:30:00Z",
        "0 30 2 * * ? | Europe/Berlin    | 2026-10-24T02:00:00Z | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z",
        // A jump of half an hour, one at midnight, and a day that an island left out.
        "0 15 2 * * ? | Australia/Lord_Howe | 2026-10-03T00:00:00Z | 2026-10-03T15:45:00Z | 2026-10-04T15:15:00Z",
        "0 30 0 * * ? | America/Sao_Paulo | 2018-11-03T04:00:00Z | 2018-11-04T03:30:00Z | 2018-11-05T02:30:00Z",
        "0 0 12 30 12 ? | Pacific/Apia   | 2011-01-01T00:00:00Z | 2011-12-30T22:00:00Z | 2012-12-29T22:00:00Z",
        "0 0 12 * * ? | Pacific/Apia     | 2011-12-29T00:00:00Z | 2011-12-29T22:00:00Z | 2011-12-30T22:00:00Z",
        // A leap day.
        "0 0 0 29 2 ? | UTC              | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z | 2032-02-29T00:00:00Z",
      })
  void namesEachNightOnce(String cron, String zone, String after, String first, String second) {
    assertThat(times(cron, zone, after, 2)).containsExactly(first, second);
  }

  /** What is called right without asking Quartz is right for Quartz. */
  @Test
  void namesEachTimeOfTheDay() {
    for (int hour = 0; hour < 24; hour++) {
      for (String days : List.of("* * ?", "? * *")) {
        String cron = "59 %s%d %d %s".formatted(hour % 2 == 0 ? "0" : "5", hour % 10, hour, days);
        assertThat(Cron.problemOf(cron)).isEmpty();
        assertThat(times(cron, "UTC", "2026-01-05T00:00:00Z", 1)).as(cron).hasSize(1);
      }
    }
    for (String wrong : List.of("60 0 0 * * ?", "0 60 0 * * ?", "0 0 24 * * ?", "0 0 0 * * *")) {
      assertThat(Cron.problemOf(wrong)).as(wrong).isPresent();
    }
  }

  @Test
  void runsOnThroughAClockThatIsPutForward() {
    assertThat(times("0 0/30 * * * ?", "America/New_York", "2026-03-08T06:00:00Z", 5))
        .containsExactly(
            "2026-03-08T06:30:00Z",
            "2026-03-08T07:00:00Z",
            "2026-03-08T07:30:00Z",
            "2026-03-08T08:00:00Z",
            "2026-03-08T08:30:00Z");
  }

  @Test
  void bringsWhatWasPutOffIntoItsOrder() {
    // 02:45 is put off to 03:45, and 03:15 comes before that.
    assertThat(times("0 15,45 2,3 * * ?", "America/New_York", "2026-03-08T06:59:59Z", 3))
        .containsExactly("2026-03-08T07:15:00Z", "2026-03-08T07:45:00Z", "2026-03-09T06:15:00Z");
    assertThat(times("0 45 2 * * ?", "America/New_York", "2026-03-08T07:44:59Z", 1))
        .containsExactly("2026-03-08T07:45:00Z");
  }

  @Test
  void leavesTheSecondHourOutWhereTheClockIsPutBack() {
    assertThat(times("0 0 * * * ?", "America/New_York", "2026-11-01T04:00:00Z", 3))
        .containsExactly("2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z", "2026-11-01T08:00:00Z");
  }

  @Test
  void endsWhereNoYearIsLeft() {
    assertThat(times("0 0 0 1 1 ? 2027", "UTC", "2026-06-01T00:00:00Z", 3))
        .containsExactly("2027-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 30 2 * * ?",
        "0 30 2 ? * MON-FRI",
        "0 30 2 ? * 6L",
        "0 30 2 LW * ?",
        "0 0/15 * * * ?",
        "0 0 0 1 1 ? 2020",
      })
  void takesWhatQuartzTakes(String cron) {
    assertThat(Cron.problemOf(cron)).isEmpty();
    assertThat(Cron.of(cron)).hasToString(cron);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 30 25 * * ?   | : Hour values must be between 0 and 23",
        "0 61 2 * * ?    | : Minute and Second values must be between 0 and 59",
        "0 30 2 * FOO ?  | : Invalid Month value: 'FOO'",
        "0 30 2 ? * 9    | : Day-of-Week values must be between 1 and 7",
        "0 30 2 * * *    | : Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.",
        "0 0 0 30 2 ?    | : such a time never comes",
        "0 30 2 W * ?    | ''",
        "0 5- 2 * * ?    | ''",
      })
  void saysWhatIsWrong(String cron, String reason) {
    assertThat(Cron.problemOf(cron))
        .contains(
            "expected a Quartz cron (second minute hour day month weekday [year]), found \"%s\"%s"
                .formatted(cron, reason));
  }

  @Test
  void countsTheFields() {
    assertThat(Cron.problemOf("30 2 * * *"))
        .contains(
            "expected a Quartz cron of 6 or 7 fields (second minute hour day month weekday [year]),"
                + " found \"30 2 * * *\" with 5");
  }
}
