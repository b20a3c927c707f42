package dev.unglue.store.table;

import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rows in doubt and the certain cells of each field, kept from run to run. */
public final class UnresolvedRowTable {
  /** Captures that count now and did not when rows were last asked, and the other way round. */
  private static final List<String> NOTED =
      List.of(
          "CREATE TEMP TABLE IF NOT EXISTS changed_capture (capture_id INTEGER PRIMARY KEY)",
          "DELETE FROM temp.changed_capture");

  private static final String CHANGED =
      """
      INSERT INTO temp.changed_capture (capture_id)
      SELECT capture_id FROM capture
      WHERE parse_status <> 'superseded' AND capture_id NOT IN (SELECT capture_id FROM kept_doubt_capture)
      UNION ALL SELECT d.capture_id FROM kept_doubt_capture d JOIN capture c USING (capture_id)
      WHERE c.parse_status = 'superseded'
      """;

  private static final String IS_STALE =
      "SELECT 1 FROM kept_doubt_field WHERE version <> ? LIMIT 1";

  private static final List<String> FORGET_ALL =
      Stream.of("capture", "field", "row", "subject", "cell")
          .map(kept -> "DELETE FROM kept_doubt_" + kept)
          .toList();

  private static final List<String> END =
      List.of(
          "DELETE FROM kept_doubt_capture WHERE capture_id IN (SELECT capture_id FROM temp.changed_capture)",
          """
          INSERT INTO kept_doubt_capture (capture_id)
          SELECT t.capture_id FROM temp.changed_capture t CROSS JOIN capture c ON c.capture_id = t.capture_id
          WHERE c.parse_status <> 'superseded'
          """);

  /** By the few captures, not by the field: the plus keeps the planner from it. */
  private static final String IN_CHANGED =
      "+field = ? AND capture_id IN (SELECT capture_id FROM temp.changed_capture)";

  private static final String GONE =
      """
      SELECT subject FROM kept_doubt_cell WHERE %1$s
      UNION SELECT s.value FROM kept_doubt_row, json_each(subjects) s WHERE %1$s
      """
          .formatted(IN_CHANGED);

  private static final List<String> DROP =
      List.of(
          """
          DELETE FROM kept_doubt_subject WHERE (field, subject, row_id) IN (
            SELECT r.field, s.value, r.row_id FROM kept_doubt_row r, json_each(r.subjects) s WHERE %s)
          """
              .formatted(IN_CHANGED),
          "DELETE FROM kept_doubt_row WHERE " + IN_CHANGED,
          "DELETE FROM kept_doubt_cell WHERE " + IN_CHANGED);

  private static final String CELL =
      """
      INSERT INTO kept_doubt_cell (field, subject, cell, capture_id, apart) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET apart = max(apart, excluded.apart)
      """;

  private static final String ROW =
      """
      INSERT INTO kept_doubt_row (field, row_id, capture_id, text, subjects, options, settled)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET options = excluded.options
      """;

  private static final String SUBJECT =
      "INSERT INTO kept_doubt_subject (field, subject, row_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String SETTLE =
      "UPDATE kept_doubt_row SET settled = ? WHERE field = ? AND row_id = ?";

  private static final String ROWS =
      """
      SELECT row_id, capture_id, text, subjects, options, settled FROM kept_doubt_row
      WHERE field = ?1 AND row_id IN (
        SELECT row_id FROM kept_doubt_subject
        WHERE field = ?1 AND subject IN (SELECT value FROM json_each(?2)))
      ORDER BY row_id
      """;

  private static final String CELLS =
      """
      SELECT capture_id, subject, cell FROM kept_doubt_cell
      WHERE field = ? AND subject IN (SELECT value FROM json_each(?))
      """;

  private static final String NEW_CAPTURES =
      """
      SELECT t.capture_id FROM temp.changed_capture t CROSS JOIN capture c ON c.capture_id = t.capture_id
      WHERE c.parse_status <> 'superseded'
      """;

  private static final String ALL_CAPTURES =
      "SELECT capture_id FROM capture WHERE parse_status <> 'superseded'";

  private static final String CAPTURES_OF =
      """
      SELECT DISTINCT capture_id FROM kept_doubt_row
      WHERE field = ? AND row_id IN (SELECT value FROM json_each(?))
      """;

  /** Jumps from name to name, for each stands on many pages. */
  private static final String APART =
      """
      WITH RECURSIVE name (cell) AS (
        SELECT min(cell) FROM kept_doubt_cell WHERE field = ?1 AND apart
        UNION ALL
        SELECT (SELECT min(cell) FROM kept_doubt_cell WHERE field = ?1 AND apart AND cell > name.cell)
        FROM name WHERE name.cell IS NOT NULL)
      SELECT cell FROM name WHERE cell IS NOT NULL
      """;

  private final PreparedStatements statements;

  public UnresolvedRowTable(PreparedStatements statements) throws SQLException {
    this.statements = statements;
    statements.execute(NOTED);
  }

  /** Finds the captures that have changed; all of them where another version asked before. */
  public void begin(String version) throws SQLException {
    if (statements.any(IS_STALE, version)) {
      statements.update(FORGET_ALL);
    }
    statements.update("DELETE FROM temp.changed_capture");
    statements.update(CHANGED);
  }

  /** From now on what the changed captures say is kept. */
  public void end() throws SQLException {
    statements.update(END);
  }

  /** The fields of which anything is kept. */
  public Set<String> fields() throws SQLException {
    return new TreeSet<>(statements.texts("SELECT field FROM kept_doubt_field"));
  }

  public void addField(String field, String version) throws SQLException {
    statements.update(
        "INSERT INTO kept_doubt_field (field, version) VALUES (?, ?) ON CONFLICT DO NOTHING",
        field,
        version);
  }

  /** The captures whose cells are yet to be kept: all, where none of the field is. */
  public List<Long> newCaptures(String field) throws SQLException {
    return statements.keys(fields().contains(field) ? NEW_CAPTURES : ALL_CAPTURES);
  }

  /** The captures that these rows stand on. */
  public List<Long> capturesOf(String field, Collection<Long> rows) throws SQLException {
    return statements.keys(CAPTURES_OF, field, Json.write(rows));
  }

  /** Drops what is kept of changed captures; gives the subjects that it was about. */
  public Set<String> drop(String field) throws SQLException {
    Set<String> subjects = new TreeSet<>(statements.texts(GONE, field, field));
    if (!subjects.isEmpty()) {
      statements.update(DROP, field);
    }
    return subjects;
  }

  public void addCells(String field, Collection<KnownCell> cells, Set<KnownCell> apart)
      throws SQLException {
    for (KnownCell cell : cells) {
      statements.batch(
          CELL,
          field,
          cell.subject(),
          cell.cell(),
          Long.parseLong(cell.capture()),
          apart.contains(cell));
    }
    statements.flush(CELL);
  }

  /**
   * Adds a row that was never asked, or puts other readings in the place of those of a kept one.
   */
  public void add(String field, long id, UnresolvedCells row) throws SQLException {
    statements.update(
        ROW,
        field,
        id,
        Long.parseLong(row.capture()),
        row.text(),
        Json.write(row.subjects()),
        Json.write(row.options()),
        Json.write(PropagationResult.NEVER));
    for (String subject : row.subjects()) {
      statements.update(SUBJECT, field, subject, id);
    }
  }

  public void settle(String field, long id, PropagationResult settled) throws SQLException {
    statements.update(SETTLE, Json.write(settled), field, id);
  }

  public List<KeptRow> rows(String field, Collection<String> subjects) throws SQLException {
    return statements.list(ROWS, UnresolvedRowTable::row, field, Json.write(subjects));
  }

  private static KeptRow row(ResultSet row) throws SQLException {
    return new KeptRow(
        row.getLong("row_id"),
        new UnresolvedCells(
            row.getString("capture_id"),
            row.getString("text"),
            Json.texts(row.getString("subjects")),
            Json.options(row.getString("options"))),
        Json.settled(row.getString("settled")));
  }

  public List<KnownCell> cells(String field, Collection<String> subjects) throws SQLException {
    return statements.list(
        CELLS,
        row -> new KnownCell(row.getString(1), row.getString(2), row.getString(3)),
        field,
        Json.write(subjects));
  }

  /** The names that some page prints apart. */
  public Set<String> apart(String field) throws SQLException {
    return Set.copyOf(statements.texts(APART, field));
  }

  /** The text of each row. */
  public Map<Long, String> texts(String field) throws SQLException {
    Map<Long, String> texts = new TreeMap<>();
    statements.each(
        "SELECT row_id, text FROM kept_doubt_row WHERE field = ?",
        row -> texts.put(row.getLong(1), row.getString(2)),
        field);
    return texts;
  }
}
