package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.RowPieces;
import dev.unglue.split.open.piece.WordPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    List<List<RowWay>> names = likely(names(header));
    int[] tried = tried(names, rows);
    if (tried.length == 0 || weights.isSpent()) {
      return List.of();
    }
    int most = tried[tried.length - 1];
    FirstWays listed = FirstWays.of(rows, join, most, weights, false);
    FirstWays compared = FirstWays.of(rows, join, most < COMPARED ? 0 : most, weights, true);
    List<ColumnHypothesis> all = new ArrayList<>();
    for (int columns : tried) {
      if (weights.isSpent()) {
        return all;
      }
      add(read(columns, rows, listed), names, all);
      if (columns >= COMPARED) {
        add(read(columns, rows, compared), names, all);
      }
    }
    return all;
  }

  private TableDecoder read(int columns, List<RowPieces> rows, FirstWays first) {
    return new TableDecoder(rows, join, columns, weights, first).run();
  }

  /** Below a header with a name for each column, and below one with none above the labels. */
  private void add(TableDecoder read, List<List<RowWay>> names, List<ColumnHypothesis> all) {
    List<RowWay> even = names.get(read.columns());
    List<RowWay> fewer = names.get(read.columns() - 1);
    if (!even.isEmpty()) {
      all.add(new ColumnHypothesis(join, read, even, true));
    }
    if (!fewer.isEmpty()) {
      all.add(new ColumnHypothesis(join, read, fewer, false));
    }
  }

  /** The numbers of columns for which there are names, and places to cut the rows. */
  private static int[] tried(List<List<RowWay>> names, List<RowPieces> rows) {
    StepBudget budget = StepBudget.of(rows);
    return IntStream.rangeClosed(FEWEST_COLUMNS, MOST_COLUMNS)
        .filter(columns -> !names.get(columns).isEmpty() || !names.get(columns - 1).isEmpty())
        .filter(columns -> fits(rows, columns) && budget.allows(columns))
        .toArray();
  }

  /** The rows, from the first on, below names that are known; the labels have a column, too. */
  List<OpenTableRow> named(List<SourceText> lines, int columns) {
    int affordable = StepBudget.affordable(lines, join, columns);
    ColumnHypothesis read = named(columns, pieces(lines.subList(0, affordable)));
    return new RowJudge(read, 1, weights).decide();
  }

  /** Rows read as a table that compares things whose names are known. */
  ColumnHypothesis named(int columns, List<RowPieces> rows) {
    FirstWays first = FirstWays.of(rows, join, columns, weights, true);
    return new ColumnHypothesis(join, read(columns, rows, first), List.of(), false);
  }

  /** For each number of names, the likeliest ways to cut a header into so many. */
  private List<List<RowWay>> names(SourceText header) {
    RowPieces line = RowPieces.of(header, join);
    return RowDecoder.decodeEach(line, 0, MOST_COLUMNS, new HeaderScorer(join), weights);
  }

  /** Nothing for one name, and where a header is far likelier to have another number of names. */
  private static List<List<RowWay>> likely(List<List<RowWay>> names) {
    double best = Double.NEGATIVE_INFINITY;
    for (List<RowWay> ways : names) {
      best = ways.isEmpty() ? best : Math.max(best, TableDecoder.logSum(ways));
    }
    List<List<RowWay>> likely = new ArrayList<>();
    for (List<RowWay> ways : names) {
      boolean isLikely =
          !ways.isEmpty()
              && ways.get(0).size() >= FEWEST_COLUMNS
              && TableDecoder.logSum(ways) >= best - UNLIKELY;
      likely.add(isLikely ? ways : List.of());
    }
    return likely;
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
