package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.RowPieces;
import dev.unglue.split.open.piece.WordPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how many columns a table has: that number under which its rows and its header explain
 * each other best.
 *
 * @param join how cells stand to each other
 * @param weights what was learned
 */
record TableSolver(Join join, OpenWeights weights) {
  static final int FEWEST_COLUMNS = 2;
  static final int MOST_COLUMNS = 12;

  /** A table compares things if it has a column of labels and two more. */
  private static final int COMPARED = 3;

  private static final List<Boolean> LISTED = List.of(false);
  private static final List<Boolean> BOTH = List.of(false, true);

  /** A header is not tried as a number of names that is so much less likely. */
  private static final double UNLIKELY = 10;

  /** Rows that cannot be read at all are rare: at most one of so many. */
  private static final int RARE = 3;

  /**
   * The number of columns that was chosen.
   *
   * @param chosen the table read so
   * @param chance how likely that number is among all, 0..1
   * @param headerChance how likely it is that its header has these names as well, 0..1
   */
  record Solution(ColumnHypothesis chosen, double chance, double headerChance) {}

  /** The rows of lines, with all pieces that may be cells. */
  List<RowPieces> pieces(List<SourceText> lines) {
    List<RowPieces> rows = new ArrayList<>();
    lines.forEach(line -> rows.add(RowPieces.of(line, join)));
    WordPairs.note(rows);
    return rows;
  }

  /** Reads rows below a header; empty where no number of columns fits. */
  Optional<Solution> solve(SourceText header, List<RowPieces> rows) {
    return best(hypotheses(header, rows));
  }

  /** The numbers of columns that fit, each with the table read so. */
  List<ColumnHypothesis> hypotheses(SourceText header, List<RowPieces> rows) {
    List<List<RowWay>> names = names(header);
    double best = Double.NEGATIVE_INFINITY;
    for (List<RowWay> ways : names) {
      best = ways.isEmpty() ? best : Math.max(best, TableDecoder.logSum(ways));
    }
    StepBudget budget = StepBudget.of(rows);
    List<ColumnHypothesis> all = new ArrayList<>();
    for (int columns = FEWEST_COLUMNS; columns <= MOST_COLUMNS; columns++) {
      List<RowWay> even = likely(names.get(columns), best);
      List<RowWay> fewer =
          columns == FEWEST_COLUMNS ? List.of() : likely(names.get(columns - 1), best);
      boolean named = !even.isEmpty() || !fewer.isEmpty();
      if (named && fits(rows, columns) && budget.allows(columns) && !weights.isSpent()) {
        for (boolean compared : columns < COMPARED ? LISTED : BOTH) {
          TableDecoder read = new TableDecoder(rows, join, columns, weights, compared).run();
          if (!even.isEmpty()) {
            all.add(new ColumnHypothesis(join, read, even, true));
          }
          if (!fewer.isEmpty()) {
            all.add(new ColumnHypothesis(join, read, fewer, false));
          }
        }
      }
    }
    return all;
  }

  /** The rows, from the first on, below names that are known; the labels have a column, too. */
  List<OpenTableRow> named(List<SourceText> lines, int columns) {
    int affordable = StepBudget.affordable(lines, join, columns);
    ColumnHypothesis read = named(columns, pieces(lines.subList(0, affordable)));
    return new RowJudge(read, 1, weights).decide();
  }

  /** Rows read as a table that compares things whose names are known. */
  ColumnHypothesis named(int columns, List<RowPieces> rows) {
    TableDecoder read = new TableDecoder(rows, join, columns, weights, true).run();
    return new ColumnHypothesis(join, read, List.of(), false);
  }

  /** For each number of names, the likeliest ways to cut a header into so many. */
  private List<List<RowWay>> names(SourceText header) {
    RowPieces line = RowPieces.of(header, join);
    HeaderScorer scorer = new HeaderScorer(join);
    List<List<RowWay>> names = new ArrayList<>();
    for (int count = 0; count <= MOST_COLUMNS; count++) {
      names.add(count == 0 ? List.of() : RowDecoder.decode(line, 0, count, scorer, weights));
    }
    return names;
  }

  /** Nothing where a header is far likelier to have another number of names. */
  private static List<RowWay> likely(List<RowWay> ways, double best) {
    boolean likely = !ways.isEmpty() && TableDecoder.logSum(ways) >= best - UNLIKELY;
    return likely ? ways : List.of();
  }

  /** True if most rows have places to cut them so often. */
  private static boolean fits(List<RowPieces> rows, int columns) {
    int fitting = 0;
    for (RowPieces row : rows) {
      fitting += row.isEnumerable() && row.last() >= columns ? 1 : 0;
    }
    return (rows.size() - fitting) * RARE <= rows.size();
  }

  private Optional<Solution> best(List<ColumnHypothesis> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    double[] scores = new double[all.size()];
    int best = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = all.get(i).weight(weights);
      best = scores[i] > scores[best] ? i : best;
    }
    double total = 0;
    double same = 0;
    for (int i = 0; i < scores.length; i++) {
      double part = StrictMath.exp(scores[i] - scores[best]);
      total += part;
      same += all.get(i).rows().columns() == all.get(best).rows().columns() ? part : 0;
    }
    return Optional.of(new Solution(all.get(best), same / total, 1 / total));
  }
}
