package dev.unglue.store.report;

import dev.unglue.model.report.FlagLine;
import dev.unglue.model.report.PageLine;
import dev.unglue.model.report.ReportLimits;
import dev.unglue.model.report.RuleLine;
import dev.unglue.model.report.Shown;
import dev.unglue.store.FlagList;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Standing flags as a report shows them: by rule, and by the pages that have most of them. */
final class ReportFlags {
  private static final List<String> WORST_FIRST = List.of("fatal", "error", "warn", "info");

  private static final String ORDER =
      "f.silenced, " + FlagList.RANK + ", f.state <> 'new', f.page, f.raw_start, f.fingerprint";

  private static final String OF_RULES =
      FlagList.ALL
          + """
          WHERE f.flag_id IN (
            SELECT flag_id FROM (
              SELECT f.flag_id, row_number() OVER (PARTITION BY f.rule_id ORDER BY %s) AS place
              FROM flag f WHERE f.state <> 'fixed')
            WHERE place <= ?)
          ORDER BY %s
          """
              .formatted(ORDER, ORDER);

  private static final String OF_PAGE =
      FlagList.ALL
          + """
          WHERE f.flag_id IN (
            SELECT f.flag_id FROM flag f
            WHERE f.page = ? AND f.state <> 'fixed' AND NOT f.silenced ORDER BY %s LIMIT ?)
          ORDER BY %s
          """
              .formatted(ORDER, ORDER);

  private static final String PAGES =
      """
      SELECT page, sum(severity = 'fatal') AS fatal, sum(severity = 'error') AS error,
        sum(severity = 'warn') AS warn, sum(severity = 'info') AS info
      FROM flag WHERE state <> 'fixed' AND NOT silenced AND page <> ''
      GROUP BY page HAVING fatal + error + warn > 0
      ORDER BY fatal DESC, error DESC, warn DESC, info DESC, page LIMIT ?
      """;

  private static final String LAYOUTS =
      """
      SELECT DISTINCT layout FROM capture WHERE page = ? AND parse_status <> 'superseded'
      ORDER BY layout
      """;

  private static final String CELLS =
      """
      SELECT count(*) FROM capture c JOIN observation o USING (capture_id)
      %s
      WHERE c.page = ? AND c.parse_status <> 'superseded' AND %s = ?
      """
          .formatted(ResolvedCellSql.join("o", "r"), ResolvedCellSql.column("o", "r", "state"));

  private static final String RULES =
      """
      SELECT u.rule_id, coalesce(nullif(u.title, ''), u.rule_id) AS title, u.severity, t.run_id,
        t.evaluated, t.failed, t.status,
        EXISTS (SELECT 1 FROM flag m WHERE m.rule_id = 'rule_not_evaluated'
          AND m.member = u.rule_id AND m.state <> 'fixed' AND NOT m.silenced) AS missed
      FROM rule u LEFT JOIN rule_result t ON t.rule_id = u.rule_id
        AND t.run_id = (SELECT max(run_id) FROM rule_result)
      WHERE t.run_id IS NOT NULL
        OR EXISTS (SELECT 1 FROM flag f WHERE f.rule_id = u.rule_id AND f.state <> 'fixed')
      ORDER BY u.rule_id
      """;

  private static final String STANDING =
      """
      SELECT rule_id, severity, silenced, state = 'new', count(*) FROM flag
      WHERE state <> 'fixed' GROUP BY 1, 2, 3, 4
      """;

  private final PreparedStatements statements;
  private final ReportProofs proofs;
  private final ReportLimits limits;
  private final Map<String, FlagLine> shown = new LinkedHashMap<>();
  private final Map<String, Standing> standing = new TreeMap<>();

  ReportFlags(PreparedStatements statements, ReportProofs proofs, ReportLimits limits) {
    this.statements = statements;
    this.proofs = proofs;
    this.limits = limits;
  }

  /** How many flags of a rule stand. */
  private static final class Standing {
    private final Map<String, Long> bySeverity = new TreeMap<>();
    private long fresh;
    private long silenced;

    long all() {
      return silenced + sum(bySeverity);
    }
  }

  /** The first flags of each rule; before all else. */
  void begin() throws SQLException {
    statements.each(STANDING, this::count);
    show(OF_RULES, limits.flagsARule());
  }

  /** The rules, the worst first; the pages are to be asked for before, for they add flags. */
  List<RuleLine> rules(ReportRuns runs) throws SQLException {
    List<RuleLine> rules = statements.list(RULES, row -> rule(row, runs));
    return rules.stream().sorted(worstFirst()).toList();
  }

  private void count(ResultSet row) throws SQLException {
    Standing rule = standing.computeIfAbsent(row.getString(1), id -> new Standing());
    long count = row.getLong(5);
    if (row.getBoolean(3)) {
      rule.silenced += count;
    } else {
      rule.fresh += row.getBoolean(4) ? count : 0;
      rule.bySeverity.merge(row.getString(2), count, Long::sum);
    }
  }

  private RuleLine rule(ResultSet row, ReportRuns runs) throws SQLException {
    String id = row.getString("rule_id");
    Standing stands = standing.getOrDefault(id, new Standing());
    boolean evaluated = row.getObject("status") != null;
    List<String> flags =
        shown.values().stream().filter(flag -> flag.rule().equals(id)).map(FlagLine::id).toList();
    return new RuleLine(
        id,
        row.getString("title"),
        row.getString("severity"),
        evaluated ? row.getString("status") : "off",
        row.getBoolean("missed"),
        row.getLong("run_id"),
        row.getLong("evaluated"),
        row.getLong("failed"),
        stands.bySeverity,
        stands.fresh,
        stands.silenced,
        runs.trend(id),
        new Shown<>(stands.all(), flags));
  }

  private static Comparator<RuleLine> worstFirst() {
    Comparator<RuleLine> order = Comparator.comparing(rule -> 0);
    for (String severity : WORST_FIRST) {
      order =
          order.thenComparing(
              rule -> rule.standing().getOrDefault(severity, 0L), Comparator.reverseOrder());
    }
    return order
        .thenComparing(RuleLine::silenced, Comparator.reverseOrder())
        .thenComparing(rule -> !rule.missed())
        .thenComparing(RuleLine::id);
  }

  /** All flags that rules and pages have shown, by rule. */
  List<FlagLine> shown(List<RuleLine> rules) {
    return rules.stream()
        .flatMap(rule -> rule.flags().rows().stream())
        .map(id -> Objects.requireNonNull(shown.get(id), "a flag that is shown"))
        .toList();
  }

  /** The pages with the most and gravest flags. */
  List<PageLine> pages() throws SQLException {
    return statements.list(PAGES, this::page, limits.pages());
  }

  private PageLine page(ResultSet row) throws SQLException {
    String page = row.getString("page");
    Map<String, Long> counts = new TreeMap<>();
    for (String severity : WORST_FIRST) {
      counts.put(severity, row.getLong(severity));
    }
    counts.values().removeIf(count -> count == 0);
    return new PageLine(
        page,
        statements.texts(LAYOUTS, page),
        counts,
        statements.number(CELLS, page, "ambiguous"),
        statements.number(CELLS, page, "unparsed"),
        new Shown<>(sum(counts), show(OF_PAGE, page, limits.flagsAPage())));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Reads flags, and gives their ids. */
  private List<String> show(String sql, Object... values) throws SQLException {
    List<String> ids = new ArrayList<>();
    for (FlagLine flag : statements.list(sql, this::line, values)) {
      shown.putIfAbsent(flag.id(), flag);
      ids.add(flag.id());
    }
    return ids;
  }

  private FlagLine line(ResultSet row) throws SQLException {
    FlagRow flag = FlagList.ROW.read(row);
    return new FlagLine(
        row.getString("fingerprint"),
        flag.rule(),
        flag.severity(),
        flag.state(),
        flag.firstSeen(),
        flag.page(),
        flag.subject(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual(),
        flag.message(),
        proofs.of(flag.here(), flag.there()));
  }
}
