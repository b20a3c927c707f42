package dev.unglue.store.report;

import dev.unglue.model.report.Distribution;
import dev.unglue.model.report.FactLine;
import dev.unglue.model.report.ReportLimits;
import dev.unglue.model.report.Shown;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the numbers of an attribute are distributed, as a report shows it. */
public final class ReportNumbers {
  /** Fewer have no quartiles worth the name. */
  private static final int FEWEST = 5;

  private static final BigDecimal REACH = new BigDecimal("1.5");

  private static final String OPEN =
      "f.valid_to IS NULL AND f.member = '' AND f.ordinal = 0 AND f.value_num IS NOT NULL";

  private static final String ATTRIBUTES =
      """
      SELECT a.attribute_id, a.title, a.unit FROM attribute a
      WHERE a.numeric = 1 AND a.position IS NOT NULL
        AND EXISTS (SELECT 1 FROM fact f WHERE f.attribute_id = a.attribute_id AND %s)
      ORDER BY a.position LIMIT ?
      """
          .formatted(OPEN);

  public static final String COUNT =
      "SELECT count(*) FROM fact f WHERE f.attribute_id = ? AND " + OPEN;

  public static final String AT =
      "SELECT f.value_num FROM fact f WHERE f.attribute_id = ? AND %s ORDER BY f.value_num LIMIT 1 OFFSET ?"
          .formatted(OPEN);

  public static final String VALUES =
      """
      SELECT f.value_num, count(*) AS n FROM fact f
      WHERE f.attribute_id = ? AND %s GROUP BY f.value_num ORDER BY f.value_num
      """
          .formatted(OPEN);

  private static final String SUBJECTS =
      """
      SELECT f.subject_id FROM fact f JOIN subject s ON s.subject_id = f.subject_id
      WHERE f.attribute_id = ? AND f.value_num = ? AND %s ORDER BY s.slug %s LIMIT ?
      """;

  public static final String FIRST_SUBJECTS = SUBJECTS.formatted(OPEN, "");

  private static final String LAST_SUBJECTS = SUBJECTS.formatted(OPEN, "DESC");

  private final PreparedStatements statements;
  private final ReportFacts facts;
  private final ReportLimits limits;

  ReportNumbers(PreparedStatements statements, ReportFacts facts, ReportLimits limits) {
    this.statements = statements;
    this.facts = facts;
    this.limits = limits;
  }

  /** How many facts say one number. */
  private record Value(BigDecimal number, long facts) {}

  /** The values of a group whose facts are shown, in their order, and how many facts it has. */
  private static final class Group {
    private final Deque<Value> values = new ArrayDeque<>();
    private long held;
    private long all;

    /** Holds the least ones. */
    void first(Value value, int most) {
      all += value.facts();
      if (held < most) {
        held += value.facts();
        values.addLast(value);
      }
    }

    /** Holds the greatest ones. */
    void greatest(Value value, int most) {
      all += value.facts();
      held += value.facts();
      values.addFirst(value);
      while (held - values.getLast().facts() >= most) {
        held -= values.removeLast().facts();
      }
    }
  }

  List<Distribution> distributions() throws SQLException {
    return statements.list(ATTRIBUTES, this::distribution, limits.distributions());
  }

  private Distribution distribution(ResultSet row) throws SQLException {
    String attribute = row.getString("attribute_id");
    long count = statements.number(COUNT, attribute);
    List<BigDecimal> five = new ArrayList<>();
    for (long place : List.of(1L, (count + 3) / 4, (count + 1) / 2, (3 * count + 3) / 4, count)) {
      five.addAll(statements.list(AT, ReportNumbers::number, attribute, place - 1));
    }
    BigDecimal reach = five.get(3).subtract(five.get(1)).multiply(REACH);
    boolean fenced = count >= FEWEST && reach.signum() > 0;
    BigDecimal low = fenced ? plain(five.get(1).subtract(reach)) : null;
    BigDecimal high = fenced ? plain(five.get(3).add(reach)) : null;
    HistogramBins bars = HistogramBins.over(five.get(0), five.get(4));
    Pass pass = new Pass(bars, low, high);
    statements.each(VALUES, pass::take, attribute);
    return new Distribution(
        attribute,
        row.getString("title"),
        row.getString("unit"),
        count,
        five.get(0),
        five.get(1),
        five.get(2),
        five.get(3),
        five.get(4),
        low,
        high,
        bins(attribute, bars, pass),
        shown(attribute, pass.low, FIRST_SUBJECTS, limits.outliers()),
        shown(attribute, pass.high, LAST_SUBJECTS, limits.outliers()));
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private static BigDecimal number(ResultSet row) throws SQLException {
    BigDecimal value = Sql.number(row, "value_num");
    if (value == null) {
      throw new SQLException("value_num: expected a number, found none");
    }
    return plain(value);
  }

  /** One pass over all numbers, each once, the least first; holds only what is shown. */
  private final class Pass {
    private final HistogramBins bars;
    private final @Nullable BigDecimal lowFence;
    private final @Nullable BigDecimal highFence;
    private final List<Group> groups = new ArrayList<>();
    private final Group low = new Group();
    private final Group high = new Group();

    Pass(HistogramBins bars, @Nullable BigDecimal lowFence, @Nullable BigDecimal highFence) {
      this.bars = bars;
      this.lowFence = lowFence;
      this.highFence = highFence;
      for (int bar = 0; bar < bars.count(); bar++) {
        groups.add(new Group());
      }
    }

    void take(ResultSet row) throws SQLException {
      Value value = new Value(number(row), row.getLong("n"));
      groups.get(bars.of(value.number())).first(value, limits.factsABin());
      if (lowFence != null && value.number().compareTo(lowFence) < 0) {
        low.first(value, limits.outliers());
      }
      if (highFence != null && value.number().compareTo(highFence) > 0) {
        high.greatest(value, limits.outliers());
      }
    }
  }

  private List<Distribution.Bin> bins(String attribute, HistogramBins bars, Pass pass)
      throws SQLException {
    List<Distribution.Bin> bins = new ArrayList<>();
    for (int bar = 0; bar < bars.count(); bar++) {
      bins.add(
          new Distribution.Bin(
              bars.edge(bar),
              bars.edge(bar + 1),
              shown(attribute, pass.groups.get(bar), FIRST_SUBJECTS, limits.factsABin())));
    }
    return Collections.unmodifiableList(bins);
  }

  private Shown<FactLine> shown(String attribute, Group group, String subjects, int most)
      throws SQLException {
    List<FactLine> rows = new ArrayList<>();
    for (Value value : group.values) {
      for (long subject :
          statements.keys(subjects, attribute, value.number(), most - rows.size())) {
        rows.addAll(facts.fact(subject, attribute, "", 0));
      }
    }
    return new Shown<>(group.all, rows);
  }

  /**
   * Bars of equal width with round edges over a range of numbers.
   *
   * @param start first edge
   * @param width of each bar, above 0
   * @param count how many there are, 1 or more
   */
  record HistogramBins(BigDecimal start, BigDecimal width, int count) {
    private static final int MOST = 12;
    private static final List<BigDecimal> STEPS =
        Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();

    /** At most twelve bars that hold every number from {@code min} to {@code max}. */
    static HistogramBins over(BigDecimal min, BigDecimal max) {
      BigDecimal range = max.subtract(min);
      if (range.signum() == 0) {
        return new HistogramBins(min, BigDecimal.ONE, 1);
      }
      int power = range.precision() - range.scale() - 3;
      while (true) {
        for (BigDecimal step : STEPS) {
          BigDecimal width = step.scaleByPowerOfTen(power);
          BigDecimal start = min.divide(width, 0, RoundingMode.FLOOR).multiply(width);
          BigDecimal bars = max.subtract(start).divide(width, 0, RoundingMode.CEILING);
          if (bars.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
            return new HistogramBins(start, width, Math.max(1, bars.intValueExact()));
          }
        }
        power++;
      }
    }

    /** Which bar holds the number, from 0; the last one holds its end, too. */
    int of(BigDecimal number) {
      int bar = number.subtract(start).divide(width, 0, RoundingMode.FLOOR).intValueExact();
      return Math.max(0, Math.min(bar, count - 1));
    }

    /** Where a bar begins; that of the one after the last is the end. */
    BigDecimal edge(int bar) {
      BigDecimal edge = start.add(width.multiply(BigDecimal.valueOf(bar))).stripTrailingZeros();
      return new BigDecimal(edge.toPlainString());
    }
  }
}
