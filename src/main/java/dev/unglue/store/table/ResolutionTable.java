package dev.unglue.store.table;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What other captures decide of cells that their own page leaves in doubt: an overlay on the
 * observations, append-only; of one cell the row of the newest run governs.
 */
public final class ResolutionTable {
  /**
   * A cell in doubt: run together with its neighbours, and not decided by its own page for sure.
   */
  private static final String OPEN_ATTRIBUTES =
      """
      SELECT DISTINCT o.attribute_id
      FROM temp.changed_capture t
        CROSS JOIN capture c ON c.capture_id = t.capture_id
        CROSS JOIN observation o ON o.capture_id = t.capture_id
      WHERE c.parse_status <> 'superseded' AND o.layout IN ('glued', 'spaced')
        AND o.method NOT IN (SELECT value FROM json_each(?))
      """;

  /** Joins are crossed where the planner knows no numbers: what is temporary is small. */
  private static final String CELLS =
      """
      SELECT o.capture_id, o.observation_id, s.subject_id, s.slug, s.name, %s
      FROM observation o JOIN subject s ON s.subject_id = o.subject_id
      WHERE o.capture_id IN (SELECT value FROM json_each(?))
        AND o.attribute_id IN (SELECT value FROM json_each(?))
      ORDER BY o.capture_id, o.raw_start, o.raw_end, o.observation_id
      """
          .formatted(ObservationTable.COLUMNS);

  /** Writes a row unless the cell is believed to be just that already. */
  private static final String RESOLVE =
      """
      INSERT INTO resolution (observation_id, run_id, %1$s)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
      WHERE (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) IS NOT (SELECT %2$s FROM observation o
        %3$s
        WHERE o.observation_id = ?1)
      """
          .formatted(
              ResolvedCellSql.ALL,
              ResolvedCellSql.columns("o", "r", ResolvedCellSql.ALL),
              ResolvedCellSql.join("o", "r"));

  private static final String ASK =
      """
      INSERT INTO temp.asked_cell (observation_id, decided)
      SELECT value, 0 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING
      """;

  private static final String NOTE =
      """
      INSERT INTO temp.asked_cell (observation_id, decided) VALUES (?, 1)
      ON CONFLICT DO UPDATE SET decided = 1
      """;

  /** A capture that counts again, or is read by other rules, may have been decided long ago. */
  private static final String ASK_CHANGED =
      """
      INSERT INTO temp.asked_cell (observation_id, decided)
      SELECT o.observation_id, 0
      FROM temp.changed_capture t
        CROSS JOIN capture c ON c.capture_id = t.capture_id
        CROSS JOIN observation o ON o.capture_id = t.capture_id
      WHERE c.run_id < ?
        AND EXISTS (SELECT 1 FROM resolution r WHERE r.observation_id = o.observation_id)
      ON CONFLICT DO NOTHING
      """;

  /** What was decided by captures that say so no more is again what its own page says. */
  private static final String TAKE_BACK =
      """
      INSERT INTO resolution (observation_id, run_id, %1$s)
      SELECT o.observation_id, ?, %2$s
      FROM temp.asked_cell a
        CROSS JOIN observation o ON o.observation_id = a.observation_id
        CROSS JOIN capture c ON c.capture_id = o.capture_id
        CROSS JOIN resolution r ON r.observation_id = o.observation_id AND r.run_id = (
          SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = o.observation_id)
      WHERE c.parse_status <> 'superseded' AND NOT a.decided
        AND (%3$s) IS NOT (%2$s)
      """
          .formatted(ResolvedCellSql.ALL, prefixed("o"), prefixed("r"));

  private final PreparedStatements statements;
  private final long runId;

  public ResolutionTable(PreparedStatements statements, long runId) throws SQLException {
    this.statements = statements;
    this.runId = runId;
    statements.makeTemporary(
        "asked_cell", "(observation_id INTEGER PRIMARY KEY, decided INTEGER NOT NULL)");
  }

  private static String prefixed(String alias) {
    return alias + "." + ResolvedCellSql.ALL.replace(", ", ", " + alias + ".");
  }

  /** The attributes of which some cell of a changed capture is in doubt. */
  public Set<String> openAttributes() throws SQLException {
    return new TreeSet<>(statements.texts(OPEN_ATTRIBUTES, Observation.CERTAIN));
  }

  /** Streams what these captures say of these attributes, a capture at a time, as it was read. */
  public void forEachCapture(
      Collection<Long> captures, Collection<String> attributes, Consumer<CaptureCells> sink)
      throws SQLException {
    PreparedStatement query = statements.bound(CELLS, captures, attributes);
    try (ResultSet rows = query.executeQuery()) {
      SightingReader.Subjects subjects = new SightingReader.Subjects();
      List<StoredCell> cells = new ArrayList<>();
      long capture = 0;
      while (rows.next()) {
        long next = rows.getLong(1);
        if (next != capture && !cells.isEmpty()) {
          sink.accept(new CaptureCells(capture, cells));
          cells = new ArrayList<>();
          subjects = new SightingReader.Subjects();
        }
        capture = next;
        cells.add(
            new StoredCell(rows.getLong(2), ObservationTable.read(rows, 6, subjects.of(rows, 3))));
      }
      if (!cells.isEmpty()) {
        sink.accept(new CaptureCells(capture, cells));
      }
    }
  }

  /** Notes that these cells are decided anew by this run, or not at all. */
  public void ask(Collection<Long> observations) throws SQLException {
    statements.update(ASK, observations);
  }

  /** Stores what a cell is believed to be; true if it was not believed before. */
  public boolean resolve(long observationId, Observation cell) throws SQLException {
    statements.update(NOTE, observationId);
    return statements.update(
            RESOLVE,
            observationId,
            runId,
            cell.state(),
            cell.valueNum(),
            cell.valueText(),
            cell.rawText(),
            cell.span(),
            cell.method(),
            cell.confidence(),
            Json.writeUnlessEmpty(cell.candidates()))
        > 0;
  }

  /**
   * Takes back what this run was asked and has not said again; true if there was anything. Ends
   * what the run decides.
   */
  public boolean takeBackOthers() throws SQLException {
    statements.update(ASK_CHANGED, runId);
    boolean any = statements.update(TAKE_BACK, runId) > 0;
    CountsTable.countResolved(statements, runId);
    return any;
  }
}
