package dev.unglue.publish;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.ResolvedCellSql;
import dev.unglue.store.view.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the view {@code v_comparison}; but each side of a page is asked for once, not once an
 * attribute.
 *
 * @param attributes in the order of the columns; each has one on the left and one on the right
 */
record ComparisonRows(List<String> attributes) {
  static final String SQL = sql("");

  /** Those of some pages alone, which are bound as a list. */
  static final String OF_PAGES = sql("AND c.page IN (SELECT value FROM json_each(?))");

  private static final String VALUE =
      "coalesce(%s, %s)"
          .formatted(
              ResolvedCellSql.nullable("x", "y", "value_num"),
              ResolvedCellSql.nullable("x", "y", "value_text"));

  private static final String SIDE =
      """
      SELECT x.attribute_id, x.member = '' AND x.ordinal = 0, %s, %s, trim(x.member || ' ' || %s)
      FROM observation x %s
      WHERE x.capture_id = ? AND x.subject_id = ? AND %s = 'value'
      ORDER BY x.attribute_id, x.ordinal, x.member, x.section, x.raw_start, x.raw_end
      """
          .formatted(
              ResolvedCellSql.column("x", "y", "raw_start"),
              VALUE,
              VALUE,
              ResolvedCellSql.join("x", "y"),
              ResolvedCellSql.column("x", "y", "state"));

  ComparisonRows {
    attributes = List.copyOf(attributes);
  }

  private static String sql(String which) {
    return """
    SELECT c.page, ls.name AS "left", rs.name AS "right", c.capture_id,
      l.subject_id AS left_id, r.subject_id AS right_id
    %s %s
    ORDER BY c.page, "left", "right"
    """
        .formatted(Views.PAIRS, which);
  }

  /** What a side says of an attribute. */
  private static final class StatedValue {
    private @Nullable Object alone;
    private long place;
    private final List<String> items = new ArrayList<>();

    /** The first value that stands for itself, and, where there is none, all items joined. */
    Object cell() {
      return alone == null ? String.join("; ", items) : alone;
    }
  }

  /** Adds the cells of one pair. */
  void read(PreparedStatements statements, ResultSet row, CsvWriter line) throws SQLException {
    long captureId = row.getLong("capture_id");
    Map<String, StatedValue> left = side(statements, captureId, row.getLong("left_id"));
    Map<String, StatedValue> right = side(statements, captureId, row.getLong("right_id"));
    for (int column = 1; column <= 3; column++) {
      line.text(row.getBytes(column));
    }
    for (String attribute : attributes) {
      line.cell(cell(left, attribute));
      line.cell(cell(right, attribute));
    }
  }

  private static @Nullable Object cell(Map<String, StatedValue> side, String attribute) {
    StatedValue stated = side.get(attribute);
    return stated == null ? null : stated.cell();
  }

  private static Map<String, StatedValue> side(
      PreparedStatements statements, long captureId, long subjectId) throws SQLException {
    Map<String, StatedValue> side = new HashMap<>();
    statements.each(SIDE, row -> add(side, row), captureId, subjectId);
    return side;
  }

  private static void add(Map<String, StatedValue> side, ResultSet row) throws SQLException {
    StatedValue stated = side.computeIfAbsent(row.getString(1), id -> new StatedValue());
    long place = row.getLong(3);
    if (row.getBoolean(2) && (stated.alone == null || place < stated.place)) {
      stated.alone = row.getObject(4);
      stated.place = place;
    }
    if (stated.alone == null) {
      stated.items.add(row.getString(5));
    }
  }
}
