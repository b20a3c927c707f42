package dev.unglue.split.list;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.list.piece.Piece;
import dev.unglue.split.list.piece.RowPieces;

/** What is seen of the names in a header whose cells stand so to each other. */
record HeaderScorer(Join join) implements PieceScorer {
  @Override
  public int base() {
    return 0;
  }

  @Override
  public void edge(RowPieces row, int bound, FeatureSink seen) {
    ListFeatures.headerEdges(seen, join, row.left(bound), row.right(bound));
  }

  @Override
  public void piece(int column, int row, Piece piece, FeatureSink seen) {
    seen.see(ListFeatures.headerForm(piece.form()), 1);
    seen.see(ListFeatures.headerWords(piece.form().isNumeric() ? 0 : piece.size()), 1);
  }

  @Override
  public void pair(Piece left, Piece right, FeatureSink seen) {
    seen.see(ListFeatures.HEADER_SAME, left.whole() == right.whole() ? 1 : 0);
  }
}
