package dev.unglue.publish;

import dev.unglue.model.value.Span;
import dev.unglue.store.sql.StoreException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
      throw unexpected("confidence", "a number from 0 to 1");
    }
    return share.doubleValue();
  }

  int integer(String column) {
    return parsed(column, "an integer", Integer::valueOf);
  }

  @Nullable BigDecimal number(String column) {
    return get(column).isEmpty() ? null : parsed(column, "a number", BigDecimal::new);
  }

  Instant instant(String column) {
    return parsed(column, "an instant such as 2026-01-31T02:30:00Z", Instant::parse);
  }

  private <T> T parsed(String column, String expected, Function<String, T> parser) {
    try {
      return parser.apply(get(column));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw unexpected(column, expected);
    }
  }

  private StoreException unexpected(String column, String expected) {
    return wrong("%s: expected %s, found \"%.80s\"".formatted(column, expected, get(column)));
  }

  <E extends Enum<E>> E choice(Class<E> type, String column) {
    List<String> ids = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      String id = each.name().toLowerCase(Locale.ROOT);
      if (id.equals(get(column))) {
        return each;
      }
      ids.add(id);
    }
    throw unexpected(column, "one of " + String.join(", ", ids));
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
