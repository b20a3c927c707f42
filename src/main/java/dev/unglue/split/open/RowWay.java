package dev.unglue.split.open;

import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.split.open.piece.PieceForm;
import dev.unglue.split.open.piece.RowPieces;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One way to cut a row: its bounds, and the weight of all that is seen of it. */
final class RowWay {
  private static final int SHORT = 3;

  private final RowPieces row;
  private final int[] bounds;
  private final double weight;
  private final boolean related;

  RowWay(RowPieces row, int[] bounds, double weight) {
    this(row, bounds, weight, false);
  }

  private RowWay(RowPieces row, int[] bounds, double weight, boolean related) {
    this.related = related;
    this.row = row;
    this.bounds = bounds.clone();
    this.weight = weight;
  }

  /** The row that is cut. */
  SourceText line() {
    return row.line();
  }

  /** Number of its cells. */
  int size() {
    return bounds.length - 1;
  }

  double weight() {
    return weight;
  }

  /** True for another way that cuts the row at the same places. */
  boolean cutsAs(RowWay other) {
    return Arrays.equals(bounds, other.bounds);
  }

  /** The same with more weight. */
  RowWay plus(double more) {
    return new RowWay(row, bounds, weight + more, related);
  }

  /** The same, which fits a relation between the columns that is worth so much. */
  RowWay related(double more) {
    return new RowWay(row, bounds, weight + more, true);
  }

  /** True if it fits a relation between the columns. */
  boolean isRelated() {
    return related;
  }

  /** The cell in a column. */
  CellPiece piece(int column) {
    return row.piece(bounds[column], bounds[column + 1]);
  }

  /**
   * True if one of its cells ends and the next begins within a run of digits, and nothing shows
   * that it must: no thousands or cents before the place, no relation between the columns.
   */
  boolean cutsDigits() {
    for (int column = 1; column < size() && !related; column++) {
      int end = row.end(bounds[column]);
      if (end == row.start(bounds[column])
          && Digits.isOfAnyScript(row.line().charAt(end - 1))
          && Digits.isOfAnyScript(row.line().charAt(end))
          && !isWhole(column)) {
        return true;
      }
    }
    return false;
  }

  /**
   * True where a sign may belong to either of two numbers, or a letter to the label or the cell
   * behind it: {@code 10,000+|644}, {@code O|SiOS 17}, {@code Systemi|OS 17}.
   */
  boolean cutsAnyhow() {
    SourceText line = row.line();
    boolean capital =
        size() > 1
            && row.end(bounds[1]) == 1
            && row.start(bounds[1]) == 1
            && Character.isUpperCase(line.charAt(0))
            && Character.isUpperCase(line.charAt(1));
    for (int column = 1; column < size() && !capital; column++) {
      int end = row.end(bounds[column]);
      capital = end == row.start(bounds[column]) && isEitherSign(line, column, end);
    }
    return capital;
  }

  private boolean isEitherSign(SourceText line, int column, int end) {
    char a = line.charAt(end - 1);
    char b = line.charAt(end);
    boolean signed = piece(column).form() == PieceForm.SIGNED;
    return (Digits.is(a) && b == '+' && signed && line.charAt(row.start(bounds[column - 1])) != '+')
        || isSmallBeforeCapitals(line, end)
        || (a == '+' && Digits.is(b) && line.charAt(row.end(bounds[column + 1]) - 1) != '+');
  }

  /** True for the small letter that names begin with before capitals: {@code iOS}. */
  private static boolean isSmallBeforeCapitals(SourceText line, int at) {
    return line.charAt(at - 1) == 'i'
        && at > 1
        && Character.isLowerCase(line.charAt(at - 2))
        && at + 1 < line.length()
        && Character.isUpperCase(line.charAt(at))
        && Character.isUpperCase(line.charAt(at + 1));
  }

  /** True if the number before a cell must end there. */
  private boolean isWhole(int column) {
    Edge left = row.left(bounds[column]);
    boolean cents = left == Edge.DECIMAL && piece(column - 1).form() == PieceForm.MONEY;
    return left == Edge.GROUPED || cents;
  }

  /** True if one of its cells is longer and of a script without case. */
  boolean hasOtherScript() {
    for (int column = 0; column < size(); column++) {
      CellPiece piece = piece(column);
      if (piece.form() == PieceForm.OTHER_SCRIPT && piece.length() > SHORT) {
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
