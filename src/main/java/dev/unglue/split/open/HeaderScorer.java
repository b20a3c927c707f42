package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.RowPieces;

/** What is seen of the names in a header whose cells stand so to each other. */
record HeaderScorer(Join join) implements PieceScorer {
  @Override
  public int base() {
    return 0;
  }

  @Override
  public void edge(RowPieces row, int bound, FeatureSink seen) {
    OpenFeatures.headerEdges(seen, join, row.left(bound), row.right(bound));
  }

  @Override
  public void piece(int column, int row, CellPiece piece, FeatureSink seen) {
    seen.see(OpenFeatures.headerForm(piece.form()), 1);
    seen.see(OpenFeatures.headerWords(piece.form().isNumeric() ? 0 : piece.size()), 1);
  }

  @Override
  public void pair(CellPiece left, CellPiece right, FeatureSink seen) {
    seen.see(OpenFeatures.HEADER_SAME, left.whole() == right.whole() ? 1 : 0);
  }
}
