package dev.unglue.store.report;

import dev.unglue.model.report.Changes;
import dev.unglue.model.report.FactLine;
import dev.unglue.model.report.Shown;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import dev.unglue.store.view.Views;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed and what a run has changed of it, as a report shows it.
 *
 * @param statements of the store
 * @param proofs takes the places of what is shown
 */
record ReportFacts(PreparedStatements statements, ReportProofs proofs) {
  private static final String FACT =
      """
      SELECT s.name, s.slug, f.value_num, f.value_text, f.valid_from, f.resolution, f.support,
        f.dissent, c.page, c.raw_path, c.raw_offset, c.raw_sha256, %s
      FROM fact f JOIN subject s ON s.subject_id = f.subject_id
        LEFT JOIN observation o ON o.observation_id = %s
        %s
        LEFT JOIN capture c ON c.capture_id = o.capture_id
      WHERE f.subject_id = ? AND f.attribute_id = ? AND f.member = ? AND f.ordinal = ?
        AND f.valid_to IS NULL
      """
          .formatted(
              ResolvedCellSql.columns("o", "r", "raw_text, raw_start, raw_end"),
              Views.PROVEN_BY,
              ResolvedCellSql.join("o", "r"));

  private static final String COUNTS =
      """
      SELECT count(*) AS n, coalesce(sum(old_num IS NULL AND old_text IS NULL), 0) AS added,
        coalesce(sum(new_num IS NULL AND new_text IS NULL), 0) AS removed
      FROM fact_change WHERE run_id = ?
      """;

  /** A number that was 0 before has grown beyond all measure. */
  private static final String CHANGED =
      """
      SELECT h.subject_id, s.name, s.slug, h.attribute_id, h.member, h.ordinal, a.unit, h.old_num,
        h.old_text, h.new_num, h.new_text
      FROM fact_change h JOIN subject s USING (subject_id) JOIN attribute a USING (attribute_id)
      WHERE h.run_id = ? AND coalesce(h.old_num, h.old_text) IS NOT NULL
        AND coalesce(h.new_num, h.new_text) IS NOT NULL
      ORDER BY h.old_num IS NULL OR h.new_num IS NULL, h.old_num <> 0,
        abs(h.new_num - h.old_num) * 1.0 / abs(h.old_num) DESC,
        s.slug, a.position IS NULL, a.position, h.attribute_id, h.member, h.ordinal
      LIMIT ?
      """;

  private static final String BEFORE =
      """
      SELECT coalesce(max(run_id), 0) FROM run
      WHERE run_id < ? AND status NOT IN ('running', 'skipped', 'broken') AND "trigger" <> 'fetch'
      """;

  /** The open facts of that key: one or none. */
  List<FactLine> fact(long subjectId, String attribute, String member, int ordinal)
      throws SQLException {
    return statements.list(FACT, this::fact, subjectId, attribute, member, ordinal);
  }

  private FactLine fact(ResultSet row) throws SQLException {
    return new FactLine(
        row.getString("name"),
        row.getString("slug"),
        Sql.value(row, "value_num", "value_text"),
        Instant.parse(row.getString("valid_from")),
        row.getString("resolution"),
        row.getLong("support"),
        row.getLong("dissent"),
        proofs.of(row));
  }

  Changes changes(long runId, int most) throws SQLException {
    Counted counts =
        statements.first(COUNTS, RecordReader.inOrder(Counted.class), runId).orElseThrow();
    List<Changes.Change> rows = statements.list(CHANGED, this::change, runId, most);
    return new Changes(
        statements.number(BEFORE, runId),
        counts.added(),
        counts.removed(),
        new Shown<>(counts.all() - counts.added() - counts.removed(), rows));
  }

  private record Counted(long all, long added, long removed) {}

  private Changes.Change change(ResultSet row) throws SQLException {
    String attribute = row.getString("attribute_id");
    String member = row.getString("member");
    List<FactLine> now = fact(row.getLong("subject_id"), attribute, member, row.getInt("ordinal"));
    return new Changes.Change(
        row.getString("name"),
        row.getString("slug"),
        attribute,
        member,
        row.getString("unit"),
        Sql.value(row, "old_num", "old_text"),
        Sql.value(row, "new_num", "new_text"),
        percent(Sql.number(row, "old_num"), Sql.number(row, "new_num")),
        now.stream().map(FactLine::proof).findFirst().orElse(""));
  }

  private static @Nullable BigDecimal percent(
      @Nullable BigDecimal before, @Nullable BigDecimal after) {
    if (before == null || after == null || before.signum() == 0) {
      return null;
    }
    return after
        .subtract(before)
        .multiply(BigDecimal.valueOf(100))
        .divide(before.abs(), 1, RoundingMode.HALF_EVEN);
  }
}
