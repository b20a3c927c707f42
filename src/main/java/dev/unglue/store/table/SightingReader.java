package dev.unglue.store.table;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

  /** What a sighting takes of its capture. */
  static final String SEEN_COLUMNS =
      CAPTURE_COLUMNS + ", coalesce(c.canonical, '') AS canonical, c.content_sha256 AS content";

  private static final String SIGHTINGS =
      """
      SELECT %s, g.seen_at AS said_at, s.slug, s.name, o.attribute_id, o.member, o.ordinal,
        o.section, %s, o.layout AS cell_layout
      FROM observation o
        JOIN capture c ON c.capture_id = o.capture_id
        JOIN sighting g ON g.source = c.source AND g.page = c.page
          AND g.raw_sha256 = c.raw_sha256 AND g.news = 1
        LEFT JOIN subject s ON s.subject_id = o.subject_id
        %s
      """
          .formatted(
              SEEN_COLUMNS,
              ResolvedCellSql.columns("o", "r", ResolvedCellSql.ALL),
              ResolvedCellSql.join("o", "r"));

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
      SIGHTINGS
          + """
          WHERE o.capture_id = ? AND g.seen_at = (SELECT min(n.seen_at) FROM sighting n
            WHERE n.source = c.source AND n.page = c.page AND n.raw_sha256 = c.raw_sha256
              AND n.news = 1)
          ORDER BY raw_start, raw_end, o.observation_id
          """;

  private static final RecordReader<CaptureRef> REF = RecordReader.named(CaptureRef.class);

  private record Seen(CaptureRef ref, Instant at, String canonical, String content) {}

  /** All that current captures say of the subject. */
  List<Sighting> ofSubject(long subjectId) throws SQLException {
    return read(OF_SUBJECT, subjectId);
  }

  /** All that one capture says, in the order of the page. */
  public List<Sighting> ofCapture(long captureId) throws SQLException {
    return read(OF_CAPTURE, captureId);
  }

  /** The subjects that a capture sets side by side, from left to right. */
  public List<Subject> compared(long captureId) throws SQLException {
    return statements.list(COMPARED, RecordReader.inOrder(Subject.class), captureId);
  }

  private List<Sighting> read(String sql, long id) throws SQLException {
    Reader reader = new Reader();
    return statements.list(sql, reader::read, id);
  }

  /** Reads row by row; one reference for all cells of a page, one subject for all of its cells. */
  private static final class Reader {
    private record Key(long capture, String at) {}

    private final Map<Key, Seen> captures = new HashMap<>();
    private final Subjects subjects = new Subjects();

    Sighting read(ResultSet row) throws SQLException {
      String at = row.getString("said_at");
      Key key = new Key(row.getLong("capture_id"), at);
      Seen seen = captures.get(key);
      if (seen == null) {
        seen =
            new Seen(
                REF.read(row),
                Instant.parse(at),
                row.getString("canonical"),
                row.getString("content"));
        captures.put(key, seen);
      }
      return new Sighting(
          seen.ref(),
          seen.at(),
          ObservationTable.read(row, subjects.of(row)),
          seen.canonical(),
          seen.content());
    }
  }

  /** One subject for all of its cells. */
  static final class Subjects {
    private final Map<String, Subject> known = new HashMap<>();

    /** The one that the row names; absent where it names none. */
    @Nullable Subject of(ResultSet row) throws SQLException {
      String slug = Sql.text(row, "slug");
      if (slug == null) {
        return null;
      }
      Subject subject = known.get(slug);
      if (subject == null) {
        subject = new Subject(row.getString("name"), slug);
        known.put(slug, subject);
      }
      return subject;
    }
  }
}
