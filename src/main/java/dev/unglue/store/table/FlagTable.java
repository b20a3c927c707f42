package dev.unglue.store.table;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.text.Sha256;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags and their life across runs. A flag is known by its fingerprint: raised for the first time
 * it is {@code new}, raised again {@code open}, raised no more {@code fixed}.
 *
 * <p>A flag of one page stands as long as the page's latest capture raises it; it is stored with
 * the capture, so that a page which has not changed keeps its flags. A flag across pages stands if
 * this run raised it.
 */
public final class FlagTable {
  /** What every run that changes anything asks anew. */
  public static final String EVER = "";

  private static final String RULE =
      "INSERT INTO rule (rule_id, title, severity) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String RULE_TITLE =
      """
      INSERT INTO rule (rule_id, title, severity) VALUES (?, ?, ?)
      ON CONFLICT (rule_id) DO UPDATE SET title = excluded.title, severity = excluded.severity
      WHERE (title, severity) IS NOT (excluded.title, excluded.severity)
      """;

  private static final String RULE_RESULT =
      """
      INSERT INTO rule_result (run_id, rule_id, evaluated, failed, status) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (run_id, rule_id) DO UPDATE SET
        evaluated = excluded.evaluated, failed = excluded.failed, status = excluded.status
      """;

  /** Where two captures of a page raise one flag, the later one owns it, whatever came first. */
  private static final String UPSERT =
      """
      INSERT INTO flag
        (run_id, rule_id, severity, scope, capture_id, page, subject_id, attribute_id, member,
         expected, actual, message, raw_start, raw_end, other_page, other_start, other_end,
         fingerprint, about, silenced, first_run_id, last_run_id, state)
      VALUES (?1, ?2, ?3, iif(?4 IS NULL, 'pages', 'page'), ?4, ?5,
        (SELECT subject_id FROM subject WHERE slug = ?6),
        (SELECT attribute_id FROM attribute WHERE attribute_id = ?7), ?8, ?9, ?10, ?11, ?13, ?14,
        ?15, ?16, ?17, ?18, ?19, ?20, ?1, ?1, 'new')
      ON CONFLICT (fingerprint) DO UPDATE SET
        severity = excluded.severity, scope = excluded.scope, capture_id = excluded.capture_id,
        subject_id = excluded.subject_id, attribute_id = excluded.attribute_id,
        message = excluded.message, raw_start = excluded.raw_start, raw_end = excluded.raw_end,
        other_page = excluded.other_page, other_start = excluded.other_start,
        other_end = excluded.other_end, about = excluded.about, silenced = excluded.silenced
      WHERE (severity, scope, capture_id, subject_id, attribute_id, message, raw_start, raw_end,
          other_page, other_start, other_end, about, silenced) IS NOT
        (excluded.severity, excluded.scope, excluded.capture_id, excluded.subject_id,
          excluded.attribute_id, excluded.message, excluded.raw_start, excluded.raw_end,
          excluded.other_page, excluded.other_start, excluded.other_end, excluded.about,
          excluded.silenced)
        AND (capture_id IS NULL OR excluded.capture_id IS NULL
          OR (SELECT (rtrim(e.last_seen_at, 'Z'), e.raw_sha256, e.capture_id)
                >= (rtrim(c.last_seen_at, 'Z'), c.raw_sha256, c.capture_id)
                OR c.parse_status = 'superseded'
              FROM capture c, capture e
              WHERE c.capture_id = flag.capture_id AND e.capture_id = excluded.capture_id))
      """;

  private static final String ASKED =
      """
      INSERT INTO temp.asked (about)
      SELECT 'subject:' || slug FROM subject
        WHERE subject_id IN (SELECT subject_id FROM temp.touched_subject)
      UNION SELECT 'pages:' || subject_set FROM capture JOIN temp.touched_capture USING (capture_id)
        WHERE subject_set IS NOT NULL
      ON CONFLICT DO NOTHING
      """;

  private static final String NOTE =
      "INSERT INTO temp.raised (fingerprint) VALUES (?) ON CONFLICT DO NOTHING";

  /**
   * Rules that doubt how a row was cut. Their flags are answered when other captures have decided a
   * cell of that place, and stand again when those take their word back.
   */
  public static final List<String> DOUBTS =
      List.of("split_ambiguous", "short_row_side_ambiguous", "glued_name_boundary");

  private static final String ANSWERED =
      """
      f.rule_id IN ('%s') AND EXISTS (
        SELECT 1 FROM observation o JOIN resolution r ON r.observation_id = o.observation_id
        WHERE o.capture_id = f.capture_id AND o.raw_start = f.raw_start AND o.raw_end = f.raw_end
          AND r.state <> 'ambiguous' AND r.method <> o.method
          AND r.run_id = (
            SELECT max(n.run_id) FROM resolution n WHERE n.observation_id = o.observation_id))
      """
          .formatted(String.join("', '", DOUBTS));

  /**
   * Two captures of one page with one time are the page in two layouts: both are its latest. What
   * was not asked again stands as it stood.
   */
  private static final String STANDING =
      """
      INSERT INTO temp.standing (flag_id)
      SELECT f.flag_id FROM flag f
      WHERE f.scope = 'pages' AND (f.fingerprint IN (SELECT fingerprint FROM temp.raised)
        OR f.state <> 'fixed' AND f.about <> '' AND f.about NOT IN (SELECT about FROM temp.asked))
      UNION ALL
      SELECT f.flag_id FROM flag f JOIN capture c USING (capture_id)
      WHERE f.scope = 'page' AND c.parse_status <> 'superseded'
        AND rtrim(c.last_seen_at, 'Z') = (SELECT max(rtrim(p.last_seen_at, 'Z')) FROM capture p
          WHERE p.page = c.page AND p.parse_status <> 'superseded')
        AND NOT (%s)
      """
          .formatted(ANSWERED);

  /**
   * Raised by a capture that a later one of the same run has overtaken: never seen by anyone. One
   * that is answered is kept, for it may have to stand again.
   */
  private static final String OVERTAKEN =
      """
      DELETE FROM flag AS f
      WHERE f.run_id = ? AND f.flag_id NOT IN (SELECT flag_id FROM temp.standing) AND NOT (%s)
      """
          .formatted(ANSWERED);

  private static final String FIXED =
      """
      UPDATE flag SET state = 'fixed'
      WHERE state <> 'fixed' AND flag_id NOT IN (SELECT flag_id FROM temp.standing)
      """;

  private static final String AGAIN =
      """
      UPDATE flag SET state = 'new', run_id = ?
      WHERE state = 'fixed' AND flag_id IN (SELECT flag_id FROM temp.standing)
      """;

  private static final String STILL =
      "UPDATE flag SET state = 'open' WHERE state = 'new' AND run_id <> ?";

  private static final String SEEN =
      "UPDATE flag SET last_run_id = ? WHERE flag_id IN (SELECT flag_id FROM temp.standing)";

  private final PreparedStatements statements;
  private final long runId;
  private final Set<String> rules = new HashSet<>();

  public FlagTable(PreparedStatements statements, long runId) throws SQLException {
    this.statements = statements;
    this.runId = runId;
    statements.makeTemporary("raised", "(fingerprint TEXT PRIMARY KEY) WITHOUT ROWID");
    statements.makeTemporary("asked", "(about TEXT PRIMARY KEY) WITHOUT ROWID");
  }

  /** Forgets what was stored; called when a page was taken back. */
  public void forget() {
    rules.clear();
  }

  /** Stores what a page alone raises. */
  public void addOfPage(long captureId, Flag flag) throws SQLException {
    upsert(flag, fingerprint(flag), captureId, EVER);
  }

  /** Says that all flags of the touched subjects and page groups are given anew. */
  public void askTouched() throws SQLException {
    statements.update(ASKED);
  }

  /**
   * Stores what pages together raise.
   *
   * @param about the group of pages, {@code subject:SLUG} or {@code pages:SLUGS}; {@link #EVER} for
   *     all pages
   */
  public void addAcrossPages(Flag flag, String about) throws SQLException {
    String fingerprint = fingerprint(flag);
    statements.update(NOTE, fingerprint);
    upsert(flag, fingerprint, null, about);
  }

  private void upsert(Flag flag, String fingerprint, @Nullable Long captureId, String about)
      throws SQLException {
    if (rules.add(flag.rule())) {
      statements.update(RULE, flag.rule(), flag.rule(), flag.severity().id());
    }
    statements.update(
        UPSERT,
        runId,
        flag.rule(),
        flag.severity().id(),
        captureId,
        flag.page(),
        flag.subject(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual(),
        flag.message(),
        Place.of(flag, 0),
        Place.of(flag, 1),
        fingerprint,
        about,
        flag.silenced());
  }

  private record Place(@Nullable String page, @Nullable Span span) {
    static Place of(Flag flag, int number) {
      return flag.origins().stream()
          .skip(number)
          .findFirst()
          .map(origin -> new Place(origin.page(), origin.span()))
          .orElse(new Place(null, null));
    }
  }

  public void addResult(
      String ruleId, String title, Severity severity, long evaluated, long failed, String status)
      throws SQLException {
    statements.update(RULE_TITLE, ruleId, title, severity.id());
    statements.update(RULE_RESULT, runId, ruleId, evaluated, failed, status);
  }

  /** Gives every flag its state, once all of this run are in. */
  public void settle() throws SQLException {
    statements.makeTemporary("standing", "(flag_id INTEGER PRIMARY KEY)");
    statements.update(STANDING);
    statements.update(OVERTAKEN, runId);
    statements.update(FIXED);
    statements.update(AGAIN, runId);
    statements.update(STILL, runId);
    statements.update(SEEN, runId);
  }

  /** What makes two flags the same one, 32 hex digits. */
  static String fingerprint(Flag flag) {
    return Sha256.hex(FlagDecision.keyOf(flag)).substring(0, 32);
  }
}
