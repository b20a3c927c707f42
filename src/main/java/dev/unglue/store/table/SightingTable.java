package dev.unglue.store.table;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * When each page was seen to show what. Of a page without a time of its own only changes are kept:
 * seen again with the same bytes it tells nothing new, and costs nothing.
 *
 * @param statements of the store
 * @param runId number of the run
 * @param nominalTime when a page without a time of its own counts as seen
 * @param added hears of each row that is written
 */
public record SightingTable(
    PreparedStatements statements, long runId, Instant nominalTime, Runnable added) {
  private static final String INSERT =
      """
      INSERT INTO sighting (source, page, seen_at, raw_sha256, run_id, news)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String SEEN =
      "SELECT 1 FROM sighting WHERE source = ? AND page = ? AND raw_sha256 = ? LIMIT 1";

  /** Nothing to add to, and nothing that this time would make later. */
  private static final String KNOWN =
      """
      SELECT 1 FROM sighting
      WHERE source = ?1 AND page = ?2 AND seen_at = ?3 AND raw_sha256 = ?4
        AND NOT EXISTS (SELECT 1 FROM capture
          WHERE page = ?2 AND source = ?1 AND raw_sha256 = ?4
            AND rtrim(last_seen_at, 'Z') < rtrim(?3, 'Z'))
      """;

  /** Only runs before count: within a run the order of pages must not matter. */
  private static final String RETURNED =
      """
      WITH earlier AS (
        SELECT rtrim(seen_at, 'Z') AS at, raw_sha256 FROM sighting
        WHERE source = ?1 AND page = ?2 AND run_id < ?5 AND rtrim(seen_at, 'Z') < rtrim(?3, 'Z'))
      SELECT 1 FROM earlier
      WHERE at = (SELECT max(at) FROM earlier)
        AND NOT EXISTS (SELECT 1 FROM earlier e
          WHERE e.raw_sha256 = ?4 AND e.at = (SELECT max(at) FROM earlier))
        AND NOT EXISTS (SELECT 1 FROM sighting
          WHERE source = ?1 AND page = ?2 AND seen_at = ?3 AND raw_sha256 = ?4)
      LIMIT 1
      """;

  /** A page in two layouts: where one has changed, the other one that was met is still current. */
  private static final String TWINS =
      """
      INSERT INTO sighting (source, page, seen_at, raw_sha256, run_id, news)
      SELECT c.source, c.page, s.seen_at, c.raw_sha256, s.run_id, 0
      FROM sighting s JOIN capture c ON c.page = s.page AND c.source = s.source
        JOIN temp.met m ON m.capture_id = c.capture_id
      WHERE s.run_id = ? AND s.seen_at = ? AND m.tonight AND c.captured_at IS NULL
      ON CONFLICT DO NOTHING
      """;

  private static final String IS_NEWS =
      """
      NOT EXISTS (SELECT 1 FROM sighting p
        WHERE p.source = sighting.source AND p.page = sighting.page
          AND p.raw_sha256 = sighting.raw_sha256
          AND rtrim(p.seen_at, 'Z') = (SELECT max(rtrim(q.seen_at, 'Z')) FROM sighting q
            WHERE q.source = sighting.source AND q.page = sighting.page
              AND rtrim(q.seen_at, 'Z') < rtrim(sighting.seen_at, 'Z')))""";

  private static final String TOUCHED =
      "(source, page) IN (SELECT source, page FROM sighting WHERE run_id = ?)";

  private static final String NEWS =
      "UPDATE sighting SET news = %1$s WHERE %2$s AND news IS NOT (%1$s)"
          .formatted(IS_NEWS, TOUCHED);

  /** At once, for of two captures that raise one flag the later one owns it. */
  private static final String SEEN_AGAIN =
      """
      UPDATE capture SET last_seen_at = ?3
      WHERE source = ?1 AND page = ?2 AND raw_sha256 = ?4
        AND rtrim(last_seen_at, 'Z') < rtrim(?3, 'Z')
      """;

  private static final String LAST_SEEN =
      """
      UPDATE capture SET last_seen_at = (
        SELECT max(rtrim(s.seen_at, 'Z')) || 'Z' FROM sighting s
        WHERE s.source = capture.source AND s.page = capture.page
          AND s.raw_sha256 = capture.raw_sha256)
      WHERE %s
      """
          .formatted(TOUCHED);

  private record Key(String source, String page, Instant seenAt, String rawSha256) {}

  private Key key(CaptureRef ref) {
    Instant seenAt = Objects.requireNonNullElse(ref.capturedAt(), nominalTime);
    return new Key(ref.source(), ref.page(), seenAt, ref.rawSha256());
  }

  /** True if this very sighting is stored: then it is no return, and to add it changes nothing. */
  boolean isKnown(CaptureRef ref) throws SQLException {
    return ref.capturedAt() != null && statements.any(KNOWN, key(ref));
  }

  /** True if the page showed something else when it was last seen, in a run before this one. */
  boolean isReturn(CaptureRef ref) throws SQLException {
    return statements.any(RETURNED, key(ref), runId);
  }

  /** Notes that the page was seen; one without a time of its own only if that is news. */
  void add(CaptureRef ref) throws SQLException {
    boolean seen = statements.any(SEEN, ref.source(), ref.page(), ref.rawSha256());
    if (ref.capturedAt() != null || !seen || isReturn(ref)) {
      int written = statements.update(INSERT, key(ref), runId, !seen);
      if (written + statements.update(SEEN_AGAIN, key(ref)) > 0) {
        added.run();
      }
    }
  }

  /** Once all pages of the run are in: tells news from what was known; true if any was found. */
  public boolean settle() throws SQLException {
    if (statements.update(TWINS, runId, nominalTime) > 0) {
      added.run();
    }
    int turned = statements.update(NEWS, runId);
    statements.update(LAST_SEEN, runId);
    return turned > 0;
  }
}
