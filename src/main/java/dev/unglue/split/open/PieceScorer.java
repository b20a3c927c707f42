package dev.unglue.split.open;

import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.RowPieces;

/** Says what is seen of the pieces of a line and of the places between them. */
interface PieceScorer {
  /** The number of the first feature that it speaks of. */
  int base();

  /** The end of a cell at a bound. */
  void edge(RowPieces row, int bound, FeatureSink seen);

  /** A piece in a column of a row. */
  void piece(int column, int row, CellPiece piece, FeatureSink seen);

  /** Two cells beside each other. */
  void pair(CellPiece left, CellPiece right, FeatureSink seen);
}
