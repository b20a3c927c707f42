package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.piece.RowPieces;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table as they are read before anything is known of its columns. How many these are
 * makes no difference then: so this is looked for but once, whatever numbers of columns are tried.
 *
 * @param compared whether the columns are things that are compared
 * @param byRow for each row its likeliest ways by number of cells, from none on
 */
record FirstWays(boolean compared, List<List<List<RowWay>>> byRow) {
  static FirstWays of(
      List<RowPieces> rows, Join join, int most, OpenWeights weights, boolean compared) {
    RowScorer scorer = new RowScorer(join, new ColumnCounts(), TableStyle.UNKNOWN, compared);
    List<List<List<RowWay>>> byRow = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      byRow.add(RowDecoder.decodeEach(rows.get(at), at, most, scorer, weights));
    }
    return new FirstWays(compared, byRow);
  }

  /** The ways of a row by number of cells. */
  List<List<RowWay>> of(int row) {
    return byRow.get(row);
  }
}
