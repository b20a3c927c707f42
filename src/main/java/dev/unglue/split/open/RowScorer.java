package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.PieceForm;
import dev.unglue.split.open.piece.RowPieces;

/**
 * What is seen of the pieces of a row: by themselves, in their column, and beside each other. Where
 * the columns are things that are compared, a cell is like those of its row, not of its column.
 *
 * @param join how cells stand to each other
 * @param counts what stands in the columns
 * @param style how the cells of this table are written
 * @param compares whether its columns are things that are compared
 */
record RowScorer(Join join, ColumnCounts counts, TableStyle style, boolean compares)
    implements PieceScorer {
  private static final double PRIOR = 1.5;
  private static final double RARE = 0.05;
  private static final double COMMON = 0.25;

  @Override
  public int base() {
    return compares ? OpenFeatures.compared(0) : counts.isEmpty() ? OpenFeatures.alone(0) : 0;
  }

  @Override
  public void edge(RowPieces row, int bound, FeatureSink seen) {
    OpenFeatures.edges(seen, join, row.left(bound), row.right(bound));
    seen.see(OpenFeatures.TOGETHER, row.together(bound));
    seen.see(OpenFeatures.FOLLOWED, row.followed(bound));
    seen.see(OpenFeatures.LED, row.led(bound));
  }

  @Override
  public void piece(int column, int row, CellPiece piece, FeatureSink seen) {
    PieceForm form = piece.form();
    seen.see(column == 0 ? OpenFeatures.labelForm(form) : OpenFeatures.cellForm(form), 1);
    if (compares) {
      compared(column, piece, seen);
      return;
    }
    double total = counts.total(column);
    if (total < 0.5) {
      return;
    }
    double above = total + PRIOR;
    see(seen, form, OpenFeatures.FORM, share(counts.form(column, piece), COMMON, above));
    see(seen, form, OpenFeatures.PATTERN, share(counts.pattern(column, piece), RARE, above));
    see(seen, form, OpenFeatures.SIZE, share(counts.size(column, piece), RARE, above));
    double whole = StrictMath.log(1 + 2 * counts.whole(column, piece));
    see(seen, form, OpenFeatures.WHOLE, whole * Math.min(piece.length(), 4) / 4);
    see(seen, form, OpenFeatures.SEVERAL, piece.first() == piece.whole() ? 0 : whole);
    if (piece.first() != 0) {
      see(seen, form, OpenFeatures.FIRST, StrictMath.log(1 + 2 * counts.first(column, piece)));
    }
    if (piece.last() != 0) {
      see(seen, form, OpenFeatures.LAST, StrictMath.log(1 + 2 * counts.last(column, piece)));
    }
    if (piece.value() >= 0) {
      see(seen, form, OpenFeatures.NEXT, counts.next(column, row, piece.value()));
    }
  }

  private void compared(int column, CellPiece piece, FeatureSink seen) {
    if (column > 0) {
      seen.see(OpenFeatures.STYLE, piece.capitals() > 0 ? style.capitals() : 0);
    } else if (!piece.form().isNumeric()) {
      seen.see(OpenFeatures.labelWords(piece.size()), 1);
    }
  }

  private static double share(double count, double prior, double above) {
    return StrictMath.log((count + prior * PRIOR) / above);
  }

  private static void see(FeatureSink seen, PieceForm form, int agreement, double amount) {
    seen.see(OpenFeatures.column(form, agreement), amount);
  }

  @Override
  public void pair(CellPiece left, CellPiece right, FeatureSink seen) {
    pair(seen, OpenFeatures.PAIR_FORM, left.form() == right.form() ? 1 : 0);
    pair(seen, OpenFeatures.PAIR_PATTERN, left.pattern() == right.pattern() ? 1 : 0);
    pair(seen, OpenFeatures.PAIR_WHOLE, left.whole() == right.whole() ? 1 : 0);
    pair(seen, OpenFeatures.PAIR_FIRST, same(left.first(), right.first()));
    pair(seen, OpenFeatures.PAIR_LAST, same(left.last(), right.last()));
    double ratio = StrictMath.log((left.length() + 2.0) / (right.length() + 2.0));
    pair(seen, OpenFeatures.PAIR_LENGTH, Math.abs(ratio));
    if (compares) {
      compared(left, right, seen);
    }
  }

  /** How two cells that are compared are written. */
  private void compared(CellPiece left, CellPiece right, FeatureSink seen) {
    if (left.form() == PieceForm.MARK || right.form() == PieceForm.MARK) {
      pair(seen, OpenFeatures.PAIR_MARK, 1);
      return;
    }
    boolean typed = left.form().isTyped();
    pair(seen, OpenFeatures.PAIR_TYPED, typed != right.form().isTyped() ? 1 : 0);
    pair(seen, OpenFeatures.PAIR_SMALL, isSmall(left) != isSmall(right) ? 1 : 0);
    if (left.shape() == right.shape()) {
      pair(
          seen,
          typed ? OpenFeatures.PAIR_UNIT : OpenFeatures.PAIR_PHRASE,
          left.isTelling() ? 1 : 0);
      pair(seen, OpenFeatures.PAIR_DIGITS, Math.abs(left.digits() - right.digits()));
      boolean even = left.digits() == right.digits() && left.digits() > 0;
      pair(seen, OpenFeatures.PAIR_EVEN, even ? 1 : 0);
    } else {
      boolean telling = left.isTelling() && right.isTelling();
      boolean uneven = telling && left.capitals() != right.capitals();
      pair(seen, OpenFeatures.PAIR_CAPITALS, uneven ? 1 : 0);
    }
    int commas = Math.abs(left.commas() - right.commas());
    pair(seen, OpenFeatures.PAIR_COMMAS, commas);
    pair(seen, OpenFeatures.PAIR_LISTS, commas == 0 && left.commas() > 0 ? 1 : 0);
  }

  private static boolean isSmall(CellPiece piece) {
    return piece.form() == PieceForm.SMALL;
  }

  private static int same(int left, int right) {
    return left == right && left != 0 ? 1 : 0;
  }

  private void pair(FeatureSink seen, int agreement, double amount) {
    if (amount != 0) {
      seen.see(OpenFeatures.pair(agreement), amount);
      seen.see(OpenFeatures.pairAlike(agreement), amount * style.alike());
    }
  }
}
