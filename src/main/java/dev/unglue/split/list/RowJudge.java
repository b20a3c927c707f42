package dev.unglue.split.list;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.split.list.piece.RowPieces;
import dev.unglue.split.open.OpenTableRow;
import dev.unglue.split.open.OpenTableRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides the rows of a table: a row stands where three things are likely enough, as was measured
 * on tables that nothing was learned from: its best reading among its own, the number of columns,
 * and the best readings of all rows on the average, which show how well the table as a whole is
 * settled.
 *
 * @param table the table read as so many columns
 * @param chance how likely that number is, 0..1
 * @param weights what was learned
 */
record RowJudge(ColumnHypothesis table, double chance, ListWeights weights) {
  /**
   * The least odds of the row, of the number of columns and of the table, as logarithms: at these,
   * of 1,834 rows of tables that nothing was learned from at most one in two hundred stood and was
   * wrong (4.4 of a thousand run together, none joined by blanks), as the learner tells.
   */
  private static final List<Double> GLUED = List.of(6.0, 0.4, 5.0);

  /** Where names tell the number of columns. */
  private static final List<Double> NAMED = List.of(2.0, 0.0, 1.5);

  private static final List<Double> SPACED = List.of(1.0, 2.0, -1.0);

  /** No odds are better or worse than this: so much is never known. */
  private static final double NEVER = 1e-4;

  /** What two cells of words beside each other take from the odds, as was measured. */
  private static final double BESIDE = 0.5;

  /** How many other rows must share the forms of cells that are cut out of one run of digits. */
  private static final double DIGITS = 0.1;

  private static final int KEPT = 8;

  /** How likely the best readings of the rows are on the average, as logarithm of the odds. */
  double settled() {
    double sum = 0;
    int read = 0;
    for (List<RowWay> ways : table.rows().ways()) {
      if (!ways.isEmpty()) {
        sum += odds(TableDecoder.probabilities(ways)[0]);
        read++;
      }
    }
    return sum / Math.max(1, read);
  }

  private static double odds(double probability) {
    double inner = Math.max(NEVER, Math.min(1 - NEVER, probability));
    return StrictMath.log(inner / (1 - inner));
  }

  /** The odds of the best reading of a row, of the number of columns, and of the table. */
  double[] odds(int at, double settled) {
    List<RowWay> ways = table.rows().ways().get(at);
    double row = odds(TableDecoder.probabilities(ways)[0]);
    return new double[] {row - BESIDE * wordsBeside(ways.get(0)), odds(chance), settled};
  }

  /** How often two cells of words stand beside each other, which nothing parts for certain. */
  private static int wordsBeside(RowWay way) {
    int beside = 0;
    for (int c = 1; c < way.size(); c++) {
      boolean numeric = way.piece(c - 1).form().isNumeric() || way.piece(c).form().isNumeric();
      beside += numeric ? 0 : 1;
    }
    return beside;
  }

  private boolean isSure(int at, double settled) {
    RowWay best = table.rows().ways().get(at).get(0);
    if (best.cutsDigits() && table.rows().support(at, best) < DIGITS) {
      return false;
    }
    double[] odds = odds(at, settled);
    List<Double> least = chance == 1 ? NAMED : table.join() == Join.GLUED ? GLUED : SPACED;
    for (int i = 0; i < odds.length; i++) {
      if (odds[i] < least.get(i)) {
        return false;
      }
    }
    return weights.isLearned();
  }

  /** What becomes of the rows, in order. */
  List<OpenTableRow> decide() {
    double settled = settled();
    List<OpenTableRow> rows = new ArrayList<>();
    for (int at = 0; at < table.rows().ways().size(); at++) {
      rows.add(decide(at, settled));
    }
    return rows;
  }

  private OpenTableRow decide(int at, double settled) {
    RowPieces row = table.rows().row(at);
    int columns = table.rows().columns();
    List<RowWay> ways = table.rows().ways().get(at);
    if (ways.isEmpty()) {
      boolean heading = row.isEnumerable() && row.last() == 1 && weights.isLearned();
      Outcome outcome = heading ? Outcome.HEADING : Outcome.UNPARSED;
      return new OpenTableRow(row.line(), columns, outcome, List.of());
    }
    Outcome outcome = isSure(at, settled) ? Outcome.READ : Outcome.AMBIGUOUS;
    return new OpenTableRow(row.line(), columns, outcome, readings(at, ways));
  }

  private List<Reading> readings(int at, List<RowWay> ways) {
    double[] chances = TableDecoder.probabilities(ways);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < Math.min(KEPT, ways.size()); i++) {
      RowWay way = ways.get(i);
      readings.add(new Reading(way.slices(), chances[i] * chance, evidence(at, way)));
    }
    return readings;
  }

  /** What is seen of a reading, by its kind: the part of a feature's name before the dot. */
  private Map<String, Double> evidence(int at, RowWay way) {
    Map<String, Double> seen = new TreeMap<>();
    table
        .rows()
        .see(
            at,
            way,
            (feature, amount) ->
                seen.merge(ListFeatures.kind(feature), weights.of(feature) * amount, Double::sum));
    return seen;
  }
}
