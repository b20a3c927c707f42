package dev.unglue.load;

import dev.unglue.model.report.Distribution;
import dev.unglue.model.report.FactLine;
import dev.unglue.model.report.ReportLimits;
import dev.unglue.model.report.Shown;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the numbers of an attribute are distributed, as a report shows it. */
final class ReportNumbers {
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

  private static final String QUARTILES =
      """
      SELECT value_num, n FROM (
        SELECT f.value_num, row_number() OVER (ORDER BY f.value_num) AS place,
          count(*) OVER () AS n
        FROM fact f WHERE f.attribute_id = ? AND %s)
      WHERE place = CASE ?
        WHEN 0 THEN 1 WHEN 1 THEN (n + 3) / 4 WHEN 2 THEN (n + 1) / 2
        WHEN 3 THEN (3 * n + 3) / 4 ELSE n END
      """
          .formatted(OPEN);

  private static final String VALUES =
      """
      SELECT f.subject_id, f.value_num FROM fact f JOIN subject s USING (subject_id)
      WHERE f.attribute_id = ? AND %s ORDER BY f.value_num, s.slug
      """
          .formatted(OPEN);

  private final Statements statements;
  private final ReportFacts facts;
  private final ReportLimits limits;

  ReportNumbers(Statements statements, ReportFacts facts, ReportLimits limits) {
    this.statements = statements;
    this.facts = facts;
    this.limits = limits;
  }

  private record Named(String id, String title, String unit) {}

  /** A number and whose it is. */
  private record One(long subjectId, BigDecimal value) {}

  /** The first rows of a group that is counted. */
  private static final class Group {
    private final Deque<One> rows = new ArrayDeque<>();
    private long all;
  }

  List<Distribution> distributions() throws SQLException {
    List<Named> attributes =
        statements.list(
            ATTRIBUTES,
            row -> new Named(row.getString(1), row.getString(2), row.getString(3)),
            limits.distributions());
    List<Distribution> distributions = new ArrayList<>();
    for (Named attribute : attributes) {
      distributions.add(distribution(attribute));
    }
    return distributions;
  }

  private Distribution distribution(Named attribute) throws SQLException {
    List<BigDecimal> five = new ArrayList<>();
    for (int quarter = 0; quarter <= 4; quarter++) {
      five.addAll(statements.list(QUARTILES, ReportNumbers::number, attribute.id(), quarter));
    }
    long count = statements.first(QUARTILES, row -> row.getLong("n"), attribute.id(), 0).orElse(0L);
    BigDecimal reach = five.get(3).subtract(five.get(1)).multiply(REACH);
    boolean fenced = count >= FEWEST && reach.signum() > 0;
    BigDecimal low = fenced ? plain(five.get(1).subtract(reach)) : null;
    BigDecimal high = fenced ? plain(five.get(3).add(reach)) : null;
    Bars bars = Bars.over(five.get(0), five.get(4));
    Pass pass = new Pass(bars, low, high);
    statements.list(VALUES, pass::take, attribute.id());
    return new Distribution(
        attribute.id(),
        attribute.title(),
        attribute.unit(),
        count,
        five.get(0),
        five.get(1),
        five.get(2),
        five.get(3),
        five.get(4),
        low,
        high,
        bins(attribute.id(), bars, pass),
        shown(attribute.id(), pass.low),
        shown(attribute.id(), pass.high));
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

  /** One pass over all numbers, the least first; holds only what is shown. */
  private final class Pass {
    private final Bars bars;
    private final @Nullable BigDecimal lowFence;
    private final @Nullable BigDecimal highFence;
    private final List<Group> groups = new ArrayList<>();
    private final Group low = new Group();
    private final Group high = new Group();

    Pass(Bars bars, @Nullable BigDecimal lowFence, @Nullable BigDecimal highFence) {
      this.bars = bars;
      this.lowFence = lowFence;
      this.highFence = highFence;
      for (int bar = 0; bar < bars.count(); bar++) {
        groups.add(new Group());
      }
    }

    boolean take(ResultSet row) throws SQLException {
      One one = new One(row.getLong("subject_id"), number(row));
      first(groups.get(bars.of(one.value())), one, limits.factsABin());
      if (lowFence != null && one.value().compareTo(lowFence) < 0) {
        first(low, one, limits.outliers());
      }
      if (highFence != null && one.value().compareTo(highFence) > 0) {
        greatest(high, one, limits.outliers());
      }
      return true;
    }

    private static void first(Group group, One one, int most) {
      group.all++;
      if (group.rows.size() < most) {
        group.rows.addLast(one);
      }
    }

    private static void greatest(Group group, One one, int most) {
      group.all++;
      group.rows.addFirst(one);
      if (group.rows.size() > most) {
        group.rows.removeLast();
      }
    }
  }

  private List<Distribution.Bin> bins(String attribute, Bars bars, Pass pass) throws SQLException {
    List<Distribution.Bin> bins = new ArrayList<>();
    for (int bar = 0; bar < bars.count(); bar++) {
      bins.add(
          new Distribution.Bin(
              bars.edge(bar), bars.edge(bar + 1), shown(attribute, pass.groups.get(bar))));
    }
    return Collections.unmodifiableList(bins);
  }

  private Shown<FactLine> shown(String attribute, Group group) throws SQLException {
    List<FactLine> rows = new ArrayList<>();
    for (One one : group.rows) {
      rows.addAll(facts.fact(one.subjectId(), attribute, "", 0));
    }
    return new Shown<>(group.all, rows);
  }
}
