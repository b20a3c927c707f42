package dev.unglue.split.open;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.feature.ColumnHints;
import dev.unglue.split.open.feature.CutPoints;
import dev.unglue.split.open.feature.DistinguishingFeatures;
import dev.unglue.split.open.feature.FeatureCollector;
import dev.unglue.split.open.feature.OpenWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of a list that follow one pattern of types, each with its readings. */
final class ListRows {
  private static final int KEPT = 8;
  private static final int FEWEST_RELATED = 4;

  /** A reading fits a relation between columns that holds in every row. */
  static final String RELATED = "list.fits_relation";

  private final List<SourceText> lines = new ArrayList<>();
  private final List<Map<String, List<Way>>> ways = new ArrayList<>();
  private final Join join;
  private final int pieces;
  private final OpenWeights weights;
  private Set<String> patterns = Set.of();

  private ListRows(Join join, int pieces, OpenWeights weights) {
    this.join = join;
    this.pieces = pieces;
    this.weights = weights;
  }

  /**
   * A way to cut a row.
   *
   * @param pieces its cells
   * @param seen the features of its cut points and relations
   * @param weight of all that is seen
   */
  record Way(List<SourceText> pieces, List<String> seen, double weight) {
    List<String> texts() {
      return pieces.stream().map(SourceText::text).toList();
    }

    /** Notes what is seen of it. */
    void see(FeatureCollector traits) {
      seen.forEach(traits::see);
    }
  }

  /** The first lines that share a pattern with two columns of numbers at least. */
  static ListRows of(List<SourceText> lines, ListCells cells, int pieces, OpenWeights weights) {
    ListRows rows = new ListRows(cells.join(), pieces, weights);
    for (SourceText line : lines) {
      if (!rows.add(line, ListCutter.cut(cells, line.text(), pieces))) {
        break;
      }
    }
    rows.patterns.forEach(rows::relate);
    return rows;
  }

  private boolean add(SourceText line, Map<String, List<List<Integer>>> cuts) {
    Set<String> shared = new TreeSet<>(cuts.keySet());
    shared.removeIf(pattern -> pattern.chars().filter(c -> c != 'T' && c != '-').count() < 2);
    if (!ways.isEmpty()) {
      shared.retainAll(patterns);
    }
    if (shared.isEmpty()) {
      return false;
    }
    Map<Integer, List<String>> points = new HashMap<>();
    if (join == Join.GLUED) {
      CutPoints.of(line.text(), join).forEach(point -> points.put(point.end(), point.seen()));
    }
    Map<String, List<Way>> byPattern = new TreeMap<>();
    cuts.forEach(
        (pattern, all) ->
            byPattern.put(pattern, all.stream().map(cut -> way(line, cut, points)).toList()));
    patterns = shared;
    lines.add(line);
    ways.add(byPattern);
    return true;
  }

  private Way way(SourceText line, List<Integer> cut, Map<Integer, List<String>> points) {
    List<SourceText> cells = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < cut.size(); i += 2) {
      cells.add(line.slice(cut.get(i), cut.get(i + 1)));
      seen.addAll(i == 0 ? List.of() : points.getOrDefault(cut.get(i), List.of()));
    }
    return weighed(cells, seen);
  }

  private Way weighed(List<SourceText> cells, List<String> seen) {
    return new Way(cells, seen, weights.weigh(traits -> seen.forEach(traits::see)));
  }

  /** By pattern that all rows share, the ways to cut each row, in the order of the rows. */
  Map<String, List<List<Way>>> shared() {
    Map<String, List<List<Way>>> shared = new TreeMap<>();
    for (String pattern : patterns) {
      shared.put(pattern, ways.stream().map(row -> row.getOrDefault(pattern, List.of())).toList());
    }
    return shared;
  }

  /** The rows below these names, decided by all that is seen of them together. */
  List<OpenTableRow> read(List<String> names) {
    Map<String, Double> chances = new TreeMap<>();
    shared()
        .forEach(
            (pattern, all) ->
                chances.put(
                    pattern,
                    weights.weigh(traits -> ColumnHints.see(names, pattern, traits))
                        + all.stream().mapToDouble(ListRows::logSum).sum()));
    double best = chances.values().stream().mapToDouble(w -> w).max().orElse(0);
    double total = chances.values().stream().mapToDouble(w -> Math.exp(w - best)).sum();
    chances.replaceAll((pattern, weight) -> Math.exp(weight - best) / total);
    List<OpenTableRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(row(i, chances, names));
    }
    return rows;
  }

  private record Chance(String pattern, Way way, double probability) {
    Reading reading(List<String> names) {
      Map<String, Double> seen = new TreeMap<>();
      way.see(FeatureCollector.into(seen));
      ColumnHints.see(names, pattern, FeatureCollector.into(seen));
      return new Reading(Slice.of(way.pieces()), probability, seen);
    }
  }

  private OpenTableRow row(int at, Map<String, Double> chances, List<String> names) {
    List<Chance> all = new ArrayList<>();
    chances.forEach(
        (pattern, chance) -> {
          List<Way> cut = ways.get(at).getOrDefault(pattern, List.of());
          double sum = logSum(cut);
          cut.forEach(
              way -> all.add(new Chance(pattern, way, chance * Math.exp(way.weight() - sum))));
        });
    all.sort(Comparator.comparingDouble(Chance::probability).reversed());
    List<Reading> seen = all.stream().limit(KEPT).map(chance -> chance.reading(names)).toList();
    List<Reading> readings = DistinguishingFeatures.apart(seen, weights);
    boolean decided = readings.get(0).probability() >= RowSplitter.THRESHOLD;
    Outcome outcome = decided ? Outcome.READ : Outcome.AMBIGUOUS;
    return new OpenTableRow(lines.get(at), pieces, outcome, readings);
  }

  private static double logSum(List<Way> all) {
    double best = all.stream().mapToDouble(Way::weight).max().orElse(0);
    return best + StrictMath.log(all.stream().mapToDouble(w -> Math.exp(w.weight() - best)).sum());
  }

  /** Marks the readings that fit a relation between columns, where each row has such a reading. */
  private void relate(String pattern) {
    if (ways.size() < FEWEST_RELATED) {
      return;
    }
    for (int at : RatioColumn.columns(pattern)) {
      for (RatioColumn ratio : RatioColumn.values()) {
        if (ways.stream().allMatch(row -> hasOne(row.get(pattern), ratio, at))) {
          ways.forEach(row -> row.computeIfPresent(pattern, (p, all) -> marked(all, ratio, at)));
        }
      }
    }
  }

  private static boolean hasOne(@Nullable List<Way> all, RatioColumn ratio, int at) {
    return all != null && all.stream().anyMatch(way -> ratio.holds(way.texts(), at));
  }

  private List<Way> marked(List<Way> all, RatioColumn ratio, int at) {
    return all.stream().map(way -> ratio.holds(way.texts(), at) ? marked(way) : way).toList();
  }

  private Way marked(Way way) {
    List<String> seen = new ArrayList<>(way.seen());
    seen.add(RELATED);
    return weighed(way.pieces(), seen);
  }
}
