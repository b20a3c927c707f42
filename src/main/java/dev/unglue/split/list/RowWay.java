package dev.unglue.split.list;

import dev.unglue.model.page.Slice;
import dev.unglue.split.list.piece.Piece;
import dev.unglue.split.list.piece.RowPieces;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;

/** One way to cut a row: its bounds, and the weight of all that is seen of it. */
final class RowWay {
  private final RowPieces row;
  private final int[] bounds;
  private final double weight;

  RowWay(RowPieces row, int[] bounds, double weight) {
    this.row = row;
    this.bounds = bounds.clone();
    this.weight = weight;
  }

  /** Number of its cells. */
  int size() {
    return bounds.length - 1;
  }

  double weight() {
    return weight;
  }

  /** The same with more weight. */
  RowWay plus(double more) {
    return new RowWay(row, bounds, weight + more);
  }

  /** The cell in a column. */
  Piece piece(int column) {
    Piece piece = row.piece(bounds[column], bounds[column + 1]);
    if (piece == null) {
      throw new IllegalStateException("a way has pieces only");
    }
    return piece;
  }

  /** True if one of its cells ends and the next begins within a run of digits. */
  boolean cutsDigits() {
    for (int column = 1; column < size(); column++) {
      int end = row.end(bounds[column]);
      if (end == row.start(bounds[column])
          && Digits.isOfAnyScript(row.line().charAt(end - 1))
          && Digits.isOfAnyScript(row.line().charAt(end))) {
        return true;
      }
    }
    return false;
  }

  /** The cells as text, in order. */
  List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    for (int column = 0; column < size(); column++) {
      slices.add(
          Slice.of(row.line().slice(row.start(bounds[column]), row.end(bounds[column + 1]))));
    }
    return slices;
  }

  /** Notes all that is seen of it. */
  void see(int at, PieceScorer scorer, FeatureSink seen) {
    for (int column = 0; column < size(); column++) {
      scorer.piece(column, at, piece(column), seen);
      if (column > 0) {
        scorer.edge(row, bounds[column], seen);
      }
      if (column > 1) {
        scorer.pair(piece(column - 1), piece(column), seen);
      }
    }
  }
}
