package dev.unglue.bench.fault;

import dev.unglue.bench.ResultTable;
import dev.unglue.bench.page.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules said of planted faults and of pages without one.
 *
 * @param rows one a kind of fault, in the order of the documents
 * @param cleanPages how many pages without fault were looked at
 * @param loud by rule, its flags of warn or above on those
 */
public record FaultResult(List<FaultRow> rows, int cleanPages, Map<String, Long> loud) {
  /** Copies the collections. */
  public FaultResult {
    rows = List.copyOf(rows);
    loud = new TreeMap<>(loud);
  }

  /**
   * What became of one fault.
   *
   * @param told true if the rule said of it what is to be said, and nothing else
   * @param alone true if no other rule spoke
   * @param trouble what was said instead; empty if all is well
   */
  record FaultOutcome(boolean told, boolean alone, String trouble) {}

  /**
   * What became of one kind of fault.
   *
   * @param fault the kind
   * @param rule id of the rule that is to speak
   * @param dialects in how many dialects it was planted
   * @param planted how often
   * @param told how often the rule said what is to be said
   * @param alone how often no other rule spoke
   * @param troubles what was said instead, the first few
   */
  public record FaultRow(
      String fault,
      String rule,
      int dialects,
      int planted,
      int told,
      int alone,
      List<String> troubles) {
    private static final int KEPT = 3;

    static FaultRow of(String fault, String rule) {
      return new FaultRow(fault, rule, 0, 0, 0, 0, List.of());
    }

    FaultRow plus(FaultOutcome outcome, Dialect dialect) {
      List<String> more = new ArrayList<>(troubles);
      if (!outcome.trouble().isEmpty() && more.size() < KEPT) {
        more.add(dialect + " " + outcome.trouble());
      }
      return new FaultRow(
          fault,
          rule,
          dialects,
          planted + 1,
          told + (outcome.told() ? 1 : 0),
          alone + (outcome.alone() ? 1 : 0),
          more);
    }
  }

  /** The results as a table. */
  public ResultTable table() {
    List<List<String>> lines = new ArrayList<>();
    for (FaultRow row : rows) {
      lines.add(
          List.of(
              row.rule(),
              row.fault(),
              String.valueOf(row.planted()),
              percent(row.told(), row.planted()),
              percent(row.alone(), row.planted()),
              String.valueOf(loud.getOrDefault(row.rule(), 0L))));
    }
    return new ResultTable(
        "Planted faults",
        List.of("rule", "fault", "planted", "found", "no other rule", "flags on clean pages"),
        lines);
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "none" : "%d %%".formatted(part * 100L / whole);
  }
}
