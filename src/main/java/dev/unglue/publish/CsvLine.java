package dev.unglue.publish;

import dev.unglue.model.value.Span;
import dev.unglue.store.sql.StoreException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a CSV of ours; a cell that is not of our schema ends the reading.
 *
 * @param file the file
 * @param number of the line, from 1
 * @param cells by the names of their columns
 */
record CsvLine(Path file, long number, Map<String, String> cells) {
  CsvLine {
    cells = Map.copyOf(cells);
  }

  String get(String column) {
    return cells.getOrDefault(column, "");
  }

  String needed(String column) {
    if (get(column).isEmpty()) {
      throw wrong(column + ": expected a text, found none");
    }
    return get(column);
  }

  double confidence() {
    BigDecimal share = number("confidence");
    if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw wrong(
          "confidence: expected a number from 0 to 1, found \"%.80s\""
              .formatted(get("confidence")));
    }
    return share.doubleValue();
  }

  int integer(String column) {
    try {
      return Integer.parseInt(get(column));
    } catch (NumberFormatException e) {
      throw wrong("%s: expected an integer, found \"%.80s\"".formatted(column, get(column)));
    }
  }

  @Nullable BigDecimal number(String column) {
    String text = get(column);
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw wrong("%s: expected a number, found \"%.80s\"".formatted(column, text));
    }
  }

  Instant instant(String column) {
    String text = get(column);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong(
          "%s: expected an instant such as 2026-01-31T02:30:00Z, found \"%.80s\""
              .formatted(column, text));
    }
  }

  <E extends Enum<E>> E choice(Class<E> type, String column) {
    String text = get(column);
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw wrong(
        "%s: expected one of %s, found \"%.80s\""
            .formatted(
                column,
                String.join(
                    ", ",
                    Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList()),
                text));
  }

  Span span() {
    int start = integer("raw_start");
    int end = integer("raw_end");
    if (start < 0 || end < start) {
      throw wrong("raw_end: expected at least raw_start, found \"%d\"".formatted(end));
    }
    return new Span(start, end);
  }

  private StoreException wrong(String message) {
    return wrong(file, number, message);
  }

  static StoreException wrong(Path file, long line, String message) {
    return new StoreException("%s:%d: %s".formatted(file, line, message));
  }
}
