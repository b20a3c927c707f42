package dev.unglue.store;

import dev.unglue.model.page.FlagDecision;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored flags.
 *
 * @param store opened for reading
 */
public record FlagList(WorkStore store) {
  private static final String STATE =
      "CASE WHEN f.state <> 'fixed' AND f.silenced THEN 'silenced' ELSE f.state END";

  /** The latest capture stands for a page whose flag names none. */
  private static final String LATEST =
      """
      (SELECT p.capture_id FROM capture p WHERE p.page = %s AND p.parse_status <> 'superseded'
         ORDER BY rtrim(p.last_seen_at, 'Z') DESC, p.source, p.raw_sha256 LIMIT 1)\
      """;

  /** Every stored flag, with its life and its places. */
  public static final String ALL =
      """
      SELECT f.fingerprint, f.rule_id, f.severity, %s AS life, a.started_at AS first_at,
        z.started_at AS last_at, f.page, coalesce(s.name, '') AS subject,
        coalesce(s.slug, '') AS slug, coalesce(f.attribute_id, '') AS attribute_id,
        f.member, f.expected, f.actual, f.message, f.raw_start, f.raw_end, f.other_page,
        f.other_start, f.other_end, h.raw_path AS here_path, h.raw_offset AS here_offset,
        h.raw_sha256 AS here_sha, t.raw_path AS there_path, t.raw_offset AS there_offset,
        t.raw_sha256 AS there_sha
      FROM flag f
        JOIN run a ON a.run_id = coalesce(f.first_run_id, f.run_id)
        JOIN run z ON z.run_id = coalesce(f.last_run_id, f.run_id)
        LEFT JOIN subject s ON s.subject_id = f.subject_id
        LEFT JOIN capture h ON h.capture_id = coalesce(f.capture_id, %s)
        LEFT JOIN capture t ON t.capture_id =
          CASE WHEN f.other_page = f.page AND f.capture_id IS NOT NULL THEN f.capture_id ELSE %s END
      """
          .formatted(STATE, LATEST.formatted("f.page"), LATEST.formatted("f.other_page"));

  private static final String FLAGS =
      ALL
          + """
          WHERE (? = '' OR life = ?) AND (? <> '' OR life <> 'fixed')
            AND (? = '' OR f.rule_id = ?) AND (? = '' OR s.slug = ? OR s.name = ?)
          ORDER BY CASE f.severity WHEN 'fatal' THEN 0 WHEN 'error' THEN 1 WHEN 'warn' THEN 2 ELSE 3 END,
            f.rule_id, f.page, subject, attribute_id, f.member, f.expected, f.actual
          """;

  /**
   * The flags that are asked for, the worst first.
   *
   * @param state {@code new}, {@code open}, {@code fixed} or {@code silenced}; empty for all but
   *     those fixed
   * @param rule id of the rule; empty for all
   * @param subject slug or name of the subject; empty for all
   */
  public List<FlagRow> find(String state, String rule, String subject) {
    return store.query(
        statements ->
            statements.list(
                FLAGS, FlagList::row, state, state, state, rule, rule, subject, subject, subject));
  }

  private static final String KNOWN =
      """
      SELECT count(*) FROM flag f LEFT JOIN subject s ON s.subject_id = f.subject_id
      WHERE f.rule_id = ? AND f.page = ? AND coalesce(s.slug, '') = ?
        AND coalesce(f.attribute_id, '') = ? AND f.member = ? AND f.expected = ? AND f.actual = ?
      """;

  /** True if the flag was ever raised. */
  public boolean isKnown(FlagDecision flag) {
    return store.query(
            statements ->
                statements.number(
                    KNOWN,
                    flag.rule(),
                    flag.page(),
                    flag.subject(),
                    flag.attribute(),
                    flag.member(),
                    flag.expected(),
                    flag.actual()))
        > 0;
  }

  /** The rules that ever raised a flag or were evaluated. */
  public List<String> rules() {
    return store.query(statements -> statements.texts("SELECT rule_id FROM rule ORDER BY 1"));
  }

  public static FlagRow row(ResultSet row) throws SQLException {
    return new FlagRow(
        row.getString("rule_id"),
        row.getString("severity"),
        row.getString("life"),
        Instant.parse(row.getString("first_at")),
        Instant.parse(row.getString("last_at")),
        row.getString("page"),
        row.getString("subject"),
        row.getString("slug"),
        row.getString("attribute_id"),
        row.getString("member"),
        row.getString("expected"),
        row.getString("actual"),
        row.getString("message"),
        place(row, row.getString("page"), "here", "raw"),
        place(row, Objects.requireNonNullElse(Sql.text(row, "other_page"), ""), "there", "other"));
  }

  private static FlagRow.@Nullable Place place(
      ResultSet row, String page, String capture, String span) throws SQLException {
    String path = Sql.text(row, capture + "_path");
    String start = Sql.text(row, span + "_start");
    if (path == null || start == null) {
      return null;
    }
    return new FlagRow.Place(
        page,
        path,
        row.getLong(capture + "_offset"),
        row.getString(capture + "_sha"),
        row.getInt(span + "_start"),
        row.getInt(span + "_end"));
  }
}
