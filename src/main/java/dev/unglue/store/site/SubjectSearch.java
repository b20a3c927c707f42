package dev.unglue.store.site;

import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects of which something is believed.
 *
 * @param file what is published
 */
public record SubjectSearch(PublishedFile file) {
  /**
   * What was found.
   *
   * @param all how many there are in all
   * @param rows those that are shown
   */
  public record Found(long all, List<Row> rows) {
    /** Copies the rows. */
    public Found {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A subject.
   *
   * @param name its name
   * @param slug its key
   * @param kind its kind
   * @param open true if it has cells in doubt
   * @param flags how many stand
   * @param cells what is believed, one for each column
   */
  public record Row(
      String name, String slug, String kind, boolean open, long flags, List<Cell> cells) {}

  /**
   * What is believed of an attribute.
   *
   * @param number its number; absent for a text, for several and for nothing
   * @param text as it is printed; empty where nothing is believed
   */
  public record Cell(@Nullable BigDecimal number, String text) {
    static final Cell NONE = new Cell(null, "");
  }

  /**
   * An attribute that a column may show.
   *
   * @param id its id
   * @param title for people
   * @param unit of its numbers; empty where it has none
   * @param numeric true for numbers
   */
  public record Column(String id, String title, String unit, boolean numeric) {}

  static final String COLUMNS =
      """
      SELECT attribute_id, title, unit, numeric FROM attribute a
      WHERE position IS NOT NULL AND EXISTS (
        SELECT 1 FROM fact f INDEXED BY fact_attribute
        WHERE f.attribute_id = a.attribute_id AND f.valid_to IS NULL)
      ORDER BY position
      """;

  private static final String KINDS = "SELECT DISTINCT kind FROM subject ORDER BY 1";

  private static final String OPEN_FACT =
      "f.attribute_id = ? AND f.member = '' AND f.ordinal = 0 AND f.valid_to IS NULL";

  static final String CELLS =
      """
      SELECT f.subject_id, f.attribute_id, f.member, f.value_num, f.value_text
      FROM json_each(?1) s CROSS JOIN json_each(?2) a CROSS JOIN fact f
      WHERE f.subject_id = s.value AND f.attribute_id = a.value AND f.valid_to IS NULL
      ORDER BY f.ordinal, f.value_num DESC, f.member
      """;

  static final String FLAGS =
      """
      SELECT g.subject_id, count(*) FROM json_each(?) s CROSS JOIN flag g
      WHERE g.subject_id = s.value AND g.state <> 'fixed' AND NOT g.silenced GROUP BY 1
      """;

  private static final String NAMED = "'-' || s.slug LIKE ?";

  private static final String VALUED =
      " OR s.slug IN (SELECT slug FROM fact_search WHERE fact_search MATCH ?)";

  /** Fewer begin too many values. */
  private static final int LEAST_LETTERS = 3;

  /** Of a list only so many are shown. */
  private static final int MOST_MEMBERS = 3;

  /** The attributes of which anything is believed. */
  public List<Column> columns() {
    return file.ask(statements -> statements.list(COLUMNS, RecordReader.inOrder(Column.class)));
  }

  /** The kinds of subjects. */
  public List<String> kinds() {
    return file.ask(statements -> statements.texts(KINDS));
  }

  private record Key(long id, String name, String slug, String kind) {}

  /** The subjects that are asked for. */
  public Found find(SubjectQuery query) {
    SubjectMarks marks = file.marks();
    return file.ask(
        statements -> {
          Question rows = rows(query, marks);
          Question count = count(query, marks);
          return new Found(
              statements.number(count.sql(), count.values().toArray()),
              rows(
                  statements,
                  query,
                  statements.list(
                      rows.sql(), RecordReader.inOrder(Key.class), rows.values().toArray()),
                  marks.open()));
        });
  }

  /**
   * SQL with the values of its marks.
   *
   * @param sql the text
   * @param values in the order of the marks
   */
  record Question(String sql, List<@Nullable Object> values) {}

  static Question count(SubjectQuery query, SubjectMarks marks) {
    List<@Nullable Object> values = new ArrayList<>();
    String where = where(query, marks, values);
    return new Question("SELECT count(*) FROM subject s WHERE " + where, values);
  }

  static Question rows(SubjectQuery query, SubjectMarks marks) {
    List<@Nullable Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder("SELECT s.subject_id, s.name, s.slug, s.kind FROM subject s");
    String direction = query.descending() ? " DESC" : "";
    String order = "s.name COLLATE NOCASE" + direction;
    if (!query.sort().isEmpty()) {
      sql.append(" LEFT JOIN fact f ON f.subject_id = s.subject_id AND ").append(OPEN_FACT);
      values.add(query.sort());
      order =
          "coalesce(f.value_num, f.value_text) IS NULL, f.value_num%1$s, f.value_text%1$s, s.name COLLATE NOCASE"
              .formatted(direction);
    }
    sql.append(" WHERE ").append(where(query, marks, values)).append(" ORDER BY ");
    if (query.sort().isEmpty()) {
      for (String word : words(query.text())) {
        sql.append(NAMED).append(" DESC, "); // whose names begin so come before their values
        values.add(begins(word));
      }
    }
    sql.append(order).append(", s.subject_id LIMIT ? OFFSET ?");
    values.add(query.limit());
    values.add(query.offset());
    return new Question(sql.toString(), values);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** A word of a name, as its key has it: without accents, apart from what stands around it. */
  private static String begins(String word) {
    boolean plain = word.codePoints().anyMatch(Character::isLetterOrDigit);
    return plain ? "%-" + Subject.slugOf(word) + "%" : "nothing";
  }

  private static String where(
      SubjectQuery query, SubjectMarks marks, List<@Nullable Object> values) {
    StringBuilder where = new StringBuilder("s.subject_id NOT IN (SELECT value FROM json_each(?))");
    values.add(marks.unknown());
    for (String word : words(query.text())) {
      where.append(" AND (").append(NAMED);
      values.add(begins(word));
      if (query.inValues() && word.length() >= LEAST_LETTERS) {
        where.append(VALUED);
        values.add("{value} : \"" + word.replace("\"", "\"\"") + "\"*");
      }
      where.append(')');
    }
    if (!query.kind().isEmpty()) {
      where.append(" AND s.kind = ?");
      values.add(query.kind());
    }
    query
        .ranges()
        .forEach(
            (attribute, bounds) -> {
              where
                  .append(" AND s.subject_id IN (SELECT f.subject_id FROM fact f WHERE ")
                  .append(OPEN_FACT)
                  .append(" AND f.value_num IS NOT NULL");
              values.add(attribute);
              bound(" AND f.value_num >= ?", bounds.least(), where, values);
              bound(" AND f.value_num <= ?", bounds.most(), where, values);
              where.append(')');
            });
    if (query.open()) {
      where.append(" AND s.subject_id IN (SELECT value FROM json_each(?))");
      values.add(marks.open());
    }
    if (query.flagged()) {
      where.append(
          " AND EXISTS (SELECT 1 FROM flag g WHERE g.subject_id = s.subject_id"
              + " AND g.state <> 'fixed' AND NOT g.silenced)");
    }
    return where.toString();
  }

  private static void bound(
      String condition,
      @Nullable BigDecimal number,
      StringBuilder where,
      List<@Nullable Object> values) {
    if (number != null) {
      where.append(condition);
      values.add(number);
    }
  }

  private static List<Row> rows(
      PreparedStatements statements, SubjectQuery query, List<Key> keys, Set<Long> open)
      throws SQLException {
    List<Long> ids = keys.stream().map(Key::id).toList();
    Map<Long, Map<String, List<Cell>>> cells = new HashMap<>();
    statements.each(
        CELLS,
        row ->
            cells
                .computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                .computeIfAbsent(row.getString(2), id -> new ArrayList<>())
                .add(cell(row.getString(3), SiteValue.number(row, 4), SiteValue.text(row, 4, 5))),
        ids,
        query.columns());
    Map<Long, Long> flags = new HashMap<>();
    statements.each(FLAGS, row -> flags.put(row.getLong(1), row.getLong(2)), ids);
    return keys.stream()
        .map(
            key ->
                new Row(
                    key.name(),
                    key.slug(),
                    key.kind(),
                    open.contains(key.id()),
                    flags.getOrDefault(key.id(), 0L),
                    query.columns().stream()
                        .map(id -> joined(cells.getOrDefault(key.id(), Map.of()).get(id)))
                        .toList()))
        .toList();
  }

  private static Cell cell(String member, @Nullable BigDecimal number, String text) {
    return member.isEmpty() ? new Cell(number, text) : new Cell(null, member + " " + text);
  }

  private static Cell joined(@Nullable List<Cell> cells) {
    if (cells == null) {
      return Cell.NONE;
    }
    if (cells.size() == 1) {
      return cells.get(0);
    }
    String first = String.join("; ", cells.stream().limit(MOST_MEMBERS).map(Cell::text).toList());
    return new Cell(null, cells.size() > MOST_MEMBERS ? first + "; …" : first);
  }
}
