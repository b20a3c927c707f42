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

  /** A short table may always cost so much. */
  private static final int LEAST_TRIED = 8_000;

  /** Pairs by character; rows of words need a third of them. */
  private static final int FOR_EACH_CHARACTER = 6;

  /** A label and two cells; rows of more pieces cost more. */
  private static final int USUAL_PIECES = 3;

  private OpenTableRows() {}

  /** The rows, from the first on; what would cost too much to try is left out. */
  static List<OpenTableRow> read(
      List<SourceText> all, Join join, int columns, OpenWeights weights) {
    List<SourceText> lines = affordable(all, join, columns);
    RowSplitter first = new RowSplitter(join, RowSimilarity.UNKNOWN, weights);
    List<OpenTableRow> rows = lines.stream().map(line -> first.split(line, columns)).toList();
    RowSplitter again = new RowSplitter(join, similarity(rows), weights);
    return lines.stream().map(line -> again.split(line, columns)).toList();
  }

  /** As many lines as can be tried in reasonable time for their length, from the first on. */
  static List<SourceText> affordable(List<SourceText> lines, Join join, int columns) {
    long cost = 0;
    long most = LEAST_TRIED;
    int count = 0;
    while (count < lines.size() && cost <= Math.min(most, MOST_TRIED)) {
      SourceText line = lines.get(count);
      int points = CutPoints.of(line.text(), join).size();
      long tried = Math.min(points, CutPoints.most(line.length()));
      cost += tried * tried * (columns + 1) / USUAL_PIECES;
      most += (long) line.length() * FOR_EACH_CHARACTER;
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
