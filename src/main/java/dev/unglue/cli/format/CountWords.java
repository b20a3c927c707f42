package dev.unglue.cli.format;

import dev.unglue.store.row.StoreCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts as people read them. */
public final class CountWords {
  private static final List<String> WORST_FIRST =
      List.of("fatal", "error", "warn", "info", "silenced");

  private CountWords() {}

  /** {@code 1,234}. */
  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 change}, {@code 1,234 changes}. */
  public static String of(long count, String thing) {
    return number(count) + " " + thing + (count == 1 ? "" : "s");
  }

  /** {@code 12: glued 5, html 7}; {@code none} for an empty map. */
  static String sum(Map<String, Long> counts) {
    long sum = counts.values().stream().mapToLong(Long::longValue).sum();
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add(name + " " + number(count)));
    return counts.isEmpty() ? "none" : number(sum) + ": " + String.join(", ", parts);
  }

  /** How much a store holds, as rows of a table. */
  static void rows(TextTable table, StoreCounts counts) {
    table.row("layouts", sum(counts.pagesByLayout()));
    table.row("observations", sum(counts.observationsByState()));
    table.row("facts", number(counts.openFacts()));
    table.row("flags", flags(counts.standingFlagsBySeverity()));
  }

  /** The counts of flags, the worst first, those that are silenced last. */
  private static String flags(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    WORST_FIRST.forEach(severity -> sorted.put(severity, counts.getOrDefault(severity, 0L)));
    sorted.values().removeIf(count -> count == 0);
    return sum(sorted);
  }
}
