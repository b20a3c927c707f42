package dev.unglue.split.open;

import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.RowPieces;
import dev.unglue.split.search.BeamSearch;
import dev.unglue.split.search.BeamSearch.Beam;
import dev.unglue.split.search.BeamSearch.Found;
import dev.unglue.split.search.CellScorer;
import dev.unglue.split.search.Lattice;
import dev.unglue.split.search.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds the likeliest ways to cut a row into as many cells as its table has columns. */
final class RowDecoder implements Lattice<CellPiece>, CellScorer<CellPiece> {
  /** Ways that are carried on, and kept. */
  private static final Beam BEAM = new Beam(12, Integer.MAX_VALUE, 12);

  private final RowPieces row;
  private final int at;
  private final PieceScorer scorer;
  private final OpenWeights.Sum sum;

  private RowDecoder(RowPieces row, int at, PieceScorer scorer, OpenWeights weights) {
    this.row = row;
    this.at = at;
    this.scorer = scorer;
    this.sum = weights.new Sum(scorer.base());
  }

  /** The likeliest ways, best first; none where the row has too few or too many cut points. */
  static List<RowWay> decode(
      RowPieces row, int at, int columns, PieceScorer scorer, OpenWeights weights) {
    if (!row.isEnumerable() || row.last() < columns) {
      return List.of();
    }
    return bestFirst(row, search(row, at, scorer, weights).find(columns));
  }

  /** The same for each number of columns, from none to so many: one search finds them all. */
  static List<List<RowWay>> decodeEach(
      RowPieces row, int at, int columns, PieceScorer scorer, OpenWeights weights) {
    List<List<RowWay>> byColumns = new ArrayList<>(Collections.nCopies(columns + 1, List.of()));
    if (row.isEnumerable()) {
      int most = Math.min(columns, row.last());
      List<Found<CellPiece>> found = search(row, at, scorer, weights).findEach(most);
      for (int cells = 1; cells <= most; cells++) {
        byColumns.set(cells, bestFirst(row, found.get(cells - 1)));
      }
    }
    return byColumns;
  }

  private static BeamSearch<CellPiece> search(
      RowPieces row, int at, PieceScorer scorer, OpenWeights weights) {
    RowDecoder decoder = new RowDecoder(row, at, scorer, weights);
    return new BeamSearch<>(decoder, decoder, BEAM);
  }

  private static List<RowWay> bestFirst(RowPieces row, Found<CellPiece> found) {
    List<RowWay> ways = new ArrayList<>();
    for (Way<CellPiece> way : found.ways()) {
      ways.add(new RowWay(row, way.places(), way.weight()));
    }
    ways.sort(Comparator.comparingDouble(RowWay::weight).reversed());
    return ways;
  }

  @Override
  public int end() {
    return row.last();
  }

  @Override
  public void from(int start, int after, Cells<CellPiece> cells) {
    int last = row.last();
    int most = after == ANY ? last : last - after;
    for (int to = after == 0 ? last : start + 1; to <= most; to++) {
      if (row.has(start, to)) {
        cells.found(row.piece(start, to), to);
      }
    }
  }

  /** A piece by itself, and the edges where it ends. */
  @Override
  public double cell(int column, CellPiece piece, int next) {
    scorer.piece(column, at, piece, sum);
    if (next < row.last()) {
      scorer.edge(row, next, sum);
    }
    return sum.take();
  }

  /** Cells are like each other; a label is like none. */
  @Override
  public double pair(int column, CellPiece left, CellPiece right) {
    if (column > 1) {
      scorer.pair(left, right, sum);
    }
    return sum.take();
  }
}
