package dev.unglue.fetch.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Headers;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds or a date. */
public final class RetryAfter {
  private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /** How long to wait; empty if the server does not say, or nothing that can be understood. */
  public static Optional<Duration> of(Headers headers, Instant now) {
    String value = Optional.ofNullable(headers.get("Retry-After")).orElse("").strip();
    if (value.matches("\\d+")) {
      long seconds = value.length() > 9 ? LONGEST_SECONDS : Long.parseLong(value);
      return Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      Duration wait = Duration.between(now, until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty(); // as if it were not there: the back-off holds
    }
  }
}
