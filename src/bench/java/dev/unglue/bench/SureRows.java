package dev.unglue.bench;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.TableLesson.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * Which rows of tables that nothing was learned from are sure enough to stand: the strictest odds
 * that let the most rows stand, with so few wrong ones among all.
 *
 * @param join how cells stand to each other
 * @param rows what was read of them
 */
record SureRows(Join join, List<Verdict> rows) {
  /** Wrong rows among all: at most one of two hundred. */
  private static final double MOST_WRONG = 0.005;

  private static final double[] ROW = {1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6};
  private static final double[] COLUMNS = {0.4, 0.6, 0.8, 1, 1.2, 1.5, 2, 2.5, 3};
  private static final double[] TABLE = {-1, 0, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5};

  /** Copies the rows. */
  SureRows {
    rows = List.copyOf(rows);
  }

  /** Shares of rows: decided and right, decided and wrong. */
  record Shares(double right, double wrong) {}

  /** What becomes of the rows with these least odds. */
  Shares shares(double[] least) {
    int right = 0;
    int wrong = 0;
    for (Verdict row : rows) {
      if (row.passes(least)) {
        right += row.right() ? 1 : 0;
        wrong += row.right() ? 0 : 1;
      }
    }
    return new Shares(right / (double) rows.size(), wrong / (double) rows.size());
  }

  /** The best least odds, of the row, the columns, the table. */
  double[] best() {
    double[] best = {ROW[ROW.length - 1], COLUMNS[COLUMNS.length - 1], TABLE[TABLE.length - 1]};
    double most = -1;
    for (double row : ROW) {
      for (double columns : COLUMNS) {
        for (double table : TABLE) {
          double[] least = {row, columns, table};
          Shares shares = shares(least);
          if (shares.wrong() <= MOST_WRONG && shares.right() >= most) {
            most = shares.right();
            best = least;
          }
        }
      }
    }
    return best;
  }

  /** One line that tells the shares. */
  String told() {
    double[] best = best();
    Shares shares = shares(best);
    return String.format(
        Locale.ROOT,
        "%s: %d rows, best reading right %.3f; right %.3f, wrong %.4f at odds %.1f of the row, %.1f"
            + " of the columns, %.1f of the table",
        join.name().toLowerCase(Locale.ROOT),
        rows.size(),
        rows.stream().filter(Verdict::right).count() / (double) rows.size(),
        shares.right(),
        shares.wrong(),
        best[0],
        best[1],
        best[2]);
  }
}
