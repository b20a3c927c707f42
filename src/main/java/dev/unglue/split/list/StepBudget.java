package dev.unglue.split.list;

import dev.unglue.split.list.piece.RowPieces;
import java.util.List;

/**
 * The steps that the rows of a table may cost: in proportion to their length, counted not timed.
 */
final class StepBudget {
  /** Steps by character; a page of usual tables needs a fourth of them. */
  private static final long STEPS = 600;

  /** A short table may always cost so much. */
  private static final long LEAST = 500_000;

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

  /** True if the rows may be read as so many columns; takes away what that costs. */
  boolean allows(int columns) {
    left -= pieces * columns * TableDecoder.ROUNDS;
    return left >= 0;
  }
}
