package dev.unglue.report;

import dev.unglue.model.report.AttributeFill;
import dev.unglue.model.report.Distribution;
import dev.unglue.model.report.FlagLine;
import dev.unglue.model.report.QuarantineLine;
import dev.unglue.model.report.Report;
import dev.unglue.model.report.RuleLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the template needs beside the report itself: groups, shares, and the shapes of charts. */
public final class ReportView {
  /** The order of everything that has a severity. */
  static final List<String> SEVERITIES = List.of("fatal", "error", "warn", "info");

  private static final List<String> EMPTY_STATES = List.of("missing", "unparsed");

  private static final List<String> TROUBLES = List.of("ambiguous", "unparsed", "out_of_range");

  private final Report report;

  ReportView(Report report) {
    this.report = report;
  }

  /** The severities, the worst first. */
  public List<String> severities() {
    return SEVERITIES;
  }

  /** True if what was read is published, but for sources that were rejected. */
  public boolean good() {
    return List.of("published", "unchanged").contains(report.run().status());
  }

  /** The file that holds what is shown. */
  public String store() {
    boolean rejected = report.run().status().equals("rejected");
    return rejected ? "work/rejected.db" : "work/store.db";
  }

  // --- rules ----------------------------------------------------------------------------------

  /** The rules that have something to say. */
  public List<RuleLine> speaking() {
    return report.rules().stream().filter(ReportView::speaks).toList();
  }

  private static boolean speaks(RuleLine rule) {
    return rule.flags().all() > 0 || rule.status().equals("raised");
  }

  /** The rules that found nothing wrong. */
  public List<RuleLine> passed() {
    return quiet(false);
  }

  /** The rules that had nothing to compare. */
  public List<RuleLine> idle() {
    return quiet(true);
  }

  private List<RuleLine> quiet(boolean idle) {
    return report.rules().stream()
        .filter(rule -> !speaks(rule))
        .filter(rule -> rule.status().equals("not_evaluated") == idle)
        .toList();
  }

  /** What a flag says without its values and places, which are shown beside it. */
  public String headline(FlagLine flag) {
    int cut = flag.message().indexOf(": expected ");
    return cut < 0 ? flag.message() : flag.message().substring(0, cut);
  }

  /** The gravest severity of which flags stand; empty for none. */
  public String worst(Map<String, Long> bySeverity) {
    return SEVERITIES.stream().filter(bySeverity::containsKey).findFirst().orElse("");
  }

  /** All of them together. */
  public long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The count of one key; 0 where it is absent. */
  public long count(Map<String, Long> counts, String key) {
    return counts.getOrDefault(key, 0L);
  }

  /** The name of an attribute for people. */
  public String title(String attribute) {
    return report.attributes().stream()
        .filter(each -> each.id().equals(attribute))
        .map(AttributeFill::title)
        .findFirst()
        .orElse(attribute);
  }

  /** What lies in quarantine, by reason. */
  public Map<String, List<QuarantineLine>> quarantined() {
    Map<String, List<QuarantineLine>> byReason = new TreeMap<>();
    report
        .quarantine()
        .rows()
        .forEach(
            line -> byReason.computeIfAbsent(line.reason(), key -> new ArrayList<>()).add(line));
    return byReason;
  }

  // --- fill -----------------------------------------------------------------------------------

  /**
   * A share of cells.
   *
   * @param part how many
   * @param all of how many
   * @param text the share for people; empty where there are no cells at all
   * @param step its colour, 0 (none) to 5 (all)
   */
  public record Share(long part, long all, String text, int step) {
    private static final int STEPS = 5;

    static Share of(long part, long all) {
      return new Share(part, all, text(part, all), all == 0 ? 0 : step(part, all));
    }

    /** The first and the last step are for none and for all alone. */
    private static int step(long part, long all) {
      if (part == 0 || part == all) {
        return part == 0 ? 0 : STEPS;
      }
      return (int) Math.min(STEPS - 1, 1 + part * (STEPS - 1) / all);
    }

    /** The colour of what is not there, 0 (nothing lacks) to 5 (all of it). */
    public int gap() {
      return STEPS - step;
    }

    private static String text(long part, long all) {
      if (all == 0) {
        return "";
      }
      long percent = Math.round(100.0 * part / all);
      if (percent == 0 && part > 0) {
        return "<1 %";
      }
      return percent == 100 && part < all ? ">99 %" : percent + " %";
    }
  }

  /**
   * A row of the heat map.
   *
   * @param attribute whose row it is
   * @param cells how many cells it has
   * @param filled those that print something
   * @param doubts the cells in doubt, those that no reading fits, those beyond the hard range
   * @param layouts the filled ones of each of {@link #layouts}
   */
  public record HeatRow(
      AttributeFill attribute,
      long cells,
      Share filled,
      List<OpenShare> doubts,
      List<Share> layouts) {}

  /**
   * Cells with one kind of trouble.
   *
   * @param state their state
   * @param share how many of all cells
   */
  public record OpenShare(String state, Share share) {}

  /** The layouts of which any cell was seen, by name. */
  public List<String> layouts() {
    TreeSet<String> layouts = new TreeSet<>();
    report.attributes().forEach(attribute -> layouts.addAll(attribute.byLayout().keySet()));
    return List.copyOf(layouts);
  }

  /** The rows of the heat map. */
  public List<HeatRow> heat() {
    return report.attributes().stream().map(this::heat).toList();
  }

  private HeatRow heat(AttributeFill attribute) {
    Map<String, Long> cells = attribute.cells();
    long all = sum(cells);
    return new HeatRow(
        attribute,
        all,
        filled(cells),
        TROUBLES.stream()
            .map(state -> new OpenShare(state, Share.of(count(cells, state), all)))
            .toList(),
        layouts().stream()
            .map(layout -> filled(attribute.byLayout().getOrDefault(layout, Map.of())))
            .toList());
  }

  private Share filled(Map<String, Long> cells) {
    long all = sum(cells);
    long empty = EMPTY_STATES.stream().mapToLong(state -> count(cells, state)).sum();
    return Share.of(all - empty, all);
  }

  /** The states of an attribute's cells that have rows, the ones to look at first. */
  public List<String> states(AttributeFill attribute) {
    List<String> order =
        new ArrayList<>(List.of("unparsed", "ambiguous", "out_of_range", "missing", "value"));
    order.retainAll(attribute.rows().keySet());
    return Collections.unmodifiableList(order);
  }

  /** A state in words. */
  public String words(String state) {
    return switch (state) {
      case "unparsed" -> "no reading fits";
      case "ambiguous" -> "in doubt";
      case "out_of_range" -> "out of range";
      case "missing" -> "missing mark";
      case "value" -> "value";
      default -> state;
    };
  }

  // --- charts ---------------------------------------------------------------------------------

  /** How the last runs went. */
  public List<RunChart> runs() {
    return RunCharts.of(report.runs());
  }

  /** The line of a rule's flags after each run, as the points of an SVG polyline. */
  public String spark(RuleLine rule) {
    return RunChart.spark(rule.trend());
  }

  /** The bars of a distribution. */
  public SpreadChart chart(Distribution distribution) {
    return SpreadChart.of(distribution);
  }
}
