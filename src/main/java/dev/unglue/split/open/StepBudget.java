package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.PieceCuts;
import dev.unglue.split.open.piece.RowPieces;
import java.util.List;

/**
 * The steps that the rows of a table may cost: in proportion to their length, counted not timed.
 */
final class StepBudget {
  /** Steps by character; a page of usual tables needs a fourth of them. */
  private static final long STEPS = 600;

  /** A short table may always cost so much. */
  private static final long LEAST = 500_000;

  /**
   * Pairs of cut points that are tried for one table below known names; a hundred rows of thirty
   * words need fewer.
   */
  private static final int MOST_TRIED = 50_000;

  /** A short table may always cost so much. */
  private static final int LEAST_TRIED = 8_000;

  /** Pairs by character; rows of words need a third of them. */
  private static final int FOR_EACH_CHARACTER = 6;

  /** A label and two cells; rows of more pieces cost more. */
  private static final int USUAL_COLUMNS = 3;

  private final long pieces;
  private long left;

  private StepBudget(long pieces, long left) {
    this.pieces = pieces;
    this.left = left;
  }

  static StepBudget of(List<RowPieces> rows) {
    long pieces = 0;
    long length = 0;
    for (RowPieces row : rows) {
      long bounds = row.isEnumerable() ? row.last() : 0;
      pieces += bounds * bounds / 2;
      length += row.line().length();
    }
    return new StepBudget(pieces, Math.max(LEAST, length * STEPS));
  }

  /** How many lines can be tried in reasonable time for their length, from the first on. */
  static int affordable(List<SourceText> lines, Join join, int columns) {
    long cost = 0;
    long most = LEAST_TRIED;
    int count = 0;
    while (count < lines.size() && cost <= Math.min(most, MOST_TRIED)) {
      SourceText line = lines.get(count);
      long tried = PieceCuts.of(line.text(), join).size();
      cost += tried > RowPieces.MOST_POINTS ? tried : tried * tried * columns / USUAL_COLUMNS;
      most += (long) line.length() * FOR_EACH_CHARACTER;
      count++;
    }
    return count;
  }

  /** True if the rows may be read as so many columns; takes away what that costs. */
  boolean allows(int columns) {
    left -= pieces * columns * TableDecoder.ROUNDS;
    return left >= 0;
  }
}
