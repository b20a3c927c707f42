package dev.unglue.store.table;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what current captures say, back from the store.
 *
 * @param statements of the store
 */
public record SightingReader(PreparedStatements statements) {
  static final String CAPTURE_COLUMNS =
      """
      c.capture_id, c.source, c.page, c.url, c.captured_at, c.raw_sha256, c.media_type,
        c.raw_path, c.raw_offset, c.truncated""";

  private static final String SIGHTINGS =
      """
      SELECT o.capture_id, g.seen_at, %s
      FROM observation o
        JOIN capture c ON c.capture_id = o.capture_id
        JOIN sighting g ON g.source = c.source AND g.page = c.page
          AND g.raw_sha256 = c.raw_sha256 AND g.news = 1
        %s
      """
          .formatted(ObservationTable.BELIEVED, ResolvedCellSql.join("o", "r"));

  /** What a sighting takes of its capture. */
  private static final String CAPTURE =
      """
      SELECT %s, coalesce(c.canonical, ''), c.content_sha256
      FROM capture c WHERE c.capture_id = ?
      """
          .formatted(CAPTURE_COLUMNS.replace("c.capture_id, ", ""));

  private static final String COMPARED =
      """
      SELECT s.name, s.slug FROM comparison c JOIN subject s USING (subject_id)
      WHERE c.capture_id = ? ORDER BY c.position
      """;

  /** The "Z" is cut off because "00:00:00Z" sorts behind "00:00:00.5Z". */
  private static final String OF_SUBJECT =
      SIGHTINGS
          + """
          WHERE o.subject_id = ? AND c.parse_status <> 'superseded'
          ORDER BY o.attribute_id, o.member, o.ordinal, rtrim(g.seen_at, 'Z'), c.page, c.source,
            c.raw_sha256, c.parser_version, raw_start, raw_end, o.section, o.observation_id
          """;

  private static final String OF_CAPTURE =
      SIGHTINGS.replace("g.seen_at,", "g.seen_at, s.subject_id, s.slug, s.name,")
          + """
          LEFT JOIN subject s ON s.subject_id = o.subject_id
          WHERE o.capture_id = ? AND g.seen_at = (SELECT min(n.seen_at) FROM sighting n
            WHERE n.source = c.source AND n.page = c.page AND n.raw_sha256 = c.raw_sha256
              AND n.news = 1)
          ORDER BY raw_start, raw_end, o.observation_id
          """;

  private record Seen(CaptureRef ref, String canonical, String content) {}

  private static final RecordReader<Seen> SEEN = RecordReader.inOrder(Seen.class);

  /** All that current captures say of the subject. */
  List<Sighting> ofSubject(long subjectId, Subject subject) throws SQLException {
    return read(OF_SUBJECT, subjectId, row -> ObservationTable.read(row, 3, subject));
  }

  /** All that one capture says, in the order of the page. */
  public List<Sighting> ofCapture(long captureId) throws SQLException {
    Subjects subjects = new Subjects();
    return read(OF_CAPTURE, captureId, row -> ObservationTable.read(row, 6, subjects.of(row, 3)));
  }

  /** The subjects that a capture sets side by side, from left to right. */
  public List<Subject> compared(long captureId) throws SQLException {
    return statements.list(COMPARED, RecordReader.inOrder(Subject.class), captureId);
  }

  /** Reads row by row; each capture and moment once for all of its cells. */
  private List<Sighting> read(
      String sql, long id, PreparedStatements.RowReader<Observation> observation)
      throws SQLException {
    Map<Long, Seen> captures = new HashMap<>();
    Map<String, Instant> moments = new HashMap<>();
    List<Sighting> sightings = new ArrayList<>();
    statements.each(
        sql,
        row -> {
          Seen seen = captures.get(row.getLong(1));
          if (seen == null) {
            seen = statements.first(CAPTURE, SEEN, row.getLong(1)).orElseThrow();
            captures.put(row.getLong(1), seen);
          }
          sightings.add(
              new Sighting(
                  seen.ref(),
                  moments.computeIfAbsent(row.getString(2), Instant::parse),
                  observation.read(row),
                  seen.canonical(),
                  seen.content()));
        },
        id);
    return sightings;
  }

  /** One subject for all of its cells. */
  static final class Subjects {
    private final Map<Long, Subject> known = new HashMap<>();

    /** The one whose key, slug and name stand in the row from there; absent where none do. */
    @Nullable Subject of(ResultSet row, int first) throws SQLException {
      long id = row.getLong(first);
      Subject subject = known.get(id);
      if (subject == null && !row.wasNull()) {
        subject = new Subject(row.getString(first + 2), row.getString(first + 1));
        known.put(id, subject);
      }
      return subject;
    }
  }
}
