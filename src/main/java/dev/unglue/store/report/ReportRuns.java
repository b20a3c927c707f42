package dev.unglue.store.report;

import dev.unglue.model.report.NightLine;
import dev.unglue.model.report.ReportRun;
import dev.unglue.model.report.RunLine;
import dev.unglue.model.report.Shown;
import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.MissedPage;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.table.FlagTable;
import dev.unglue.store.table.RunTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs as a report shows them, and the flags that stood after each. */
final class ReportRuns {
  /** What was taken back, skipped or only fetched says nothing of what the store holds. */
  private static final String RUN =
      """
      SELECT * FROM run
      WHERE status NOT IN ('running', 'skipped', 'broken') AND "trigger" <> 'fetch'
      ORDER BY run_id DESC LIMIT 1
      """;

  private static final String SOURCES =
      "SELECT j.value FROM run, json_each(run.sources) j WHERE run_id = ? ORDER BY j.key";

  private static final String NIGHTS =
      """
      SELECT n.* FROM night n JOIN run r USING (run_id)
        LEFT JOIN json_each(r.sources) j ON j.value = n.source
      WHERE run_id = ? ORDER BY j.key, n.source
      """;

  private static final String LAST =
      "SELECT * FROM run WHERE status <> 'running' ORDER BY run_id DESC LIMIT ?";

  /**
   * When flags began and ceased to stand; asked once for all runs, for it looks at every flag. A
   * doubt that other captures answered in the run that raised it never stood.
   */
  private static final String LIVES =
      """
      SELECT rule_id, severity, coalesce(first_run_id, run_id) AS born,
        CASE WHEN state = 'fixed' THEN coalesce(last_run_id, run_id) ELSE %2$d END AS died,
        count(*)
      FROM flag f
      WHERE NOT silenced AND NOT (
        f.state = 'fixed' AND f.rule_id IN ('%1$s') AND EXISTS (
          SELECT 1 FROM observation o JOIN resolution r USING (observation_id)
          WHERE o.capture_id = f.capture_id AND o.raw_start = f.raw_start
            AND o.raw_end = f.raw_end AND r.state <> 'ambiguous'
            AND r.run_id <= coalesce(f.first_run_id, f.run_id)))
      GROUP BY 1, 2, 3, 4
      """
          .formatted(String.join("', '", FlagTable.DOUBTS), Long.MAX_VALUE);

  /** The last run up to there that brought anything; a flag that it has not fixed stands. */
  private static final String BROUGHT =
      """
      SELECT coalesce(max(run_id), %d) FROM run
      WHERE run_id <= ? AND status NOT IN ('running', 'unchanged', 'unreachable', 'broken', 'skipped')
      """
          .formatted(Long.MAX_VALUE);

  /** A run that brought nothing counts nothing: the store is as the run before has left it. */
  private static final String COUNTED =
      """
      scope = '' AND run_id = (
        SELECT max(run_id) FROM metric WHERE scope = '' AND name = 'open_facts' AND run_id <= ?)
      """;

  private static final String FACTS =
      "SELECT value FROM metric WHERE name = 'open_facts' AND " + COUNTED;

  private static final String CELLS =
      "SELECT substr(name, 14), value FROM metric WHERE name GLOB 'observations_*' AND " + COUNTED;

  private static final String FETCHED =
      """
      SELECT outcome, n FROM (
        SELECT 'received' AS outcome, sum(received) AS n FROM night WHERE run_id = ?1
        UNION ALL SELECT 'unchanged', sum(unchanged) FROM night WHERE run_id = ?1
        UNION ALL SELECT 'gone', sum(gone) FROM night WHERE run_id = ?1
        UNION ALL SELECT 'forbidden', sum(forbidden) FROM night WHERE run_id = ?1
        UNION ALL SELECT 'failed', sum(failed) FROM night WHERE run_id = ?1)
      WHERE n > 0
      """;

  private static final String FORCED =
      "SELECT count(*) FROM publication WHERE forced AND run_id = ?";

  private final PreparedStatements statements;

  /** Flags that stood after each of the runs shown, by rule; a rule without any is absent. */
  private final List<Map<String, Long>> byRule = new ArrayList<>();

  private Optional<List<Life>> lives = Optional.empty();

  ReportRuns(PreparedStatements statements) {
    this.statements = statements;
  }

  /** Flags of a rule that were raised by one run, and fixed by one or by none. */
  private record Life(String rule, String severity, long born, long died, long flags) {}

  Optional<ReportRun> run() throws SQLException {
    return statements.first(RUN, this::run);
  }

  private ReportRun run(ResultSet row) throws SQLException {
    long id = row.getLong("run_id");
    return new ReportRun(
        id,
        row.getString("run_uuid"),
        row.getString("trigger"),
        row.getString("status"),
        Instant.parse(row.getString("started_at")),
        Sql.instant(row, "finished_at"),
        Instant.parse(row.getString("nominal_time")),
        row.getString("tool_version"),
        row.getString("config_sha256"),
        statements.texts(SOURCES, id),
        Sql.count(row, "pages_found"),
        Sql.count(row, "pages_read"),
        Sql.count(row, "pages_unchanged"),
        Sql.count(row, "pages_failed"),
        row.getObject("exit_code") == null ? null : row.getInt("exit_code"),
        Sql.text(row, "reason"));
  }

  Verdict verdict(long runId) throws SQLException {
    List<Verdict.Reason> reasons = new RunTable(statements).reasons(runId);
    return new Verdict(reasons.isEmpty(), statements.number(FORCED, runId) > 0, reasons);
  }

  /** How each source fared in a run, in the order in which they were asked for. */
  List<NightLine> nights(long runId) throws SQLException {
    return statements.list(NIGHTS, ReportRuns::night, runId);
  }

  private static NightLine night(ResultSet row) throws SQLException {
    List<MissedPage> named = Json.missed(row.getString("missed"));
    long missed = row.getLong("gone") + row.getLong("forbidden") + row.getLong("failed");
    return new NightLine(
        row.getString("source"),
        row.getString("verdict"),
        missed + row.getLong("received") + row.getLong("unchanged"),
        row.getLong("received"),
        row.getLong("unchanged"),
        row.getLong("gone"),
        row.getLong("forbidden"),
        row.getLong("failed"),
        Json.texts(row.getString("reasons")),
        new Shown<>(missed, named),
        Sql.instant(row, "contact_at"));
  }

  /** The last runs, the oldest first. */
  List<RunLine> last(int most) throws SQLException {
    List<RunLine> lines = new ArrayList<>(statements.list(LAST, this::line, most));
    Collections.reverse(lines);
    Collections.reverse(byRule);
    return lines;
  }

  /** One run; absent where the store does not know it. */
  Optional<RunLine> line(long runId) throws SQLException {
    return statements.first("SELECT * FROM run WHERE run_id = ?", this::line, runId);
  }

  private RunLine line(ResultSet row) throws SQLException {
    long id = row.getLong("run_id");
    return new RunLine(
        id,
        row.getString("trigger"),
        row.getString("status"),
        Instant.parse(row.getString("started_at")),
        Sql.count(row, "pages_read"),
        Sql.count(row, "pages_failed"),
        stood(id),
        Sql.text(row, "reason"),
        Sql.instant(row, "finished_at"),
        statements.first(FACTS, each -> each.getLong(1), id).orElse(null),
        counts(CELLS, id),
        counts(FETCHED, id));
  }

  private Map<String, Long> counts(String sql, long runId) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    statements.each(sql, row -> counts.put(row.getString(1), row.getLong(2)), runId);
    return counts;
  }

  /** Flags that stood after a run, by severity; notes those of each rule. */
  private Map<String, Long> stood(long runId) throws SQLException {
    Map<String, Long> bySeverity = new TreeMap<>();
    Map<String, Long> ofRules = new HashMap<>();
    long brought = statements.number(BROUGHT, runId);
    for (Life life : lives()) {
      if (life.born() <= runId && life.died() >= brought) {
        ofRules.merge(life.rule(), life.flags(), Long::sum);
        bySeverity.merge(life.severity(), life.flags(), Long::sum);
      }
    }
    byRule.add(ofRules);
    return bySeverity;
  }

  private List<Life> lives() throws SQLException {
    if (lives.isEmpty()) {
      lives = Optional.of(statements.list(LIVES, RecordReader.inOrder(Life.class)));
    }
    return lives.get();
  }

  /** Flags of a rule that stood after each of the runs that {@link #last} gave. */
  List<Long> trend(String rule) {
    return byRule.stream().map(flags -> flags.getOrDefault(rule, 0L)).toList();
  }
}
