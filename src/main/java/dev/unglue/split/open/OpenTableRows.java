package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.feature.CutPoints;
import dev.unglue.split.open.feature.OpenWeights;
import dev.unglue.split.open.feature.RowSimilarity;
import java.util.List;

/** All rows of one table: read once by themselves, and again with what the first reading showed. */
final class OpenTableRows {
  /**
   * Pairs of cut points that are tried for one table; a hundred rows of thirty words need fewer.
   */
  private static final int MOST_TRIED = 50_000;

  private OpenTableRows() {}

  /** The rows, from the first on; what would cost too much to try is left out. */
  static List<OpenTableRow> read(
      List<SourceText> all, Join join, int columns, OpenWeights weights) {
    List<SourceText> lines = affordable(all, join);
    RowSplitter first = new RowSplitter(join, RowSimilarity.UNKNOWN, weights);
    List<OpenTableRow> rows = lines.stream().map(line -> first.split(line, columns)).toList();
    RowSplitter again = new RowSplitter(join, similarity(rows), weights);
    return lines.stream().map(line -> again.split(line, columns)).toList();
  }

  /** As many lines as can be tried in reasonable time, from the first on. */
  static List<SourceText> affordable(List<SourceText> lines, Join join) {
    int cost = 0;
    int count = 0;
    while (count < lines.size() && cost <= MOST_TRIED) {
      int tried = Math.min(CutPoints.of(lines.get(count).text(), join).size(), CutPoints.MOST);
      cost += tried * tried;
      count++;
    }
    return lines.subList(0, count);
  }

  /** What the rows show of how the cells of the table are written. */
  private static RowSimilarity similarity(List<OpenTableRow> rows) {
    long read = rows.stream().filter(row -> row.outcome() == Outcome.READ).count();
    long few =
        rows.stream()
            .filter(row -> row.outcome() == Outcome.HEADING || row.outcome() == Outcome.SHORT)
            .count();
    List<List<String>> whole =
        rows.stream()
            .filter(row -> row.outcome() == Outcome.READ || row.outcome() == Outcome.AMBIGUOUS)
            .filter(row -> !row.readings().isEmpty())
            .map(row -> row.best().stream().map(Slice::text).toList())
            .toList();
    return RowSimilarity.of(whole, read, few);
  }
}
