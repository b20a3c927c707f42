package dev.unglue.split.list;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.list.piece.Piece;
import dev.unglue.split.list.piece.PieceForm;
import dev.unglue.split.list.piece.RowPieces;

/**
 * What is seen of the pieces of a row: by themselves, in their column, and beside each other.
 *
 * @param join how cells stand to each other
 * @param counts what stands in the columns
 * @param alike how much the cells of one row are alike in this table, 0..1
 */
record RowScorer(Join join, ColumnCounts counts, double alike) implements PieceScorer {
  private static final double PRIOR = 1.5;
  private static final double RARE = 0.05;
  private static final double COMMON = 0.25;

  @Override
  public int base() {
    return counts.isEmpty() ? ListFeatures.alone(0) : 0;
  }

  @Override
  public void edge(RowPieces row, int bound, FeatureSink seen) {
    ListFeatures.edges(seen, join, row.left(bound), row.right(bound));
    seen.see(ListFeatures.TOGETHER, row.together(bound));
    seen.see(ListFeatures.FOLLOWED, row.followed(bound));
    seen.see(ListFeatures.LED, row.led(bound));
  }

  @Override
  public void piece(int column, int row, Piece piece, FeatureSink seen) {
    PieceForm form = piece.form();
    seen.see(column == 0 ? ListFeatures.labelForm(form) : ListFeatures.cellForm(form), 1);
    double total = counts.total(column);
    if (total < 0.5) {
      return;
    }
    double above = total + PRIOR;
    see(seen, form, ListFeatures.FORM, share(counts.form(column, piece), COMMON, above));
    see(seen, form, ListFeatures.PATTERN, share(counts.pattern(column, piece), RARE, above));
    see(seen, form, ListFeatures.SIZE, share(counts.size(column, piece), RARE, above));
    double whole = StrictMath.log(1 + 2 * counts.whole(column, piece));
    see(seen, form, ListFeatures.WHOLE, whole * Math.min(piece.length(), 4) / 4);
    see(seen, form, ListFeatures.SEVERAL, piece.first() == piece.whole() ? 0 : whole);
    if (piece.first() != 0) {
      see(seen, form, ListFeatures.FIRST, StrictMath.log(1 + 2 * counts.first(column, piece)));
    }
    if (piece.last() != 0) {
      see(seen, form, ListFeatures.LAST, StrictMath.log(1 + 2 * counts.last(column, piece)));
    }
    if (piece.value() >= 0) {
      see(seen, form, ListFeatures.NEXT, counts.next(column, row, piece.value()));
    }
  }

  private static double share(double count, double prior, double above) {
    return StrictMath.log((count + prior * PRIOR) / above);
  }

  private static void see(FeatureSink seen, PieceForm form, int agreement, double amount) {
    seen.see(ListFeatures.column(form, agreement), amount);
  }

  @Override
  public void pair(Piece left, Piece right, FeatureSink seen) {
    pair(seen, ListFeatures.PAIR_FORM, left.form() == right.form() ? 1 : 0);
    pair(seen, ListFeatures.PAIR_PATTERN, left.pattern() == right.pattern() ? 1 : 0);
    pair(seen, ListFeatures.PAIR_WHOLE, left.whole() == right.whole() ? 1 : 0);
    pair(seen, ListFeatures.PAIR_FIRST, same(left.first(), right.first()));
    pair(seen, ListFeatures.PAIR_LAST, same(left.last(), right.last()));
    double ratio = StrictMath.log((left.length() + 2.0) / (right.length() + 2.0));
    pair(seen, ListFeatures.PAIR_LENGTH, Math.abs(ratio));
  }

  private static int same(int left, int right) {
    return left == right && left != 0 ? 1 : 0;
  }

  private void pair(FeatureSink seen, int agreement, double amount) {
    if (amount != 0) {
      seen.see(ListFeatures.pair(agreement), amount);
      seen.see(ListFeatures.pairAlike(agreement), amount * alike);
    }
  }
}
