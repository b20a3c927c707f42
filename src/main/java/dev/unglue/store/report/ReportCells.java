package dev.unglue.store.report;

import dev.unglue.model.report.AttributeFill;
import dev.unglue.model.report.CellLine;
import dev.unglue.model.report.Shown;
import dev.unglue.model.value.Candidate;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How full each attribute is, as a report shows it. */
public final class ReportCells {
  private static final String COUNTS =
      """
      SELECT attribute_id, state, block, layout, n FROM kept_cells WHERE n > 0
      ORDER BY attribute_id, state, block, layout
      """;

  /** In the order in which cells were stored: no sort, however many there are. */
  public static final String CELLS =
      """
      SELECT o.observation_id, o.attribute_id, %s AS state
      FROM observation o JOIN capture c ON c.capture_id = o.capture_id
      %s
      WHERE o.observation_id BETWEEN ?1 * 4096 AND ?1 * 4096 + 4095
        AND c.parse_status <> 'superseded'
      ORDER BY o.observation_id
      """
          .formatted(ResolvedCellSql.column("o", "r", "state"), ResolvedCellSql.join("o", "r"));

  private static final String CELL =
      """
      SELECT c.page, c.raw_path, c.raw_offset, c.raw_sha256, coalesce(s.name, '') AS subject, o.member, o.section,
        %s
      FROM observation o JOIN capture c ON c.capture_id = o.capture_id
        LEFT JOIN subject s ON s.subject_id = o.subject_id
        %s
      WHERE o.observation_id = ?
      """
          .formatted(
              ResolvedCellSql.columns(
                  "o",
                  "r",
                  "value_num, value_text, raw_text, raw_start, raw_end, method, confidence, candidates"),
              ResolvedCellSql.join("o", "r"));

  private static final String ATTRIBUTES =
      """
      SELECT attribute_id, title, unit FROM attribute
      ORDER BY position IS NULL, position, attribute_id
      """;

  private final PreparedStatements statements;
  private final ReportProofs proofs;
  private final int most;
  private final Map<String, Counted> counted = new HashMap<>();

  /** Where the first cells of every state lie. */
  private final SortedSet<Long> blocks = new TreeSet<>();

  ReportCells(PreparedStatements statements, ReportProofs proofs, int most) {
    this.statements = statements;
    this.proofs = proofs;
    this.most = most;
  }

  /** What was counted of an attribute. */
  private static final class Counted {
    private final Map<String, Long> cells = new TreeMap<>();
    private final Map<String, Map<String, Long>> byLayout = new TreeMap<>();
    private final Map<String, List<Long>> first = new TreeMap<>();
  }

  List<AttributeFill> attributes() throws SQLException {
    statements.each(COUNTS, this::count);
    for (long block : blocks) {
      statements.each(CELLS, this::first, block);
    }
    List<AttributeFill> fills = new ArrayList<>();
    statements.each(
        ATTRIBUTES,
        row -> {
          String id = row.getString("attribute_id");
          Counted seen = counted.get(id);
          if (seen != null) {
            String title = row.getString("title");
            String unit = row.getString("unit");
            fills.add(new AttributeFill(id, title, unit, seen.cells, seen.byLayout, rows(seen)));
          }
        });
    return fills;
  }

  private void count(ResultSet row) throws SQLException {
    Counted seen = counted.computeIfAbsent(row.getString("attribute_id"), id -> new Counted());
    String state = row.getString("state");
    long n = row.getLong("n");
    if (seen.cells.getOrDefault(state, 0L) < most) {
      blocks.add(row.getLong("block"));
    }
    seen.cells.merge(state, n, Long::sum);
    seen.byLayout
        .computeIfAbsent(row.getString("layout"), layout -> new TreeMap<>())
        .merge(state, n, Long::sum);
  }

  private void first(ResultSet row) throws SQLException {
    Counted seen = counted.computeIfAbsent(row.getString("attribute_id"), id -> new Counted());
    List<Long> first = seen.first.computeIfAbsent(row.getString("state"), s -> new ArrayList<>());
    if (first.size() < most) {
      first.add(row.getLong("observation_id"));
    }
  }

  private Map<String, Shown<CellLine>> rows(Counted seen) throws SQLException {
    Map<String, Shown<CellLine>> rows = new TreeMap<>();
    for (Map.Entry<String, List<Long>> state : seen.first.entrySet()) {
      List<CellLine> lines = new ArrayList<>();
      for (long id : state.getValue()) {
        lines.addAll(statements.list(CELL, this::cell, id));
      }
      rows.put(state.getKey(), new Shown<>(seen.cells.getOrDefault(state.getKey(), 0L), lines));
    }
    return rows;
  }

  private CellLine cell(ResultSet row) throws SQLException {
    return new CellLine(
        row.getString("page"),
        row.getString("subject"),
        row.getString("member"),
        row.getString("section"),
        Sql.value(row, "value_num", "value_text"),
        row.getString("method"),
        row.getDouble("confidence"),
        Json.candidates(Sql.text(row, "candidates")).stream().map(Candidate::text).toList(),
        proofs.of(row));
  }
}
