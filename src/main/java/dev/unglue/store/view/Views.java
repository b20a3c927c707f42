package dev.unglue.store.view;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The views for people and tools. The wide ones have a column for each attribute of the catalogue
 * and so are made anew when it changes.
 *
 * <p>They are read by the sqlite3 shells that are about, so nothing newer than SQLite 3.38 is used.
 */
public final class Views {
  private static final String OBSERVATION =
      """
      CREATE VIEW v_observation AS
      -- One row for each cell, sentence or list item of each page, with its proof:
      -- raw_text stands at characters raw_start to raw_end of the page (unicode code points).
      -- A cell that its own page leaves in doubt is shown as other captures decide it.
      SELECT %s
      FROM observation o
        JOIN capture c ON c.capture_id = o.capture_id
        JOIN attribute a ON a.attribute_id = o.attribute_id
        LEFT JOIN subject s ON s.subject_id = o.subject_id
        %s
      WHERE c.parse_status <> 'superseded'"""
          .formatted(ObservationColumns.viewedSql(), ResolvedCellSql.join("o", "r"));

  private static final String PROOF =
      """
      SELECT p.observation_id
           FROM observation p JOIN capture d ON d.capture_id = p.capture_id
           %s
           WHERE p.subject_id = f.subject_id AND p.attribute_id = f.attribute_id
             AND p.member = f.member AND p.ordinal = f.ordinal AND %s = 'value'
             AND d.parse_status <> 'superseded'"""
          .formatted(ResolvedCellSql.join("p", "q"), ResolvedCellSql.column("p", "q", "state"));

  private static final String LATEST =
      """
      ORDER BY rtrim(d.last_seen_at, 'Z') DESC, %s DESC, d.page, d.raw_sha256,
             %s
           LIMIT 1"""
          .formatted(
              ResolvedCellSql.column("p", "q", "confidence"),
              ResolvedCellSql.column("p", "q", "raw_start"));

  /**
   * The observation that proves the fact {@code f}. A repaired fact is proved by a cell that prints
   * another value. Two queries, because an older SQLite sees no outer column in an ORDER BY.
   */
  public static final String PROVEN_BY =
      """
      coalesce(
          (%s AND %s IS f.value_num
             AND %s IS f.value_text
           %s),
          (%s
           %s))"""
          .formatted(
              PROOF,
              ResolvedCellSql.nullable("p", "q", "value_num"),
              ResolvedCellSql.nullable("p", "q", "value_text"),
              LATEST,
              PROOF,
              LATEST);

  private static final String FACT =
      """
      CREATE VIEW v_fact AS
      -- What we believe now, one row a fact, with the latest observation that proves it.
      -- resolution: agreed, deduced (agreed, but each page needed others to be read), latest,
      -- majority, or repaired (a unit that the page had lost);
      -- support and dissent count pages, copies once. Earlier beliefs lie in the table fact.
      -- last_seen_at: when its page last showed it; gone_at: when the site had the page no more.
      SELECT c.page, coalesce(o.layout, c.layout) AS layout, o.section, s.name AS subject, s.kind,
        f.attribute_id AS attribute, f.member, f.ordinal, %s, f.value_num,
        f.value_text, nullif(a.unit, '') AS unit,
        %s, f.confidence,
        f.valid_from, f.resolution, f.support, f.dissent, %s AS last_seen_at, %s AS gone_at
      FROM fact f
        JOIN subject s ON s.subject_id = f.subject_id
        JOIN attribute a ON a.attribute_id = f.attribute_id
        LEFT JOIN observation o ON o.observation_id = %s
        %s
        LEFT JOIN capture c ON c.capture_id = o.capture_id
      WHERE f.valid_to IS NULL"""
          .formatted(
              ResolvedCellSql.columns("o", "r", "state"),
              ResolvedCellSql.columns("o", "r", "raw_text, raw_start, raw_end, method"),
              PageContact.LAST_SEEN_AT,
              PageContact.GONE_AT,
              PROVEN_BY,
              ResolvedCellSql.join("o", "r"));

  private static final String FACT_AT =
      """
      CREATE VIEW v_fact_at AS
      -- Every belief with its time, to look at the data set as of any day:
      --   SELECT * FROM v_fact_at WHERE '2026-03-01' >= valid_from AND '2026-03-01' < valid_to;
      -- Times are UTC, as text; a bare day is its first moment. What holds now ends in the year 9999.
      SELECT s.name AS subject, s.slug, s.kind, f.attribute_id AS attribute, f.member, f.ordinal,
        f.valid_from, coalesce(f.valid_to, '9999-12-31T00:00:00Z') AS valid_to,
        f.value_num, f.value_text, nullif(a.unit, '') AS unit, f.resolution, f.support, f.dissent,
        f.confidence
      FROM fact f
        JOIN subject s ON s.subject_id = f.subject_id
        JOIN attribute a ON a.attribute_id = f.attribute_id""";

  private static final String FLAG =
      """
      CREATE VIEW v_flag AS
      -- What does not agree and is not settled: state new (since the last run that brought
      -- something) or open. Both places of the values stand in the table flag.
      SELECT f.rule_id AS rule, f.severity, f.state, f.page, s.name AS subject,
        f.attribute_id AS attribute, f.member, f.expected, f.actual, f.message
      FROM flag f LEFT JOIN subject s ON s.subject_id = f.subject_id
      WHERE f.state <> 'fixed' AND NOT f.silenced""";

  private static final String NIGHT =
      """
      CREATE VIEW v_night AS
      -- How each source fared in each run: what was planned against what was received.
      -- verdict: ok, partial, unreachable (nothing was received) or rejected (its gate is closed).
      SELECT n.run_id AS run, r.started_at, n.source, n.verdict,
        n.received + n.unchanged + n.gone + n.forbidden + n.failed AS planned, n.received,
        n.unchanged, n.gone, n.forbidden, n.failed, n.contact_at,
        (SELECT group_concat(j.value, '; ') FROM json_each(n.reasons) j) AS reason
      FROM night n JOIN run r ON r.run_id = n.run_id""";

  private static final String FETCH =
      """
      CREATE VIEW v_fetch AS
      -- What became of each page that was planned to be fetched; fetch has sitemaps and more columns.
      SELECT f.run_id AS run, f.source, f.url, f.outcome, f.reason, f.http_status, f.attempts,
        f.fetched_at
      FROM fetch f WHERE f.role = 'page'""";

  private static final String ABOUT =
      """
      CREATE VIEW v_about AS
      -- What each table and view holds. Start here: SELECT * FROM v_about;
      WITH about (name, explains) AS (VALUES
        ('v_occupation', 'one row a subject: what we believe of it now, a column for each attribute'),
        ('v_comparison', 'one row a compared pair: what the latest capture that compares them says'),
        ('v_comparison_history', 'the same of every capture of every page, with its time'),
        ('v_fact', 'what we believe now, one row a fact, with its proof'),
        ('v_change', 'what each run has changed of what we believe, in words, and the page that says so'),
        ('v_observation', 'each cell of each page, its state, value and proof'),
        ('v_flag', 'what does not agree, with both values'),
        ('v_night', 'how each source fared in each run: planned against received, and why'),
        ('v_fetch', 'what became of each page that was planned: address, outcome, reason'),
        ('run', 'one row a run of the program'),
        ('night', 'one row for each source of a run; v_night reads better'),
        ('fetch', 'one row for each address that a run meant to fetch'),
        ('capture', 'one row a page as it came, for each parser version'),
        ('sighting', 'when each page was seen to show what; news: something else than the time before'),
        ('subject', 'whom the pages tell about, by slug'),
        ('subject_alias', 'other names that pages print for a subject'),
        ('comparison', 'which subjects a page sets side by side, from left to right'),
        ('attribute', 'what can be said of a subject: type, unit, range'),
        ('observation', 'each cell seen, append only; v_observation reads better'),
        ('resolution', 'what other captures decide of a cell; the row of the newest run governs'),
        ('fact', 'the history of what we believe; valid_to is empty for what holds now'),
        ('fact_change', 'what each run has changed of what we believe; v_change reads better'),
        ('fact_search', 'full text of what we believe now; in the published file only'),
        ('v_fact_at', 'every belief with its time: what held at a moment is valid_from <= it < valid_to'),
        ('rule', 'the rules that raise flags'),
        ('rule_result', 'how often a rule was evaluated in a run, and how often it failed'),
        ('flag', 'every flag ever raised: new, open or fixed; silenced by the configuration or not'),
        ('quarantine', 'what could not be read, with the reason'),
        ('metric', 'figures of a run that later runs are compared with'),
        ('gate_reason', 'why a run was not published'),
        ('publication', 'what was published by hand, when and by whom; forced: against the gate'))
      SELECT name, explains FROM about""";

  /** The value that stands for itself, and, where there is none, the members and items joined. */
  private static final String CELL =
      """
      coalesce(
        (SELECT value FROM cell WHERE %1$s AND attribute_id = %2$s AND member = '' AND ordinal = 0
         %4$s LIMIT 1),
        (SELECT group_concat(item, '; ') FROM (
           SELECT item FROM cell WHERE %1$s AND attribute_id = %2$s ORDER BY ordinal, member))) AS %3$s""";

  /** The pairs {@code l} and {@code r} of each capture {@code c}. */
  private static final String ALL_PAIRS =
      """
      FROM capture c
        JOIN %1$s l ON l.capture_id = c.capture_id
        JOIN %1$s r ON r.capture_id = c.capture_id AND r.position > l.position
        JOIN subject ls ON ls.subject_id = l.subject_id
        JOIN subject rs ON rs.subject_id = r.subject_id
      WHERE c.parse_status <> 'superseded'""";

  /** Of each pair only that of the latest capture that compares the two, on whatever page. */
  private static final String LATEST_PAIRS =
      ALL_PAIRS
          + """

        AND c.capture_id = (
          SELECT p.capture_id FROM comparison x
            JOIN comparison y ON y.capture_id = x.capture_id
            JOIN capture p ON p.capture_id = x.capture_id
          WHERE x.subject_id = l.subject_id AND y.subject_id = r.subject_id
            AND p.parse_status <> 'superseded'
          ORDER BY rtrim(p.last_seen_at, 'Z') DESC, p.layout <> 'html', p.page, p.source,
            p.raw_sha256
          LIMIT 1)""";

  /** The rows of {@code v_comparison}: {@code l} and {@code r} of the table, in {@code c}. */
  public static final String PAIRS = LATEST_PAIRS.formatted("comparison");

  /** So that no attribute is taken for a column of the table, whatever it is called. */
  private static final String SIDE = "side_";

  private Views() {}

  /**
   * Makes the views that are absent or out of date, for the attributes that are stored.
   *
   * @return true if one was made
   */
  public static boolean install(PreparedStatements statements) throws SQLException {
    boolean changed = false;
    for (Map.Entry<String, String> view : definitions(attributes(statements)).entrySet()) {
      String stored =
          statements
              .first(
                  "SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?",
                  row -> row.getString(1),
                  view.getKey())
              .orElse("");
      if (!stored.equals(view.getValue())) {
        Sql.execute(statements.connection(), "DROP VIEW IF EXISTS " + view.getKey());
        Sql.execute(statements.connection(), view.getValue());
        changed = true;
      }
    }
    return changed;
  }

  private static List<String> attributes(PreparedStatements statements) throws SQLException {
    return statements.texts(
        "SELECT attribute_id FROM attribute WHERE position IS NOT NULL ORDER BY position");
  }

  /** The text of each view, by its name. */
  static Map<String, String> definitions(List<String> attributes) {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("v_occupation", occupation(attributes));
    views.put("v_comparison", comparison(attributes));
    views.put("v_comparison_history", comparisonHistory(attributes));
    views.put("v_change", ChangeView.SQL);
    views.put("v_fact", FACT);
    views.put("v_fact_at", FACT_AT);
    views.put("v_observation", OBSERVATION);
    views.put("v_flag", FLAG);
    views.put("v_night", NIGHT);
    views.put("v_fetch", FETCH);
    views.put("v_about", ABOUT);
    return views;
  }

  // Whoever opens the file has its views parsed, so each cell is said in few words: what it is made
  // of stands once, as "cell" and "side", which SQLite puts in its place when somebody asks.

  private static String occupation(List<String> attributes) {
    return """
    CREATE VIEW v_occupation AS
    -- One row a subject: what we believe of it now. Attributes with members or places
    -- (skills, shares) are joined with "; "; v_fact has them one a row.
    -- Subjects of which nothing is believed (a column of a foreign table) are left out.
    WITH cell AS NOT MATERIALIZED (
      SELECT x.subject_id, x.attribute_id, x.member, x.ordinal, %1$s AS value,
        trim(x.member || ' ' || %1$s) AS item
      FROM fact x WHERE x.valid_to IS NULL)
    SELECT s.name AS subject, s.slug, s.kind%2$s
    FROM subject s
    WHERE EXISTS (SELECT 1 FROM fact f WHERE f.subject_id = s.subject_id AND f.valid_to IS NULL)"""
        .formatted(
            "coalesce(x.value_num, x.value_text)",
            cells("", attributes, "subject_id = s.subject_id", ""));
  }

  private static String comparison(List<String> attributes) {
    return """
    CREATE VIEW v_comparison AS
    -- One row a compared pair, both sides beside each other: the values that the latest capture
    -- that compares them prints, read but not resolved. A page of three subjects gives three rows.
    %s
    SELECT c.page, ls.name AS "left", rs.name AS "right"%s
    %s"""
        .formatted(side(attributes), sides(attributes), LATEST_PAIRS.formatted("side"));
  }

  private static String comparisonHistory(List<String> attributes) {
    return """
    CREATE VIEW v_comparison_history AS
    -- The same of every capture of every page: one row a pair and capture.
    %s
    SELECT c.page, ls.name AS "left", rs.name AS "right", c.source, c.captured_at, c.last_seen_at%s
    %s"""
        .formatted(side(attributes), sides(attributes), ALL_PAIRS.formatted("side"));
  }

  /** One subject of one capture, a column for each attribute. */
  private static String side(List<String> attributes) {
    String value =
        "coalesce(%s, %s)"
            .formatted(
                ResolvedCellSql.nullable("x", "y", "value_num"),
                ResolvedCellSql.nullable("x", "y", "value_text"));
    String key = "capture_id = p.capture_id AND subject_id = p.subject_id";
    return """
    WITH cell AS NOT MATERIALIZED (
      SELECT x.capture_id, x.subject_id, x.attribute_id, x.member, x.ordinal, %1$s AS raw_start,
        %2$s AS value,
        trim(x.member || ' ' || %2$s) AS item
      FROM observation x %3$s
      WHERE %4$s = 'value'),
    side AS NOT MATERIALIZED (
      SELECT p.capture_id, p.subject_id, p.position%5$s
      FROM comparison p)"""
        .formatted(
            ResolvedCellSql.column("x", "y", "raw_start"),
            value,
            ResolvedCellSql.join("x", "y"),
            ResolvedCellSql.column("x", "y", "state"),
            cells(SIDE, attributes, key, "ORDER BY raw_start"));
  }

  private static String cells(String prefix, List<String> attributes, String key, String order) {
    return attributes.stream()
        .map(id -> ",\n" + CELL.formatted(key, literal(id), name(prefix + id), order))
        .collect(Collectors.joining());
  }

  private static String sides(List<String> attributes) {
    return attributes.stream()
        .map(id -> ",\n" + pageCell("l", "left_", id) + ",\n" + pageCell("r", "right_", id))
        .collect(Collectors.joining());
  }

  private static String pageCell(String side, String prefix, String id) {
    return "%s.%s AS %s".formatted(side, name(SIDE + id), name(prefix + id));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String name(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
