package dev.unglue.split.open;

import dev.unglue.split.open.piece.CellPiece;

/**
 * How the rows of a table are written, as all of them show it.
 *
 * @param alike how much the cells of one row are of one form, 0..1
 * @param capitals how much speaks against a capital within a cell of several words, as a logarithm
 * @param whole true where nearly every row has all its cells
 */
record TableStyle(double alike, double capitals, boolean whole) {
  /** How often two cells of a row are of one form, before anything is known of a table. */
  private static final double ALIKE = 0.4;

  private static final double ALIKE_PAIRS = 4;
  private static final int FEWEST_WHOLE = 3;
  private static final int RARE = 8;

  /** Nothing is known of the table yet. */
  static final TableStyle UNKNOWN = new TableStyle(ALIKE, 0, false);

  /** Counts what rows show. */
  static final class Counter {
    private double pairs = ALIKE_PAIRS;
    private double same = ALIKE * ALIKE_PAIRS;
    private double phrases = 2;
    private double plain = 1;
    private double rows;
    private double few;

    /** Adds a way to read a row as so many columns that is so likely. */
    void add(RowWay way, int columns, double part) {
      rows += part;
      few += way.size() < columns ? part : 0;
      for (int c = 1; c < way.size(); c++) {
        CellPiece piece = way.piece(c);
        phrases += piece.capitals() >= 0 ? part : 0;
        plain += piece.capitals() == 0 ? part : 0;
        pairs += c > 1 ? part : 0;
        same += c > 1 && way.piece(c - 1).form() == piece.form() ? part : 0;
      }
    }

    TableStyle style() {
      double share = plain / phrases;
      boolean whole = rows - few >= FEWEST_WHOLE && few * RARE < rows - few;
      return new TableStyle(same / pairs, StrictMath.log((1 - share) / share), whole);
    }
  }
}
