package dev.unglue.store.site;

import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How things stand, and how they went run by run.
 *
 * @param counts how much there is, by what: subjects, facts, pages, quarantined
 * @param flags those that stand, by severity
 * @param runs the last ones, the earliest first
 * @param nights how each source fared in each of them, the latest first
 * @param changes what the last run that changed anything has changed
 */
public record SiteOverview(
    Map<String, Long> counts,
    Map<String, Long> flags,
    List<RunFigure> runs,
    List<Night> nights,
    List<ChangedFact> changes) {
  private static final int RUNS = 60;
  private static final int NIGHTS = 40;
  private static final int CHANGES = 20;

  /**
   * A run as charts show it; a figure that it has not measured is absent.
   *
   * @param run its number
   * @param startedAt when it began
   * @param status how it ended
   * @param figures by name: facts, value, missing, ambiguous, the severities, received, unchanged,
   *     gone, forbidden, failed
   */
  public record RunFigure(long run, String startedAt, String status, Map<String, Long> figures) {}

  /**
   * How a source fared in a run.
   *
   * @param run the run
   * @param startedAt when it began
   * @param source the source
   * @param verdict ok, partial, unreachable or rejected
   * @param received pages that came
   * @param unchanged pages that say nothing new
   * @param lost pages that were planned and not received
   * @param reason why it is not ok
   */
  public record Night(
      long run,
      String startedAt,
      String source,
      String verdict,
      long received,
      long unchanged,
      long lost,
      String reason) {}

  /**
   * What a run has changed.
   *
   * @param run the run
   * @param subject name
   * @param slug of the subject
   * @param attribute title
   * @param member part of it
   * @param unit of its number
   * @param before what was believed; empty for nothing
   * @param after what is believed; empty for nothing
   */
  public record ChangedFact(
      long run,
      String subject,
      String slug,
      String attribute,
      String member,
      String unit,
      String before,
      String after) {}

  private static final Map<String, String> COUNTS =
      Map.of(
          "subjects",
          "SELECT count(*) FROM subject",
          "facts",
          "SELECT coalesce((SELECT value FROM metric WHERE name = 'open_facts' AND scope = '' AND run_id = (SELECT max(run_id) FROM metric WHERE name = 'open_facts' AND scope = '')), 0)",
          "pages",
          "SELECT count(DISTINCT page) FROM capture",
          "quarantined",
          "SELECT count(*) FROM quarantine WHERE state = 'open'");

  private static final String FLAGS =
      "SELECT severity, count(*) FROM flag WHERE state <> 'fixed' AND NOT silenced GROUP BY 1";

  private static final String LAST_RUNS =
      """
      SELECT run_id, started_at, status FROM run
      WHERE status NOT IN ('running', 'skipped') ORDER BY run_id DESC LIMIT ?
      """;

  static final String METRICS =
      """
      SELECT run_id, name, value FROM metric
      WHERE run_id >= ? AND scope = '' AND attribute_id IS NULL AND member = ''
        AND (name = 'open_facts' OR name LIKE 'observations!_%' ESCAPE '!')
      """;

  static final String OUTCOMES =
      """
      SELECT run_id, sum(received) AS received, sum(unchanged) AS unchanged, sum(gone) AS gone,
        sum(forbidden) AS forbidden, sum(failed) AS failed
      FROM night WHERE run_id >= ? GROUP BY run_id
      """;

  /** When flags of each severity came and went; a flag that stands goes never. */
  private static final String LIVES =
      """
      SELECT severity, coalesce(first_run_id, run_id) AS born,
        CASE WHEN state = 'fixed' THEN coalesce(last_run_id, run_id) ELSE 9223372036854775807 END AS died,
        count(*) AS n
      FROM flag WHERE NOT silenced GROUP BY 1, 2, 3
      """;

  static final String LAST_NIGHTS =
      """
      SELECT n.run_id, r.started_at, n.source, n.verdict, n.received, n.unchanged,
        n.gone + n.forbidden + n.failed AS lost, n.reasons
      FROM night n JOIN run r USING (run_id) ORDER BY n.run_id DESC, n.source LIMIT ?
      """;

  static final String CHANGED =
      """
      SELECT h.run_id, s.name, s.slug, a.title, h.member, a.unit,
        coalesce(h.old_num, h.old_text, '') AS before, coalesce(h.new_num, h.new_text, '') AS after
      FROM fact_change h JOIN subject s USING (subject_id) JOIN attribute a USING (attribute_id)
      WHERE h.run_id = (SELECT max(run_id) FROM fact_change)
      ORDER BY h.old_num IS NULL AND h.old_text IS NULL, s.slug, a.position, h.member LIMIT ?
      """;

  /** Reads it of the work store or of what is published. */
  public static SiteOverview read(PreparedStatements statements) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, String> count : COUNTS.entrySet()) {
      counts.put(count.getKey(), statements.number(count.getValue()));
    }
    Map<String, Long> flags = new TreeMap<>();
    statements.each(FLAGS, row -> flags.put(row.getString(1), row.getLong(2)));
    return new SiteOverview(
        counts,
        flags,
        runs(statements),
        statements.list(
            LAST_NIGHTS,
            row ->
                new Night(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    String.join("; ", Json.texts(row.getString(8)))),
            NIGHTS),
        statements.list(CHANGED, RecordReader.inOrder(ChangedFact.class), CHANGES));
  }

  private static List<RunFigure> runs(PreparedStatements statements) throws SQLException {
    List<RunFigure> runs = new ArrayList<>();
    statements.each(
        LAST_RUNS,
        row ->
            runs.add(
                0,
                new RunFigure(row.getLong(1), row.getString(2), row.getString(3), new HashMap<>())),
        RUNS);
    if (runs.isEmpty()) {
      return runs;
    }
    Map<Long, Map<String, Long>> figures = new HashMap<>();
    runs.forEach(run -> figures.put(run.run(), run.figures()));
    long first = runs.get(0).run();
    statements.each(
        METRICS,
        row ->
            put(
                figures,
                row.getLong(1),
                row.getString(2).replace("observations_", "").replace("open_facts", "facts"),
                row.getLong(3)),
        first);
    statements.each(
        OUTCOMES,
        row -> {
          for (String name : List.of("received", "unchanged", "gone", "forbidden", "failed")) {
            put(figures, row.getLong(1), name, row.getLong(name));
          }
        },
        first);
    statements.each(
        LIVES,
        row -> {
          for (RunFigure run : runs) {
            boolean stood = row.getLong(2) <= run.run() && run.run() < row.getLong(3);
            run.figures().merge(row.getString(1), stood ? row.getLong(4) : 0L, Long::sum);
          }
        });
    return runs;
  }

  private static void put(Map<Long, Map<String, Long>> figures, long run, String name, long value) {
    Map<String, Long> known = figures.get(run);
    if (known != null) {
      known.put(name, value);
    }
  }
}
