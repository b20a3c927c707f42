package dev.unglue.split.open;

import dev.unglue.split.open.ListRows.Way;
import dev.unglue.split.open.OpenChoices.OpenChoice;
import dev.unglue.split.open.feature.ColumnHints;
import dev.unglue.split.open.feature.FeatureCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The readings between which the rows of a list are decided, the true one first.
 *
 * @param shared by pattern, the ways to cut each row
 * @param truth the rows
 * @param names of the columns
 */
record ListChoices(
    Map<String, List<List<Way>>> shared, List<List<String>> truth, List<String> names) {
  /** Ways to cut one row that are learned from. */
  private static final int MOST = 100;

  /** For each row those of the true pattern, and last the patterns; empty if none is true. */
  List<List<OpenChoice>> all() {
    List<List<OpenChoice>> all = new ArrayList<>();
    shared.forEach(
        (pattern, rows) -> {
          if (all.isEmpty() && isTrue(rows)) {
            IntStream.range(0, truth.size())
                .forEach(i -> all.add(ofRow(rows.get(i), truth.get(i))));
            all.add(patterns(pattern));
          }
        });
    return all;
  }

  private boolean isTrue(List<List<Way>> rows) {
    return rows.size() == truth.size()
        && IntStream.range(0, truth.size())
            .allMatch(i -> rows.get(i).stream().anyMatch(way -> way.texts().equals(truth.get(i))));
  }

  private static List<OpenChoice> ofRow(List<Way> ways, List<String> truth) {
    Stream<Way> right = ways.stream().filter(way -> way.texts().equals(truth));
    Stream<Way> wrong =
        ways.stream()
            .filter(way -> !way.texts().equals(truth))
            .sorted(Comparator.comparingDouble(Way::weight).reversed())
            .limit(MOST);
    return Stream.concat(right, wrong).map(ListChoices::choice).toList();
  }

  private static OpenChoice choice(Way way) {
    Map<String, Double> seen = new TreeMap<>();
    way.see(FeatureCollector.into(seen));
    return new OpenChoice(way.texts(), seen);
  }

  /** The likeliest reading of each pattern, and the truth in the place of that of its own. */
  private List<OpenChoice> patterns(String right) {
    List<OpenChoice> choices = new ArrayList<>();
    shared.forEach(
        (pattern, rows) ->
            choices.add(pattern.equals(right) ? 0 : choices.size(), pattern(pattern, rows, right)));
    return choices;
  }

  private OpenChoice pattern(String pattern, List<List<Way>> rows, String right) {
    Map<String, Double> seen = new TreeMap<>();
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = truth.get(i);
      Way way =
          rows.get(i).stream()
              .filter(each -> !pattern.equals(right) || each.texts().equals(row))
              .max(Comparator.comparingDouble(Way::weight))
              .orElseThrow();
      way.see(FeatureCollector.into(seen));
      pieces.addAll(way.texts());
    }
    ColumnHints.see(names, pattern, FeatureCollector.into(seen));
    return new OpenChoice(pieces, seen);
  }
}
