package dev.unglue.split.open;

import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.RowPieces;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the likeliest ways to cut a row into as many cells as its table has columns: column by
 * column, from every bound where the cells so far may end. Only the likeliest ways to reach a bound
 * are carried on, so that time grows with the square of the number of cut points.
 */
final class RowDecoder {
  /** Ways that are carried on. */
  static final int BEAM = 12;

  private final RowPieces row;
  private final int at;
  private final int columns;
  private final PieceScorer scorer;
  private final OpenWeights.Sum sum;

  private double[] scores;
  private int[] from;
  private int[] sizes;

  private RowDecoder(RowPieces row, int at, int columns, PieceScorer scorer, OpenWeights weights) {
    this.row = row;
    this.at = at;
    this.columns = columns;
    this.scorer = scorer;
    this.sum = weights.new Sum(scorer.base());
    int cells = columns * (row.last() + 1);
    this.scores = new double[cells * BEAM];
    this.from = new int[cells * BEAM];
    this.sizes = new int[cells];
  }

  /** The likeliest ways, best first; none where the row has too few or too many cut points. */
  static List<RowWay> decode(
      RowPieces row, int at, int columns, PieceScorer scorer, OpenWeights weights) {
    boolean fits = row.isEnumerable() && row.last() >= columns;
    return fits ? new RowDecoder(row, at, columns, scorer, weights).ways() : List.of();
  }

  private List<RowWay> ways() {
    int last = row.last();
    for (int to = 1; to <= last - columns + 1; to++) {
      if (row.has(0, to) && (columns > 1 || to == last)) {
        offer(0, to, 0, own(0, row.piece(0, to), to));
      }
    }
    for (int column = 1; column < columns; column++) {
      int left = columns - 1 - column;
      for (int start = column; start < last - left; start++) {
        if (sizes[(column - 1) * (last + 1) + start] > 0) {
          extend(column, start, left == 0 ? last : start + 1, last - left);
        }
      }
    }
    return ended();
  }

  /** A piece by itself, and the edges where it ends. */
  private double own(int column, CellPiece piece, int to) {
    scorer.piece(column, at, piece, sum);
    if (to < row.last()) {
      scorer.edge(row, to, sum);
    }
    return sum.take();
  }

  private void extend(int column, int start, int first, int most) {
    int before = (column - 1) * (row.last() + 1) + start;
    for (int to = first; to <= most; to++) {
      if (row.has(start, to)) {
        CellPiece piece = row.piece(start, to);
        double own = own(column, piece, to);
        for (int i = 0; i < sizes[before]; i++) {
          double score = scores[before * BEAM + i] + own;
          offer(
              column,
              to,
              start * BEAM + i,
              score + beside(column, start, before * BEAM + i, piece));
        }
      }
    }
  }

  private double beside(int column, int start, int way, CellPiece piece) {
    if (column < 2) {
      return 0;
    }
    if (row.has(from[way] / BEAM, start)) {
      scorer.pair(row.piece(from[way] / BEAM, start), piece, sum);
    }
    return sum.take();
  }

  /** Keeps a way to a bound, if it is one of the likeliest. */
  private void offer(int column, int bound, int way, double score) {
    int cell = column * (row.last() + 1) + bound;
    int base = cell * BEAM;
    int size = sizes[cell];
    if (size == BEAM && score <= scores[base + size - 1]) {
      return;
    }
    int i = size == BEAM ? size - 1 : size;
    while (i > 0 && scores[base + i - 1] < score) {
      scores[base + i] = scores[base + i - 1];
      from[base + i] = from[base + i - 1];
      i--;
    }
    scores[base + i] = score;
    from[base + i] = way;
    sizes[cell] = Math.min(size + 1, BEAM);
  }

  private List<RowWay> ended() {
    int last = row.last();
    int cell = (columns - 1) * (last + 1) + last;
    List<RowWay> ways = new ArrayList<>();
    for (int i = 0; i < sizes[cell]; i++) {
      ways.add(new RowWay(row, bounds(i), scores[cell * BEAM + i]));
    }
    return ways;
  }

  private int[] bounds(int i) {
    int[] bounds = new int[columns + 1];
    bounds[columns] = row.last();
    int way = i;
    for (int column = columns - 1; column >= 0; column--) {
      int packed = from[(column * (row.last() + 1) + bounds[column + 1]) * BEAM + way];
      bounds[column] = column == 0 ? 0 : packed / BEAM;
      way = packed % BEAM;
    }
    return bounds;
  }
}
