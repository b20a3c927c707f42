package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.PieceForm;
import dev.unglue.split.open.piece.RowPieces;
import dev.unglue.split.search.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the rows of a table together as so many columns: what the likeliest ways to cut them show
 * of each column tells how to cut them again, for a few rounds. A row is never told by itself what
 * its columns hold, and nothing depends on the order in which rows are gone through.
 */
final class TableDecoder {
  /** How sharply the ways of a row are told apart in each round: at first hardly. */
  private static final double[] HEAT = {0.3, 0.5, 0.7, 1, 1, 1};

  static final int ROUNDS = HEAT.length;

  /** A table that compares things shows little of its columns: its style is soon known. */
  private static final int ROUNDS_COMPARED = 2;

  /** In so many rows no relation between columns holds by chance. */
  private static final int FEWEST_RELATED = 4;

  /** The weight of a way to cut a row that fits a relation which holds in all of them. */
  static final double RELATED = 7;

  /** The weight of a row that cannot be read. */
  private static final double UNREAD = -30;

  /** How alike the cells of rows are in a table that compares things. */
  private static final double COMPARES = 0.6;

  private final List<RowPieces> rows;
  private final Join join;
  private final int columns;
  private final OpenWeights weights;
  private final boolean compared;
  private final FirstWays first;
  private ColumnCounts counts = new ColumnCounts();

  /** Whether the counts are those of what was learned last: they are made when they are asked. */
  private boolean counted = true;

  private boolean related;
  private TableStyle style = TableStyle.UNKNOWN;
  private List<List<RowWay>> ways = List.of();

  /** The ways from which the columns were learned last, and how likely each was. */
  private List<List<RowWay>> learned = List.of();

  private List<int[]> shares = List.of();

  /**
   * Nothing is read yet.
   *
   * @param first the rows as they are read before anything is known of the columns
   */
  TableDecoder(List<RowPieces> rows, Join join, int columns, OpenWeights weights, FirstWays first) {
    this.first = first;
    this.compared = first.compared();
    this.rows = rows;
    this.join = join;
    this.columns = columns;
    this.weights = weights;
  }

  /** Goes through all rounds. */
  TableDecoder run() {
    if (compared) {
      return more(ROUNDS_COMPARED);
    }
    boolean news = true;
    for (double heat : HEAT) {
      if (news) { // else it would read the rows as it did
        step();
      }
      news = learn(heat);
    }
    return relate();
  }

  /** Prefers ways in which a column is computed from others, where each row has such a way. */
  private TableDecoder relate() {
    for (int at = 2; at < columns && rows.size() >= FEWEST_RELATED; at++) {
      for (RatioColumn ratio : RatioColumn.values()) {
        int column = at;
        if (ways.stream().allMatch(row -> row.stream().anyMatch(w -> ratio.holds(w, column)))) {
          ways = ways.stream().map(row -> related(row, ratio, column)).toList();
          related = true;
        }
      }
    }
    return this;
  }

  private static List<RowWay> related(List<RowWay> row, RatioColumn ratio, int column) {
    return row.stream()
        .map(way -> ratio.holds(way, column) ? way.related(RELATED) : way)
        .sorted(Comparator.comparingDouble(RowWay::weight).reversed())
        .toList();
  }

  /** Goes through so many rounds more. */
  TableDecoder more(int rounds) {
    for (int round = 0; round < rounds; round++) {
      step().learn(1);
    }
    return this;
  }

  /** Sets what the columns hold from ways that are known to be true. */
  void teach(List<List<RowWay>> truth) {
    ways = truth;
    learn(1);
  }

  int columns() {
    return columns;
  }

  /** True if it was read as a table that compares things. */
  boolean isCompared() {
    return compared;
  }

  /** A row. */
  RowPieces row(int at) {
    return rows.get(at);
  }

  /** For each row its ways, best first. */
  List<List<RowWay>> ways() {
    return ways;
  }

  /** Cuts each row by what is known of the columns. */
  TableDecoder step() {
    List<List<RowWay>> decoded = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      decoded.add(compared ? decodeCompared(i) : decode(i));
    }
    ways = decoded;
    return this;
  }

  private List<RowWay> decode(int at) {
    if (shares.isEmpty()) {
      return first.of(at).get(columns);
    }
    hide(at);
    List<RowWay> decoded = RowDecoder.decode(rows.get(at), at, columns, scorer(), weights);
    show(at);
    return decoded;
  }

  /** Other rows tell no more than how the table is written: none is hidden from itself. */
  private List<RowWay> decodeCompared(int at) {
    List<List<RowWay>> byCells =
        shares.isEmpty()
            ? first.of(at)
            : RowDecoder.decodeEach(rows.get(at), at, columns, scorer(), weights);
    List<RowWay> all = new ArrayList<>(byCells.get(columns));
    for (int cells = columns - 1; cells > 0; cells--) {
      OpenWeights.Sum sum = weights.new Sum(OpenFeatures.compared(0));
      few(cells, sum);
      double weight = sum.take();
      for (RowWay way : byCells.get(cells)) {
        all.add(way.plus(weight));
      }
    }
    all.sort(Comparator.comparingDouble(RowWay::weight).reversed());
    return all;
  }

  /** Notes that a row has so few cells. */
  private void few(int cells, FeatureSink seen) {
    if (cells == 1) {
      seen.see(style.whole() ? OpenFeatures.HEADING_WHOLE : OpenFeatures.HEADING, 1);
    } else if (cells < columns) {
      seen.see(style.whole() ? OpenFeatures.LOST_WHOLE : OpenFeatures.LOST, columns - cells);
    }
  }

  /** What is compared is like the others of its row, not of its column: nothing is counted. */
  private RowScorer scorer() {
    return new RowScorer(join, compared ? counts : counts(), style, compared);
  }

  private ColumnCounts counts() {
    if (!counted) {
      counts = new ColumnCounts();
      counted = true;
      for (int at = 0; at < shares.size(); at++) {
        add(at, 1);
      }
    }
    return counts;
  }

  /** Takes away what a row has told of the columns: it is no witness of itself. */
  private void hide(int at) {
    if (at < shares.size()) {
      add(at, -1);
    }
  }

  private void show(int at) {
    if (at < shares.size()) {
      add(at, 1);
    }
  }

  private void add(int at, int sign) {
    int[] share = shares.get(at);
    for (int w = 0; w < share.length; w++) {
      RowWay way = learned.get(at).get(w);
      for (int c = 0; c < way.size() && share[w] > 0; c++) {
        counts().add(c, at, way.piece(c), sign * share[w]);
      }
    }
  }

  /** Learns from the ways what the columns hold; false if that is what was known before. */
  private boolean learn(double heat) {
    List<int[]> told = new ArrayList<>();
    boolean same = shares.size() == ways.size();
    for (int at = 0; at < ways.size(); at++) {
      told.add(shares(ways.get(at), heat));
      same = same && Arrays.equals(told.get(at), shares.get(at)) && isLearned(at);
    }
    if (same) {
      return false;
    }
    learned = ways;
    shares = told;
    counted = false;
    style = style();
    return true;
  }

  /** True if the ways of a row were learned from already, in the same order. */
  private boolean isLearned(int at) {
    for (int w = 0; w < ways.get(at).size(); w++) {
      if (!ways.get(at).get(w).cutsAs(learned.get(at).get(w))) {
        return false;
      }
    }
    return true;
  }

  private TableStyle style() {
    TableStyle.Counter seen = new TableStyle.Counter();
    for (int at = 0; at < learned.size(); at++) {
      int[] share = shares.get(at);
      for (int w = 0; w < share.length; w++) {
        if (share[w] > 0) {
          seen.add(learned.get(at).get(w), columns, share[w] / (double) ColumnCounts.ONE);
        }
      }
    }
    return seen.style();
  }

  /** How likely each way is, in parts of {@link ColumnCounts#ONE}. */
  private static int[] shares(List<RowWay> ways, double heat) {
    double[] probabilities = probabilities(ways, heat);
    int[] shares = new int[probabilities.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (int) (probabilities[i] * ColumnCounts.ONE + 0.5);
    }
    return shares;
  }

  /** How likely each way is among these. */
  static double[] probabilities(List<RowWay> ways) {
    return probabilities(ways, 1);
  }

  private static double[] probabilities(List<RowWay> ways, double heat) {
    return Probabilities.of(ways.size(), i -> heat * ways.get(i).weight(), 0);
  }

  /** The weight of all ways together; at least one. */
  static double logSum(List<RowWay> ways) {
    return ways.get(0).weight() - StrictMath.log(probabilities(ways)[0]);
  }

  /** The weight of all rows, by row. */
  double objective() {
    double sum = 0;
    for (List<RowWay> row : ways) {
      sum += row.isEmpty() ? UNREAD : logSum(row);
    }
    return sum / ways.size();
  }

  /** The largest share of numbers, dates or choices that a column has. */
  double numericShare() {
    double most = 0;
    for (int c = 0; c < columns; c++) {
      double typed = 0;
      for (List<RowWay> row : ways) {
        boolean has = !row.isEmpty() && c < row.get(0).size();
        PieceForm form = has ? row.get(0).piece(c).form() : PieceForm.OTHER;
        typed += form.isNumeric() || form == PieceForm.CHOICE ? 1 : 0;
      }
      most = Math.max(most, typed / ways.size());
    }
    return most;
  }

  /** True if a column is computed from others in all rows. */
  boolean isRelated() {
    return related;
  }

  /** How many rows have a number, an amount or a choice in each column but the first. */
  int typedRows() {
    int typed = 0;
    for (List<RowWay> row : ways) {
      boolean all = !row.isEmpty() && row.get(0).size() == columns;
      for (int c = 1; all && c < columns; c++) {
        all = row.get(0).piece(c).form().isTyped();
      }
      typed += all ? 1 : 0;
    }
    return typed;
  }

  /** True if labels stand in the first column, and the cells of most rows are alike. */
  boolean compares() {
    int labels = 0;
    for (List<RowWay> row : ways) {
      labels += !row.isEmpty() && !row.get(0).piece(0).form().isNumeric() ? 1 : 0;
    }
    return columns > 2 && style.alike() >= COMPARES && labels * 10 >= ways.size() * 8;
  }

  /** How well the cells of a way agree with the others of their columns: the least, 0..1. */
  double support(int at, RowWay way) {
    hide(at);
    double least = 1;
    for (int c = 0; c < way.size(); c++) {
      double total = counts().total(c) + 0.5;
      least = Math.min(least, counts().form(c, way.piece(c)) / total);
    }
    show(at);
    return least;
  }

  /** The same for the order of words and signs, on the average. */
  double agreement(int at, RowWay way) {
    hide(at);
    double sum = 0;
    for (int c = 0; c < way.size(); c++) {
      double total = counts().total(c) + 0.5;
      CellPiece piece = way.piece(c);
      sum += Math.max(counts().pattern(c, piece), counts().whole(c, piece)) / total;
    }
    show(at);
    return sum / way.size();
  }

  /** What is seen of a way, the row itself left out of what is known of its columns. */
  void see(int at, RowWay way, FeatureSink seen) {
    if (!compared) {
      hide(at);
    }
    int base = scorer().base();
    FeatureSink based = (feature, amount) -> seen.see(base + feature, amount);
    way.see(at, scorer(), based);
    if (compared) {
      few(way.size(), based);
    } else {
      show(at);
    }
  }
}
