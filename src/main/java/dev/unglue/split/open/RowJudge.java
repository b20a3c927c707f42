package dev.unglue.split.open;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.piece.RowPieces;
import dev.unglue.text.Digits;
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
record RowJudge(ColumnHypothesis table, double chance, OpenWeights weights) {
  /**
   * The least odds of the row, of the number of columns and of the table, as logarithms: at these
   * of the rows of tables that nothing was learned from at most one in two hundred stood and was
   * wrong, as the learner tells.
   */
  private static final Map<Join, List<Double>> LISTED =
      Map.of(Join.GLUED, List.of(3.5, 0.6, 5.0), Join.SPACED, List.of(6.0, 1.5, 2.0));

  /** The same where things are compared. */
  private static final Map<Join, List<Double>> COMPARED =
      Map.of(Join.GLUED, List.of(1.5, 0.6, 5.0), Join.SPACED, List.of(1.5, 0.4, 2.0));

  /** The same where the names of things are known, and with them the number of columns. */
  private static final Map<Join, List<Double>> NAMED =
      Map.of(Join.GLUED, List.of(1.5, 0.4, 4.0), Join.SPACED, List.of(1.5, 0.4, 2.0));

  /** No odds are better or worse than this: so much is never known. */
  private static final double NEVER = 1e-4;

  /** What two cells of words beside each other take from the odds, as was measured. */
  private static final double BESIDE = 0.5;

  /** How many other rows must share the forms of cells that are cut out of one run of digits. */
  private static final double DIGITS = 0.1;

  /** What such cells take from the odds wherever they stand. */
  private static final double DIGITS_CUT = 2;

  /** No reading is likelier than this whose cut, or whose label's end, may as well be another. */
  private static final double EITHER = 0.5;

  private static final int KEPT = 8;
  private static final int WORDS_OF_A_HEADING = 7;

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
    RowWay best = ways.get(0);
    double row = odds(isBlind(at, best) ? 0 : TableDecoder.probabilities(ways)[0]);
    double digits = best.cutsDigits() ? DIGITS_CUT : 0;
    return new double[] {row - BESIDE * wordsBeside(best) - digits, odds(chance), settled};
  }

  /**
   * True for a place that may be another, for cells that are cut out of one run of digits where no
   * other row has the like or the header no name for the first, and for a script that does not show
   * where words end, unless names tell how many cells there are.
   */
  private boolean isBlind(int at, RowWay best) {
    boolean digits =
        !table.rows().isCompared()
            && best.cutsDigits()
            && (!table.cornered() || table.rows().support(at, best) < DIGITS);
    return digits
        || best.cutsAnyhow()
        || (table.join() == Join.GLUED && !table.isNamed() && best.hasOtherScript());
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
    double[] odds = odds(at, settled);
    boolean compared = table.rows().isCompared();
    List<Double> least =
        (table.isNamed() ? NAMED : compared ? COMPARED : LISTED)
            .getOrDefault(table.join(), List.of());
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
      boolean heading = weights.isLearned() && isHeading(row);
      Outcome outcome = heading ? Outcome.HEADING : Outcome.UNPARSED;
      return new OpenTableRow(row.line(), columns, outcome, List.of());
    }
    if (isFew(ways, columns)) {
      RowWay few = ways.stream().filter(way -> way.size() < columns).findFirst().orElseThrow();
      if (few.size() == 1 && (!isHeading(row) || isLong(row.line().text()))) {
        return new OpenTableRow(row.line(), columns, Outcome.UNPARSED, List.of());
      }
      Outcome outcome = few.size() == 1 ? Outcome.HEADING : Outcome.SHORT;
      return new OpenTableRow(row.line(), columns, outcome, readings(at, List.of(few), 1));
    }
    List<RowWay> whole = ways.stream().filter(way -> way.size() == columns).toList();
    boolean open = LabelEnd.of(whole.get(0)).isOpen() || isCutAtPoints(whole.get(0));
    Outcome outcome = !open && isSure(at, settled) ? Outcome.READ : Outcome.AMBIGUOUS;
    double known = open ? EITHER : 1;
    return new OpenTableRow(row.line(), columns, outcome, readings(at, whole, known));
  }

  /**
   * True for a number with two points that was cut out of one run: nothing tells which is which.
   */
  private static boolean isCutAtPoints(RowWay way) {
    return way.cutsDigits()
        && way.slices().stream()
            .skip(1)
            .map(Slice::text)
            .filter(cell -> cell.chars().allMatch(c -> c == '.' || Digits.is(c)))
            .anyMatch(cell -> cell.indexOf('.') != cell.lastIndexOf('.'));
  }

  /** More words than a heading has: cells of words that nothing tells how to cut. */
  private static boolean isLong(String line) {
    return line.split(" ", -1).length > WORDS_OF_A_HEADING;
  }

  /**
   * True for a line that heads rows: no figures, no comma at its end and, among rows that have run
   * together, no place to cut it, nor words that may be several: {@code Coatlongshort} is a row,
   * too.
   */
  private boolean isHeading(RowPieces row) {
    String line = row.line().text();
    return row.isEnumerable()
        && !line.endsWith(",")
        && !RowFacts.isTyped(row.line())
        && (table.join() != Join.GLUED || (row.last() == 1 && RowFacts.isHeading(line)));
  }

  /** True if it is likelier that cells are missing than that they are all there. */
  private static boolean isFew(List<RowWay> ways, int columns) {
    double[] chances = TableDecoder.probabilities(ways);
    double whole = 0;
    for (int i = 0; i < chances.length; i++) {
      whole += ways.get(i).size() == columns ? chances[i] : 0;
    }
    return whole < 0.5;
  }

  private List<Reading> readings(int at, List<RowWay> ways, double known) {
    double all = TableDecoder.logSum(table.rows().ways().get(at));
    List<Reading> readings = new ArrayList<>();
    for (RowWay way : ways.subList(0, Math.min(KEPT, ways.size()))) {
      double either = way.cutsAnyhow() ? EITHER : 1;
      double probability = StrictMath.exp(way.weight() - all) * chance * known * either;
      readings.add(new Reading(way.slices(), probability, evidence(at, way)));
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
                seen.merge(OpenFeatures.kind(feature), weights.of(feature) * amount, Double::sum));
    if (way.isRelated()) {
      seen.put("relation", TableDecoder.RELATED);
    }
    return seen;
  }
}
