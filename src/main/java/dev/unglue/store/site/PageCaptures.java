package dev.unglue.store.site;

import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.view.ResolvedCellSql;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is stored of a page.
 *
 * @param file what is published
 */
public record PageCaptures(PublishedFile file) {
  /**
   * A page as it came once.
   *
   * @param sha256 hash of its payload
   * @param source the source it came by
   * @param capturedAt when it was captured; absent where nothing tells
   * @param seenAt when it was seen first
   * @param lastSeenAt when it was seen last
   * @param layout the layout of its tables
   * @param kind what it is about
   * @param status {@code ok}, {@code no_table} or {@code superseded}
   * @param mediaType of its payload
   * @param rawPath the file that holds it
   * @param rawOffset its place there
   */
  public record Stored(
      String sha256,
      String source,
      @Nullable String capturedAt,
      String seenAt,
      String lastSeenAt,
      String layout,
      String kind,
      String status,
      String mediaType,
      String rawPath,
      long rawOffset) {}

  /**
   * What became of a page in a night.
   *
   * @param run the run
   * @param startedAt when it began
   * @param outcome what became of it
   * @param httpStatus what the site answered; absent where it did not
   * @param reason why
   */
  public record Outcome(
      long run, String startedAt, String outcome, @Nullable Integer httpStatus, String reason) {}

  /**
   * How many cells are in doubt.
   *
   * @param cells how many
   * @param pages on how many pages
   */
  public record Doubts(long cells, long pages) {}

  static final String CAPTURES =
      """
      SELECT raw_sha256, source, captured_at, seen_at, last_seen_at, layout, page_kind, parse_status,
        media_type, raw_path, raw_offset
      FROM capture WHERE page = ?
      ORDER BY parse_status = 'superseded', rtrim(last_seen_at, 'Z') DESC, source, raw_sha256 LIMIT 50
      """;

  static final String OUTCOMES =
      """
      SELECT f.run_id, r.started_at, f.outcome, f.http_status, coalesce(f.reason, '')
      FROM fetch f JOIN run r USING (run_id) WHERE f.url = ? ORDER BY f.run_id DESC LIMIT 30
      """;

  static final String DOUBTS =
      """
      SELECT count(*), count(DISTINCT c.page)
      FROM json_each(?) n CROSS JOIN subject s ON s.name = n.value
        CROSS JOIN observation o ON o.subject_id = s.subject_id
        JOIN capture c USING (capture_id)
        %s
      WHERE o.attribute_id = ? AND c.parse_status <> 'superseded'
        AND o.state = 'ambiguous' AND coalesce(r.state, o.state) = 'ambiguous'
      """
          .formatted(ResolvedCellSql.join("o", "r"));

  /** Its captures, those that count first, the latest of them first. */
  public List<Stored> captures(String page) {
    return file.ask(
        statements -> statements.list(CAPTURES, RecordReader.inOrder(Stored.class), page));
  }

  /** What became of it, the last night first. */
  public List<Outcome> outcomes(String page) {
    return file.ask(
        statements -> statements.list(OUTCOMES, RecordReader.inOrder(Outcome.class), page));
  }

  /** The cells of an attribute of these subjects that are in doubt on any page. */
  public Doubts doubts(Collection<String> subjects, String attribute) {
    return file.ask(
        statements ->
            statements
                .first(DOUBTS, RecordReader.inOrder(Doubts.class), subjects, attribute)
                .orElse(new Doubts(0, 0)));
  }
}
