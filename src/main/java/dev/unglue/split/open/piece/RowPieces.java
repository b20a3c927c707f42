package dev.unglue.split.open.piece;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A row with the places where its cells may end, and all pieces between two of them that may be a
 * cell. Bound 0 is its beginning, the last bound its end.
 */
public final class RowPieces {
  /** A row with more cut points is too ambiguous to enumerate. */
  public static final int MOST_POINTS = 47;

  private static final int LONGEST = 400;

  private final SourceText line;

  /** The line as cells are told in it, whatever its language. */
  private final String text;

  private final PieceCuts points;
  private final @Nullable CellPiece[] pieces;
  private final int bounds;
  private final Edge[] left;
  private final Edge[] right;
  private final double[] together;
  private final double[] followed;
  private final double[] led;

  private RowPieces(SourceText line, String text, Join join) {
    this.line = line;
    this.text = text;
    this.points = PieceCuts.of(text, join);
    this.bounds = points.size() + 2;
    this.pieces = new CellPiece[isEnumerable() ? bounds * bounds : 0];
    this.together = new double[bounds];
    this.followed = new double[bounds];
    this.led = new double[bounds];
    this.left = new Edge[isEnumerable() ? bounds : 0];
    this.right = new Edge[isEnumerable() ? bounds : 0];
    if (isEnumerable()) {
      scan();
    }
  }

  public static RowPieces of(SourceText line, Join join) {
    return new RowPieces(line, PlainNumbers.of(line.text()), join);
  }

  private void scan() {
    for (int i = 1; i < last(); i++) {
      left[i] = Edge.before(text, end(i));
      right[i] = Edge.after(text, start(i));
    }
    for (int i = 0; i < last(); i++) {
      for (int j = i + 1; j <= last() && end(j) - start(i) <= LONGEST; j++) {
        CellPiece piece = end(j) > start(i) ? PieceScanner.scan(text, start(i), end(j)) : null;
        pieces[i * bounds + j] = piece == null || piece.form() == PieceForm.BROKEN ? null : piece;
      }
    }
  }

  /** False for a row of too many cut points, whose pieces were not looked at. */
  public boolean isEnumerable() {
    return points.size() <= MOST_POINTS;
  }

  public SourceText line() {
    return line;
  }

  /** The number of the last bound. */
  public int last() {
    return bounds - 1;
  }

  /** Where a piece that begins at a bound begins. */
  public int start(int bound) {
    return bound == 0 ? 0 : points.next(bound - 1);
  }

  /** Where a piece that ends at a bound ends. */
  public int end(int bound) {
    return bound == last() ? line.length() : points.end(bound - 1);
  }

  /** True if what stands between two bounds may be a cell. */
  public boolean has(int from, int to) {
    return pieces[from * bounds + to] != null;
  }

  /**
   * The piece between two bounds.
   *
   * @throws IllegalStateException if it can be no cell
   */
  public CellPiece piece(int from, int to) {
    CellPiece piece = pieces[from * bounds + to];
    if (piece == null) {
      throw new IllegalStateException(
          "no cell stands between bounds %d and %d".formatted(from, to));
    }
    return piece;
  }

  /** Notes what the words around each place show, as all rows of the table use them. */
  public void note(WordPairs words) {
    for (int i = 1; i < last(); i++) {
      int before = WordPairs.before(line.text(), end(i));
      int after = WordPairs.after(line.text(), start(i));
      double pair = words.pair(before, after) - 1.0;
      double follows = words.left(before) - 1.0;
      double leads = words.right(after) - 1.0;
      double next = before == 0 || follows <= 0 ? -1 : pair / follows;
      double previous = after == 0 || leads <= 0 ? -1 : pair / leads;
      together[i] = Math.max(0, Math.min(next, previous));
      followed[i] = next < 0 ? 0 : 1 - next;
      led[i] = previous < 0 ? 0 : 1 - previous;
    }
  }

  /** Adds the words around each place to those of the table. */
  public void tell(WordPairs words) {
    for (int i = 1; i < last(); i++) {
      words.add(WordPairs.before(line.text(), end(i)), WordPairs.after(line.text(), start(i)));
    }
  }

  public double together(int bound) {
    return together[bound];
  }

  public double followed(int bound) {
    return followed[bound];
  }

  public double led(int bound) {
    return led[bound];
  }

  /** What ends at an inner bound. */
  public Edge left(int bound) {
    return left[bound];
  }

  /** What begins at an inner bound. */
  public Edge right(int bound) {
    return right[bound];
  }
}
