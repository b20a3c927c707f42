package dev.unglue.store.table;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.view.PageContact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Streams what belongs together, a group at a time. Each group is read whole before it is handed
 * on, so that the receiver may write to the store, and only the keys of the groups are held.
 *
 * @param statements of the store
 * @param now the time that the run stands for
 */
public record CaptureGroups(PreparedStatements statements, Instant now) {
  /** Subjects are read in steps, so that no cursor is open while facts are written. */
  private static final int STEP = 1_000;

  private static final String SUBJECTS =
      """
      SELECT subject_id, slug, name,
        EXISTS (SELECT 1 FROM fact f WHERE f.subject_id = subject.subject_id) AS has_facts
      FROM subject
      WHERE slug > ? AND subject_id IN (SELECT subject_id FROM temp.touched_subject)
      ORDER BY slug LIMIT %d
      """
          .formatted(STEP);

  private static final String SUBJECT_SETS =
      """
      SELECT subject_set FROM capture
      WHERE subject_set IN (
        SELECT t.subject_set FROM capture t JOIN temp.touched_capture USING (capture_id))
      GROUP BY subject_set HAVING sum(parse_status <> 'superseded') > 1 ORDER BY subject_set
      """;

  private static final String OF_SUBJECT_SET =
      """
      SELECT %s FROM capture c
      WHERE c.subject_set = ? AND c.parse_status <> 'superseded'
      ORDER BY c.page, c.source, c.raw_sha256, c.parser_version
      """
          .formatted(SightingReader.CAPTURE_COLUMNS);

  private static final String SAME_BYTES =
      """
      SELECT raw_sha256 FROM capture WHERE parse_status <> 'superseded'
      GROUP BY raw_sha256 HAVING count(DISTINCT page) > 1 ORDER BY raw_sha256
      """;

  private static final String OF_BYTES =
      """
      SELECT %s FROM capture c
      WHERE c.raw_sha256 = ? AND c.parse_status <> 'superseded'
      ORDER BY c.page, c.source, c.parser_version
      """
          .formatted(SightingReader.CAPTURE_COLUMNS);

  /** Pages are read in steps, so that no cursor is open while flags are written. */
  private static final String PAGES =
      """
      SELECT %s, c.last_seen_at AS seen_at, ?2 AS now, %s AS gone_at FROM capture c
      WHERE c.parse_status <> 'superseded' AND c.page > ?1 AND c.capture_id = (
        SELECT p.capture_id FROM capture p WHERE p.page = c.page AND p.parse_status <> 'superseded'
        ORDER BY rtrim(p.last_seen_at, 'Z') DESC, p.source, p.raw_sha256, p.capture_id LIMIT 1)
      ORDER BY c.page LIMIT %d
      """
          .formatted(SightingReader.CAPTURE_COLUMNS, PageContact.GONE_AT, STEP);

  private static final String NAMES =
      """
      SELECT n.name, s.slug,
        coalesce(
          (SELECT min(c.page) FROM comparison k JOIN capture c USING (capture_id)
           WHERE k.subject_id = s.subject_id),
          (SELECT min(c.page) FROM observation o JOIN capture c USING (capture_id)
           WHERE o.subject_id = s.subject_id), '') AS page
      FROM (SELECT name, subject_id FROM subject
            UNION SELECT alias, subject_id FROM subject_alias) n
      JOIN subject s USING (subject_id)
      WHERE EXISTS (SELECT 1 FROM comparison k WHERE k.subject_id = s.subject_id)
        OR EXISTS (SELECT 1 FROM fact f WHERE f.subject_id = s.subject_id)
      ORDER BY s.slug, n.name
      """;

  private record Listed(long subjectId, Subject subject, boolean hasFacts) {}

  private record Stored(long captureId, CaptureRef ref) {}

  /** Every touched subject with what is said of it, by slug. */
  public void forEachSubject(Consumer<SubjectSightings> sink) throws SQLException {
    SightingReader sightings = new SightingReader(statements);
    List<Listed> step = subjectsAfter("");
    while (!step.isEmpty()) {
      for (Listed listed : step) {
        List<Sighting> seen = sightings.ofSubject(listed.subjectId(), listed.subject());
        if (!seen.isEmpty() || listed.hasFacts()) {
          sink.accept(new SubjectSightings(listed.subject(), seen));
        }
      }
      step = subjectsAfter(step.get(step.size() - 1).subject().slug());
    }
  }

  private List<Listed> subjectsAfter(String slug) throws SQLException {
    return statements.list(SUBJECTS, RecordReader.named(Listed.class), slug);
  }

  /** Every touched set of subjects that two captures or more compare, with these captures. */
  public void forEachPageGroup(BiConsumer<String, PageGroup> sink) throws SQLException {
    SightingReader sightings = new SightingReader(statements);
    for (String set : statements.texts(SUBJECT_SETS)) {
      List<GroupedPage> pages = new ArrayList<>();
      for (Stored capture : captures(OF_SUBJECT_SET, set)) {
        long id = capture.captureId();
        List<Observation> said =
            sightings.ofCapture(id).stream().map(Sighting::observation).toList();
        pages.add(new GroupedPage(capture.ref(), sightings.compared(id), said));
      }
      sink.accept(set, new PageGroup(pages));
    }
  }

  /** Every name that was printed for a subject, with the first page that compares it. */
  public List<NamedSubject> names() throws SQLException {
    return statements.list(NAMES, RecordReader.named(NamedSubject.class));
  }

  /** Every payload that was captured under two pages or more. */
  public void forEachDuplicate(Consumer<List<CaptureRef>> sink) throws SQLException {
    for (String hash : statements.texts(SAME_BYTES)) {
      sink.accept(captures(OF_BYTES, hash).stream().map(Stored::ref).toList());
    }
  }

  /** The latest capture of each page. */
  public void forEachPage(Consumer<PageAge> sink) throws SQLException {
    List<PageAge> step = pagesAfter("");
    while (!step.isEmpty()) {
      step.forEach(sink);
      step = pagesAfter(step.get(step.size() - 1).ref().page());
    }
  }

  private List<PageAge> pagesAfter(String page) throws SQLException {
    return statements.list(PAGES, RecordReader.named(PageAge.class), page, now);
  }

  private List<Stored> captures(String sql, String key) throws SQLException {
    return statements.list(sql, RecordReader.named(Stored.class), key);
  }
}
