package dev.unglue.store;

import dev.unglue.model.page.FlagDecision;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.sql.RecordReader;
import java.util.List;

/**
 * Reads stored flags.
 *
 * @param store opened for reading
 */
public record FlagList(WorkStore store) {
  public static final RecordReader<FlagRow> ROW = RecordReader.inOrder(FlagRow.class);

  private static final String STATE =
      "CASE WHEN f.state <> 'fixed' AND f.silenced THEN 'silenced' ELSE f.state END";

  /** The worst come first. */
  public static final String RANK =
      "CASE f.severity WHEN 'fatal' THEN 0 WHEN 'error' THEN 1 WHEN 'warn' THEN 2 ELSE 3 END";

  /** The latest capture stands for a page whose flag names none. */
  private static final String LATEST =
      """
      (SELECT p.capture_id FROM capture p WHERE p.page = %s AND p.parse_status <> 'superseded'
         ORDER BY rtrim(p.last_seen_at, 'Z') DESC, p.source, p.raw_sha256 LIMIT 1)\
      """;

  /** Every stored flag, with its life and its places, and last its fingerprint. */
  public static final String ALL =
      """
      SELECT f.rule_id, f.severity, %s AS life, a.started_at, z.started_at, f.page,
        coalesce(s.name, '') AS subject, coalesce(s.slug, ''),
        coalesce(f.attribute_id, '') AS attribute_id, f.member, f.expected, f.actual, f.message,
        f.page, h.raw_path, h.raw_offset, h.raw_sha256, f.raw_start, f.raw_end,
        f.other_page, t.raw_path, t.raw_offset, t.raw_sha256, f.other_start, f.other_end,
        f.fingerprint
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
          WHERE (?1 = '' OR life = ?1) AND (?1 <> '' OR life <> 'fixed')
            AND (?2 = '' OR f.rule_id = ?2) AND (?3 = '' OR s.slug = ?3 OR s.name = ?3)
          ORDER BY %s, f.rule_id, f.page, subject, attribute_id, f.member, f.expected, f.actual
          """
              .formatted(RANK);

  /**
   * The flags that are asked for, the worst first.
   *
   * @param state {@code new}, {@code open}, {@code fixed} or {@code silenced}; empty for all but
   *     those fixed
   * @param rule id of the rule; empty for all
   * @param subject slug or name of the subject; empty for all
   */
  public List<FlagRow> find(String state, String rule, String subject) {
    return store.query(statements -> statements.list(FLAGS, ROW, state, rule, subject));
  }

  private static final String KNOWN =
      """
      SELECT 1 FROM flag f LEFT JOIN subject s ON s.subject_id = f.subject_id
      WHERE f.rule_id = ? AND f.page = ? AND coalesce(s.slug, '') = ?
        AND coalesce(f.attribute_id, '') = ? AND f.member = ? AND f.expected = ? AND f.actual = ?
      """;

  /** True if the flag was ever raised. */
  public boolean isKnown(FlagDecision flag) {
    return store.query(
        statements ->
            statements.any(
                KNOWN,
                flag.rule(),
                flag.page(),
                flag.subject(),
                flag.attribute(),
                flag.member(),
                flag.expected(),
                flag.actual()));
  }

  /** The rules that ever raised a flag or were evaluated. */
  public List<String> rules() {
    return store.query(statements -> statements.texts("SELECT rule_id FROM rule ORDER BY 1"));
  }
}
