package dev.unglue.cli.format;

import dev.unglue.model.value.Severity;
import dev.unglue.store.row.StoreCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts as people read them. */
public final class CountWords {
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
    for (String severity : worstFirst()) {
      long count = counts.getOrDefault(severity, 0L);
      if (count > 0) {
        sorted.put(severity, count);
      }
    }
    return sum(sorted);
  }

  private static List<String> worstFirst() {
    List<String> severities = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      severities.add(0, severity.id());
    }
    severities.add("silenced");
    return severities;
  }
}
