package dev.unglue.bench;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.State;
import dev.unglue.page.PageParser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often each method is right for each attribute, seen on pages that exist in two layouts, one
 * of which (HTML) keeps cells apart.
 *
 * @param byMethod by method, then by attribute
 */
record Calibration(Map<String, Map<String, RightCount>> byMethod) {
  private static final String HEAD =
      """
      # Measured confidence: how many readings were right, for each method and attribute, on generated
      # pages that exist in two layouts, one of which keeps cells apart.
      # Made by:
      #   %s
      # Not to be edited by hand. any: all attributes together, and those that are not listed.
      """;

  /** One dialect of each layout. */
  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.HTML,
          Dialect.PIPE_PADDED,
          Dialect.MARKDOWN,
          Dialect.GLUED,
          Dialect.SPACED,
          Dialect.LINES,
          Dialect.TSV);

  /** Methods that have but one reading to choose from. */
  private static final Set<String> SINGLE = Set.of("cell", "unique");

  /** A share of few is drawn towards that of the method over all attributes, by so many. */
  private static final int DRAWN = 10;

  /** Digits that are kept; cut, not rounded, so that no confidence claims more than was seen. */
  private static final int DIGITS = 4;

  /** Copies the maps, sorted. */
  Calibration {
    Map<String, Map<String, RightCount>> copy = new TreeMap<>();
    byMethod.forEach((method, counts) -> copy.put(method, new TreeMap<>(counts)));
    byMethod = copy;
  }

  /**
   * So many readings.
   *
   * @param right those that were right
   * @param of all
   */
  record RightCount(long right, long of) {
    RightCount plus(RightCount other) {
      return new RightCount(right + other.right, of + other.of);
    }
  }

  /** Reads each page in every layout, and compares with what is read of it as HTML. */
  static Calibration measure(List<Comparison> pages, PageParser parser) {
    List<Map<String, Map<String, RightCount>>> seen =
        pages.parallelStream().map(page -> measure(page, parser)).toList();
    Map<String, Map<String, RightCount>> all = new TreeMap<>();
    for (Map<String, Map<String, RightCount>> each : seen) {
      each.forEach(
          (method, counts) ->
              counts.forEach(
                  (attribute, count) ->
                      all.computeIfAbsent(method, key -> new TreeMap<>())
                          .merge(attribute, count, RightCount::plus)));
    }
    return new Calibration(all);
  }

  private static Map<String, Map<String, RightCount>> measure(Comparison page, PageParser parser) {
    Map<String, Observation> apart = new HashMap<>();
    for (Observation seen : read(page, Dialect.HTML, parser)) {
      apart.putIfAbsent(PageBench.place(seen), seen);
    }
    Map<String, Map<String, RightCount>> counts = new TreeMap<>();
    for (Dialect dialect : DIALECTS) {
      for (Observation seen :
          dialect == Dialect.HTML ? apart.values() : read(page, dialect, parser)) {
        Observation other = apart.get(PageBench.place(seen));
        boolean right =
            other != null && other.state() == seen.state() && other.value().equals(seen.value());
        counts
            .computeIfAbsent(seen.method(), method -> new TreeMap<>())
            .merge(seen.attribute(), new RightCount(right ? 1 : 0, 1), RightCount::plus);
      }
    }
    return counts;
  }

  private static List<Observation> read(Comparison page, Dialect dialect, PageParser parser) {
    return parser.parse(page.print(dialect).capture()).observations().stream()
        .filter(seen -> seen.layout() != null)
        .filter(seen -> seen.state() == State.VALUE || seen.state() == State.MISSING)
        .toList();
  }

  /** The share of right readings that is claimed for each attribute and method. */
  MeasuredConfidence confidence() {
    Map<String, Map<String, Double>> shares = new TreeMap<>();
    byMethod.forEach(
        (method, counts) -> {
          Map<String, Double> byAttribute = new TreeMap<>();
          byAttribute.put(MeasuredConfidence.ANY, cut(any(method)));
          counts.forEach((id, count) -> byAttribute.put(id, cut(drawn(count, any(method)))));
          shares.put(method, byAttribute);
        });
    return new MeasuredConfidence(shares);
  }

  private RightCount total(String method) {
    return byMethod.getOrDefault(method, Map.of()).values().stream()
        .reduce(new RightCount(0, 0), RightCount::plus);
  }

  /** The rule of succession: one right and one wrong more than were seen. */
  private double any(String method) {
    RightCount total = total(method);
    return (total.right() + 1.0) / (total.of() + 2.0);
  }

  private static double drawn(RightCount count, double mean) {
    return (count.right() + DRAWN * mean) / (count.of() + DRAWN);
  }

  private static double cut(double share) {
    return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.DOWN).doubleValue();
  }

  /** As {@code config/confidence.yaml} has it. */
  String yaml() {
    MeasuredConfidence confidence = confidence();
    StringBuilder text =
        new StringBuilder(HEAD.formatted(BenchMain.command("--calibrate config/confidence.yaml")));
    text.append("methods:\n");
    byMethod.forEach(
        (method, counts) -> {
          text.append("  ").append(method).append(":\n");
          line(text, MeasuredConfidence.ANY, total(method), method, confidence);
          counts.forEach((id, count) -> line(text, id, count, method, confidence));
        });
    return text.toString();
  }

  private static void line(
      StringBuilder text,
      String id,
      RightCount count,
      String method,
      MeasuredConfidence confidence) {
    text.append("    ")
        .append(id)
        .append(": {right: ")
        .append(count.right())
        .append(", of: ")
        .append(count.of())
        .append(", confidence: ")
        .append(confidence.of(id, method).orElse(0))
        .append("}\n");
  }

  /**
   * The claims of {@code table} beside what is seen here. A method that it has never seen claims
   * nothing.
   *
   * @param table what is claimed
   */
  Reliability against(MeasuredConfidence table) {
    List<Reliability.MethodClaim> claims = new ArrayList<>();
    byMethod.forEach(
        (method, counts) -> {
          boolean decided = !SINGLE.contains(method);
          counts.forEach(
              (id, count) ->
                  table
                      .of(id, method)
                      .ifPresent(
                          claimed ->
                              claims.add(
                                  new Reliability.MethodClaim(
                                      decided, claimed, count.right(), count.of()))));
        });
    return Reliability.of(claims);
  }
}
