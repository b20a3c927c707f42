package dev.unglue.cron;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/**
 * A Quartz cron expression: {@code second minute hour day month weekday [year]}.
 *
 * <p>It names times of the clock on the wall. Each of them comes once: one that does not exist,
 * because the clock is put forward over it, as much later as the clock jumps; one that exists
 * twice, because the clock is put back, the first time. Quartz by itself loses a night to the first
 * and half a day to the second, so it is asked in UTC and the zone is dealt with here.
 */
public final class Cron {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Once a day, right as it stands: Quartz and its calendar take longer to start than a page. */
  private static final Pattern DAILY =
      Pattern.compile("[0-5]?\\d [0-5]?\\d (?:[01]?\\d|2[0-3]) (?:\\* \\* \\?|\\? \\* \\*)");

  private static final int LEAST_FIELDS = 6;
  private static final int MOST_FIELDS = 7;

  private final String text;
  private final CronExpression expression;

  private Cron(String text, CronExpression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if {@link #problemOf} has one
   */
  public static Cron of(String text) {
    try {
      CronExpression expression = new CronExpression(text);
      expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
      return new Cron(text, expression);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wrong(text, reason(e)), e);
    }
  }

  /** What is wrong with an expression, for its writer; empty where it is right. */
  public static Optional<String> problemOf(String text) {
    if (DAILY.matcher(text).matches()) {
      return Optional.empty();
    }
    int fields = text.strip().split("\\s+").length;
    if (fields < LEAST_FIELDS || fields > MOST_FIELDS) {
      return Optional.of(
          "expected a Quartz cron of 6 or 7 fields (second minute hour day month weekday [year]),"
              + " found \"%.80s\" with %d".formatted(text, fields));
    }
    try {
      boolean comes = of(text).nextLocal(LocalDateTime.of(1970, 1, 1, 0, 0)).isPresent();
      return comes ? Optional.empty() : Optional.of(wrong(text, ": such a time never comes"));
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String wrong(String text, String reason) {
    return "expected a Quartz cron (second minute hour day month weekday [year]), found \"%.80s\"%s"
        .formatted(text, reason);
  }

  /** Some of Quartz's complaints are no more than an exception of the JDK. */
  private static String reason(ParseException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Exception") ? "" : ": " + message;
  }

  /**
   * The first time after a moment.
   *
   * @return empty if none comes any more
   */
  public Optional<Instant> next(Instant after, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Optional<LocalDateTime> found = first(from(after, rules), after, rules);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Instant next = instant(found.get(), rules);
    ZoneOffsetTransition gap = rules.getTransition(found.get());
    if (gap == null || !gap.isGap()) {
      return Optional.of(next);
    }
    // What was put off may come after times that the clock shows after its jump.
    return first(gap.getDateTimeAfter().minus(SECOND), after, rules)
        .map(local -> instant(local, rules))
        .filter(next::isAfter)
        .or(() -> Optional.of(next));
  }

  /** Where to begin on the wall: after a jump, before it, for what it skipped is still to come. */
  private static LocalDateTime from(Instant after, ZoneRules rules) {
    ZoneOffsetTransition jump = rules.previousTransition(after.plusNanos(1));
    boolean pending =
        jump != null && jump.isGap() && after.isBefore(jump.getInstant().plus(jump.getDuration()));
    return pending
        ? jump.getDateTimeBefore().minus(SECOND)
        : LocalDateTime.ofInstant(after, rules.getOffset(after));
  }

  private Optional<LocalDateTime> first(LocalDateTime from, Instant after, ZoneRules rules) {
    Optional<LocalDateTime> local = nextLocal(from);
    while (local.isPresent() && !instant(local.get(), rules).isAfter(after)) {
      local = nextLocal(local.get());
    }
    return local;
  }

  private static Instant instant(LocalDateTime local, ZoneRules rules) {
    // In a gap this is the offset before it, which moves the time on by the length of the jump.
    return local.toInstant(rules.getOffset(local));
  }

  private Optional<LocalDateTime> nextLocal(LocalDateTime after) {
    Date next = expression.getNextValidTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
    return Optional.ofNullable(next)
        .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
