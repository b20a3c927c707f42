package dev.unglue.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "' 0 ', 0",
    "'Sun, 01 Mar 2026 12:01:30 GMT', 90",
    "'Sun, 01 Mar 2026 11:00:00 GMT', 0",
    "99999999999999999999, 31536000"
  })
  void readsSecondsAndDates(String value, long seconds) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", value), NOW))
        .hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "1.5", "Sun, 99 Mar 2026 12:01:30 GMT"})
  void leavesOutWhatItDoesNotUnderstand(String value) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", value), NOW)).isEmpty();
  }

  @Test
  void needsNoHeader() {
    assertThat(RetryAfter.of(Headers.of(), NOW)).isEmpty();
  }
}
