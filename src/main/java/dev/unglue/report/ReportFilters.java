package dev.unglue.report;

import dev.unglue.text.CodePoints;
import dev.unglue.text.Whitespace;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the template prints numbers and times. What they give is escaped like anything else. */
final class ReportFilters extends AbstractExtension {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Longer texts are cut where they stand in a line; their proof shows more. */
  private static final int LINE = 160;

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "grouped", new Word(ReportFilters::grouped),
        "minute", new Word(instant -> MINUTE.format(Instant.parse(instant))),
        "day", new Word(instant -> DAY.format(Instant.parse(instant))),
        "line", new Word(ReportFilters::line));
  }

  /** A filter that makes a word of a word. */
  private record Word(UnaryOperator<String> change) implements Filter {
    @Override
    public List<String> getArgumentNames() {
      return List.of();
    }

    @Override
    public Object apply(
        Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return change.apply(String.valueOf(input));
    }
  }

  /** A number with its thousands apart; any other text as it is. */
  static String grouped(String text) {
    if (!text.matches("-?\\d{1,300}(\\.\\d{1,300})?")) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
  }

  /** One line of a text that may be long. */
  static String line(String text) {
    return CodePoints.cut(Whitespace.collapse(text), LINE);
  }
}
