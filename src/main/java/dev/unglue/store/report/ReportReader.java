package dev.unglue.store.report;

import dev.unglue.model.report.AttributeFill;
import dev.unglue.model.report.Changes;
import dev.unglue.model.report.Distribution;
import dev.unglue.model.report.PageLine;
import dev.unglue.model.report.QuarantineLine;
import dev.unglue.model.report.Report;
import dev.unglue.model.report.ReportLimits;
import dev.unglue.model.report.ReportRun;
import dev.unglue.model.report.RuleLine;
import dev.unglue.model.report.RunLine;
import dev.unglue.model.report.Shown;
import dev.unglue.model.report.Totals;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.table.CountsTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a report says, all of it as of one moment. Its proofs have no text around them yet:
 * that stands in the captures.
 *
 * @param store open
 */
public record ReportReader(WorkStore store) {
  private static final String QUARANTINED =
      """
      SELECT q.page, q.reason, q.message, substr(q.raw_text, 1, 300)
      FROM quarantine q LEFT JOIN capture c USING (capture_id)
      WHERE q.state = 'open' AND c.parse_status IS NOT 'superseded'
      ORDER BY q.page, q.reason, coalesce(q.raw_start, -1), q.raw_text_sha256 LIMIT ?
      """;

  private static final String SILENCED =
      "SELECT count(*) FROM flag WHERE state <> 'fixed' AND silenced";

  /** The report on the last run whose load is in the store; absent where there was none. */
  public Optional<Report> read(ReportLimits limits) {
    return store.queryAtOnce(
        statements -> {
          Optional<ReportRun> run = new ReportRuns(statements).run();
          return run.isEmpty()
              ? Optional.empty()
              : Optional.of(read(statements, run.get(), limits));
        });
  }

  private static Report read(PreparedStatements statements, ReportRun run, ReportLimits limits)
      throws SQLException {
    ReportProofs proofs = new ReportProofs();
    ReportRuns runs = new ReportRuns(statements);
    ReportFlags flags = new ReportFlags(statements, proofs, limits);
    ReportFacts facts = new ReportFacts(statements, proofs);
    List<RunLine> last = runs.last(limits.runs());
    flags.begin();
    List<PageLine> pages = flags.pages();
    List<RuleLine> rules = flags.rules(runs);
    List<AttributeFill> attributes =
        new ReportCells(statements, proofs, limits.cellsAState()).attributes();
    List<Distribution> distributions = new ReportNumbers(statements, facts, limits).distributions();
    Changes changes = facts.changes(run.id(), limits.changes());
    StoreCounts counts = CountsTable.of(statements);
    List<QuarantineLine> quarantined =
        statements.list(
            QUARANTINED, RecordReader.inOrder(QuarantineLine.class), limits.quarantined());
    return new Report(
        Report.VERSION,
        limits,
        run,
        runs.nights(run.id()),
        runs.verdict(run.id()),
        totals(statements, counts),
        last,
        rules,
        flags.shown(rules),
        attributes,
        distributions,
        changes,
        pages,
        new Shown<>(counts.quarantined(), quarantined),
        proofs.all());
  }

  private static Totals totals(PreparedStatements statements, StoreCounts counts)
      throws SQLException {
    return new Totals(
        counts.pagesByLayout(),
        counts.observationsByState(),
        counts.openFacts(),
        counts.standingFlagsBySeverity(),
        statements.number(SILENCED));
  }
}
