package dev.unglue.config.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, truths, durations and sizes as a configuration writes them; empty where the form is
 * wrong.
 */
final class Amount {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,12})\\s?([A-Za-z]{1,2})");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of("b", 1L, "kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L);

  private Amount() {}

  /** {@code -3}, {@code 0.98}; no exponent, no thousands marks. */
  static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** {@code 3}: a number without a fraction that an {@code int} can hold. */
  static Optional<Integer> wholeNumber(String text) {
    return number(text)
        .filter(number -> number.scale() == 0)
        .filter(number -> number.abs().compareTo(LARGEST) <= 0)
        .map(BigDecimal::intValueExact);
  }

  /** {@code true} or {@code false}, and no other spelling. */
  static Optional<Boolean> truth(String text) {
    return Optional.of(text).filter(List.of("true", "false")::contains).map(Boolean::valueOf);
  }

  /** {@code 500ms}, {@code 2s}, {@code 5m}, {@code 12h}, {@code 7d}. */
  static Optional<Duration> duration(String text) {
    return withUnit(text, MILLIS).map(Duration::ofMillis);
  }

  /** {@code 800B}, {@code 64KB}, {@code 5MB}, {@code 1GB}, in steps of 1000. */
  static Optional<Long> bytes(String text) {
    return withUnit(text, BYTES);
  }

  private static Optional<Long> withUnit(String text, Map<String, Long> units) {
    Matcher matcher = WITH_UNIT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Long factor = units.get(matcher.group(2).toLowerCase(Locale.ROOT));
    long count = Long.parseLong(matcher.group(1));
    if (factor == null || count > Long.MAX_VALUE / factor) {
      return Optional.empty();
    }
    return Optional.of(count * factor);
  }
}
