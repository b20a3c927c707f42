package dev.unglue.split.open;

import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import dev.unglue.split.open.OpenRow.Outcome;
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

  /** Weight of a reading that fits a relation between columns that holds in every row. */
  private static final double RELATED = 7;

  private static final int FEWEST_RELATED = 4;

  private final List<SourceText> lines = new ArrayList<>();
  private final List<Map<String, List<Way>>> ways = new ArrayList<>();
  private final Join join;
  private final int pieces;
  private Set<String> patterns = Set.of();

  private ListRows(Join join, int pieces) {
    this.join = join;
    this.pieces = pieces;
  }

  private record Way(List<SourceText> pieces, double weight) {
    List<String> texts() {
      return pieces.stream().map(SourceText::text).toList();
    }
  }

  /** The first lines that share a pattern with two columns of numbers at least. */
  static List<OpenRow> read(
      List<SourceText> lines, ListCells cells, int pieces, List<SourceText> names) {
    ListRows rows = new ListRows(cells.join(), pieces);
    for (SourceText line : lines) {
      if (!rows.add(line, ListCutter.cut(cells, line.text(), pieces))) {
        break;
      }
    }
    return rows.rows(names);
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
    Map<Integer, Double> seams = new HashMap<>();
    if (join == Join.GLUED) {
      Seams.glued(line.text()).forEach(seam -> seams.put(seam.end(), seam.weight()));
    }
    Map<String, List<Way>> byPattern = new TreeMap<>();
    cuts.forEach(
        (pattern, all) ->
            byPattern.put(pattern, all.stream().map(cut -> way(line, cut, seams)).toList()));
    patterns = shared;
    lines.add(line);
    ways.add(byPattern);
    return true;
  }

  private static Way way(SourceText line, List<Integer> cut, Map<Integer, Double> seams) {
    List<SourceText> pieces = new ArrayList<>();
    double weight = 0;
    for (int i = 0; i < cut.size(); i += 2) {
      pieces.add(line.slice(cut.get(i), cut.get(i + 1)));
      weight += i == 0 ? 0 : seams.getOrDefault(cut.get(i), 0.0);
    }
    return new Way(pieces, weight);
  }

  private List<OpenRow> rows(List<SourceText> names) {
    Map<String, Double> weights = new TreeMap<>();
    for (String pattern : patterns) {
      relate(pattern);
      double weight = ColumnHints.weigh(names, pattern);
      for (Map<String, List<Way>> row : ways) {
        weight += logSum(row.getOrDefault(pattern, List.of()));
      }
      weights.put(pattern, weight);
    }
    double best = weights.values().stream().mapToDouble(w -> w).max().orElse(0);
    double total = weights.values().stream().mapToDouble(w -> Math.exp(w - best)).sum();
    weights.replaceAll((pattern, weight) -> Math.exp(weight - best) / total);
    List<OpenRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(row(lines.get(i), ways.get(i), weights));
    }
    return rows;
  }

  private OpenRow row(
      SourceText line, Map<String, List<Way>> byPattern, Map<String, Double> probabilities) {
    List<OpenReading> readings = new ArrayList<>();
    probabilities.forEach(
        (pattern, probability) -> {
          List<Way> all = byPattern.getOrDefault(pattern, List.of());
          double sum = logSum(all);
          for (Way way : all) {
            readings.add(new OpenReading(way.pieces(), probability * Math.exp(way.weight() - sum)));
          }
        });
    readings.sort(Comparator.comparingDouble(OpenReading::probability).reversed());
    boolean decided = readings.get(0).probability() >= RowSplitter.THRESHOLD;
    return new OpenRow(
        line,
        pieces,
        decided ? Outcome.READ : Outcome.AMBIGUOUS,
        decided ? readings.subList(0, Math.min(KEPT, readings.size())) : readings);
  }

  private static double logSum(List<Way> all) {
    double best = all.stream().mapToDouble(Way::weight).max().orElse(0);
    return best + StrictMath.log(all.stream().mapToDouble(w -> Math.exp(w.weight() - best)).sum());
  }

  /** Lifts the readings that fit a relation between columns, where each row has such a reading. */
  private void relate(String pattern) {
    if (ways.size() < FEWEST_RELATED) {
      return;
    }
    for (int at : Ratio.columns(pattern)) {
      for (Ratio ratio : Ratio.values()) {
        if (ways.stream().allMatch(row -> hasOne(row.get(pattern), ratio, at))) {
          ways.forEach(row -> row.computeIfPresent(pattern, (p, all) -> lifted(all, ratio, at)));
        }
      }
    }
  }

  private static boolean hasOne(@Nullable List<Way> all, Ratio ratio, int at) {
    return all != null && all.stream().anyMatch(way -> ratio.holds(way.texts(), at));
  }

  private static List<Way> lifted(List<Way> all, Ratio ratio, int at) {
    return all.stream()
        .map(
            way ->
                ratio.holds(way.texts(), at) ? new Way(way.pieces(), way.weight() + RELATED) : way)
        .toList();
  }
}
