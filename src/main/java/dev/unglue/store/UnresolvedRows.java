package dev.unglue.store;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.subject.UnresolvedRowStore;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.table.ResolutionTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the store keeps of rows in doubt, and of the certain cells of each field, from run to run.
 * Part of its {@link Load}: the same rules hold, and nobody sees any of it until that ends.
 */
public final class UnresolvedRows implements UnresolvedRowStore {
  /** Captures that count now and did not when rows were last asked, and the other way round. */
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
      INSERT INTO kept_doubt_cell (field, capture_id, subject, cell, apart) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET apart = max(apart, excluded.apart)
      """;

  private static final String ROW =
      """
      INSERT INTO kept_doubt_row (field, row_id, capture_id, text, subjects, options, settled)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET options = excluded.options
      """;

  private static final String SUBJECT =
      """
      INSERT INTO kept_doubt_subject (field, subject, row_id)
      SELECT ?1, value, ?2 FROM json_each(?3) WHERE true ON CONFLICT DO NOTHING
      """;

  private static final String SETTLE =
      "UPDATE kept_doubt_row SET settled = ? WHERE field = ? AND row_id = ?";

  /**
   * Captures that read all the same in one layout are one reading, however many addresses they lie
   * at. A page in another layout is no second witness of a fact, but is another reading of its
   * rows.
   */
  private static final String READING = "c.content_sha256 || ' ' || c.layout AS reading";

  private static final String ROWS =
      """
      SELECT row_id, %s, text, subjects, options, settled
      FROM kept_doubt_row JOIN capture c USING (capture_id)
      WHERE field = ?1 AND row_id IN (
        SELECT row_id FROM kept_doubt_subject
        WHERE field = ?1 AND subject IN (SELECT value FROM json_each(?2)))
      ORDER BY row_id
      """
          .formatted(READING);

  private static final String CELLS =
      """
      SELECT DISTINCT %s, subject, cell FROM kept_doubt_cell JOIN capture c USING (capture_id)
      WHERE field = ? AND subject IN (SELECT value FROM json_each(?))
      """
          .formatted(READING);

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

  private static final String TEXTS = "SELECT row_id, text FROM kept_doubt_row WHERE field = ?";

  private static final String FIELD =
      "INSERT INTO kept_doubt_field (field, version) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private final Transaction load;
  private final Runnable changes;
  private final PreparedStatements statements;
  private final ResolutionTable resolutions;

  /**
   * What is kept of rows in doubt.
   *
   * @param changes is told of each cell that is believed to be something else than before
   */
  UnresolvedRows(Transaction load, Runnable changes, PreparedStatements statements, long runId)
      throws SQLException {
    this.load = load;
    this.changes = changes;
    this.statements = statements;
    this.resolutions = new ResolutionTable(statements, runId);
  }

  /** Finds the captures that have changed; all of them where another version asked before. */
  @Override
  public void begin(String version) {
    load.step(
        "look for changed captures",
        () -> {
          if (statements.any(IS_STALE, version)) {
            statements.update(FORGET_ALL);
          }
          statements.makeTemporary("changed_capture", "(capture_id INTEGER PRIMARY KEY)");
          statements.update(CHANGED);
        });
  }

  @Override
  public Set<String> openAttributes() {
    return load.ask("look for open cells", resolutions::openAttributes);
  }

  @Override
  public Set<String> fields() {
    return load.ask(
        "read the fields in doubt",
        () -> new TreeSet<>(statements.texts("SELECT field FROM kept_doubt_field")));
  }

  // --- captures -------------------------------------------------------------------------------

  @Override
  public Set<String> drop(String field) {
    return load.ask(
        "drop what no longer counts",
        () -> {
          Set<String> subjects = new TreeSet<>(statements.texts(GONE, field, field));
          if (!subjects.isEmpty()) {
            statements.update(DROP, field);
          }
          return subjects;
        });
  }

  /** The captures whose cells are yet to be kept: all, where none of the field is. */
  @Override
  public void forEachNew(String field, Collection<String> attributes, Consumer<CaptureCells> sink) {
    String captures = fields().contains(field) ? NEW_CAPTURES : ALL_CAPTURES;
    load.step(
        "read the cells",
        () -> resolutions.forEachCapture(statements.keys(captures), attributes, sink));
  }

  @Override
  public void forEachOf(
      String field,
      Collection<Long> rows,
      Collection<String> attributes,
      Consumer<CaptureCells> sink) {
    load.step(
        "read the cells again",
        () ->
            resolutions.forEachCapture(
                statements.keys(CAPTURES_OF, field, rows), attributes, sink));
  }

  // --- what is kept ---------------------------------------------------------------------------

  @Override
  public void keep(String field, Collection<KnownCell> cells, Set<KnownCell> apart) {
    load.step(
        "keep certain cells",
        () -> {
          for (KnownCell cell : cells) {
            statements.batch(
                CELL, field, cell.capture(), cell.subject(), cell.cell(), apart.contains(cell));
          }
          statements.flush(CELL);
        });
  }

  @Override
  public void keep(String field, long id, UnresolvedCells row) {
    load.step(
        "keep a row in doubt",
        () -> {
          statements.update(ROW, field, id, row, Json.write(PropagationResult.NEVER));
          statements.update(SUBJECT, field, id, row.subjects());
        });
  }

  @Override
  public void settle(String field, long id, PropagationResult settled) {
    load.step(
        "keep how a row was settled",
        () -> statements.update(SETTLE, Json.write(settled), field, id));
  }

  @Override
  public List<KeptRow> rows(String field, Collection<String> subjects) {
    return load.ask(
        "read rows in doubt", () -> statements.list(ROWS, UnresolvedRows::row, field, subjects));
  }

  private static KeptRow row(ResultSet row) throws SQLException {
    return new KeptRow(
        row.getLong("row_id"),
        new UnresolvedCells(
            row.getString("reading"),
            row.getString("text"),
            Json.texts(row.getString("subjects")),
            Json.options(row.getString("options"))),
        Json.settled(row.getString("settled")));
  }

  @Override
  public List<KnownCell> cells(String field, Collection<String> subjects) {
    return load.ask(
        "read certain cells",
        () -> statements.list(CELLS, RecordReader.inOrder(KnownCell.class), field, subjects));
  }

  @Override
  public Set<String> apart(String field) {
    return load.ask("read names seen apart", () -> Set.copyOf(statements.texts(APART, field)));
  }

  @Override
  public Map<Long, String> texts(String field) {
    Map<Long, String> texts = new TreeMap<>();
    load.step(
        "read the texts of rows in doubt",
        () -> statements.each(TEXTS, row -> texts.put(row.getLong(1), row.getString(2)), field));
    return texts;
  }

  @Override
  public void endField(String field, String version) {
    load.step("keep a field", () -> statements.update(FIELD, field, version));
  }

  // --- answers --------------------------------------------------------------------------------

  @Override
  public void ask(Collection<Long> observations) {
    load.step("note the cells of a row", () -> resolutions.ask(observations));
  }

  @Override
  public void resolve(long observationId, Observation cell) {
    load.step(
        "store a decided cell",
        () -> {
          if (resolutions.resolve(observationId, cell)) {
            changes.run();
          }
        });
  }

  @Override
  public void end() {
    load.step(
        "store the decided cells",
        () -> {
          if (resolutions.takeBackOthers()) {
            changes.run();
          }
          statements.update(END);
        });
  }
}
