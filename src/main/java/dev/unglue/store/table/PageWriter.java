package dev.unglue.store.table;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.text.Sha256;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes captures with all that was seen on them, and inputs of which no page could be made. Such
 * an input that is read at last, and is not refused again in the same run, is fixed; its row stays.
 *
 * @param statements of the store
 * @param subjects whom the pages are about
 * @param met takes the captures that the run meets
 * @param sightings takes when they were seen; knows the run
 */
public record PageWriter(
    PreparedStatements statements,
    SubjectTable subjects,
    RunCaptureTable met,
    SightingTable sightings) {
  private static final String KNOWN =
      """
      SELECT capture_id FROM capture
      WHERE page = ? AND source = ? AND raw_sha256 = ? AND parser_version = ?
      """;

  private static final String STANDS = KNOWN + " AND parse_status <> 'superseded'";

  private static final String REVIVE = "UPDATE capture SET parse_status = ? WHERE capture_id = ?";

  private static final String EARLIER =
      """
      SELECT min(rtrim(seen_at, 'Z')) || 'Z' FROM capture
      WHERE page = ? AND source = ? AND raw_sha256 = ?
      """;

  private static final String SUPERSEDE =
      """
      UPDATE capture SET parse_status = 'superseded'
      WHERE page = ? AND source = ? AND raw_sha256 = ? AND parse_status <> 'superseded'
      """;

  private static final String CAPTURE =
      """
      INSERT INTO capture
        (capture_id, run_id, source, page, url, captured_at, raw_sha256, media_type, raw_path,
         raw_offset, truncated, seen_at, last_seen_at, content_sha256, layout, page_kind,
         parser_version, parse_status, subject_set, notes, canonical)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))
      """;

  private static final String COMPARISON =
      "INSERT INTO comparison (capture_id, position, subject_id, name) VALUES (?, ?, ?, ?)";

  private static final String QUARANTINE =
      """
      INSERT INTO quarantine
        (run_id, capture_id, page, reason, message, raw_text, raw_start, raw_end, raw_text_sha256,
         state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open') ON CONFLICT DO NOTHING
      """;

  private static final String REFUSE = "INSERT INTO temp.refused VALUES (?, ?, ?)";

  private static final String REOPEN =
      """
      UPDATE quarantine SET state = 'open'
      WHERE capture_id IS NULL AND page = ? AND reason = ? AND raw_text_sha256 = ?
        AND state = 'fixed'
      """;

  private static final String FIX =
      """
      UPDATE quarantine SET state = 'fixed'
      WHERE capture_id IS NULL AND state = 'open' AND run_id <> ?1
        AND page IN (SELECT page FROM capture WHERE run_id = ?1)
        AND (page, reason, raw_text_sha256) NOT IN (SELECT page, reason, hash FROM temp.refused)
      """;

  /** Before all else. */
  public void begin() throws SQLException {
    statements.makeTemporary("refused", "(page TEXT, reason TEXT, hash TEXT)");
  }

  /** The capture that this parser has read before, where it has. */
  Optional<Long> known(CaptureRef ref, String parserVersion) throws SQLException {
    return capture(STANDS, ref, parserVersion);
  }

  private Optional<Long> capture(String sql, CaptureRef ref, String parserVersion)
      throws SQLException {
    return statements.first(
        sql, row -> row.getLong(1), ref.page(), ref.source(), ref.rawSha256(), parserVersion);
  }

  /**
   * True if this parser has read that capture before; it then counts as met by this run. One that
   * is back after the page has shown something else is to be read again, for its flags.
   */
  public boolean meets(CaptureRef ref, String parserVersion) throws SQLException {
    Optional<Long> known = known(ref, parserVersion);
    if (known.isEmpty()) {
      return false;
    }
    if (sightings.isKnown(ref)) {
      met.note(known.get(), ref.source());
      return true;
    }
    if (sightings.isReturn(ref)) {
      return false;
    }
    meet(known.get(), ref);
    return true;
  }

  /** Notes that the run has met a capture that it need not write. */
  void meet(long captureId, CaptureRef ref) throws SQLException {
    met.note(captureId, ref.source());
    sightings.add(ref);
  }

  /**
   * Writes the page as a new capture, in place of what older parsers made of the same bytes. One
   * that this parser has read before is back, and counts again.
   */
  public long write(ParsedPage page, String parserVersion) throws SQLException {
    CaptureRef ref = page.ref();
    Optional<Long> stored = capture(KNOWN, ref, parserVersion);
    statements.update(SUPERSEDE, ref.page(), ref.source(), ref.rawSha256());
    if (stored.isPresent()) {
      revive(stored.get(), page);
      return stored.get();
    }
    long captureId = statements.number("SELECT coalesce(max(capture_id), 0) + 1 FROM capture");
    writeCapture(captureId, page, parserVersion, seenAt(ref));
    meet(captureId, ref);
    writeComparison(captureId, page.subjects());
    addObservations(captureId, page);
    for (Quarantined quarantined : page.quarantine()) {
      write(quarantined, captureId);
    }
    return captureId;
  }

  /** Its cells may have been pruned meanwhile; those that are there stay as they are. */
  private void revive(long captureId, ParsedPage page) throws SQLException {
    statements.update(REVIVE, status(page), captureId);
    meet(captureId, page.ref());
    addObservations(captureId, page);
  }

  private void addObservations(long captureId, ParsedPage page) throws SQLException {
    new ObservationTable(statements, subjects).add(captureId, page.observations());
  }

  private static String status(ParsedPage page) {
    return page.kind() == PageKind.NONE ? "no_table" : "ok";
  }

  private String seenAt(CaptureRef ref) throws SQLException {
    if (ref.capturedAt() != null) {
      return ref.capturedAt().toString();
    }
    String earlier = statements.texts(EARLIER, ref.page(), ref.source(), ref.rawSha256()).get(0);
    return Objects.requireNonNullElse(earlier, sightings.nominalTime().toString());
  }

  private void writeCapture(long captureId, ParsedPage page, String parserVersion, String seenAt)
      throws SQLException {
    statements.update(
        CAPTURE,
        captureId,
        sightings.runId(),
        page.ref(),
        seenAt,
        seenAt,
        page.contentSha256(),
        page.layout(),
        page.kind().id(),
        parserVersion,
        status(page),
        subjectSet(page.subjects()),
        Json.writeUnlessEmpty(page.notes()),
        page.canonical());
  }

  /** What a page shares with its mirror; slugs hold no blank. */
  private static @Nullable String subjectSet(List<Subject> subjects) {
    if (subjects.size() < 2) {
      return null;
    }
    return subjects.stream()
        .map(Subject::slug)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining(" "));
  }

  private void writeComparison(long captureId, List<Subject> compared) throws SQLException {
    for (int i = 0; i < compared.size(); i++) {
      // A profile names its one subject; that is no comparison, but the name counts.
      long subjectId = subjects.idOf(compared.get(i));
      if (compared.size() > 1) {
        statements.update(COMPARISON, captureId, i + 1, subjectId, compared.get(i).name());
      }
    }
  }

  /** Stores an input of which no page could be made; true if a row has changed. */
  public boolean refuse(Quarantined input) throws SQLException {
    String hash = Sha256.hex(input.rawText());
    statements.update(REFUSE, input.page(), input.reason(), hash);
    return write(input, null) || statements.update(REOPEN, input.page(), input.reason(), hash) > 0;
  }

  /** Marks inputs that were read at last. */
  public void settle() throws SQLException {
    statements.update(FIX, sightings.runId());
  }

  /** Writes what could not be read; true if it is new. */
  private boolean write(Quarantined quarantined, @Nullable Long captureId) throws SQLException {
    String hash = Sha256.hex(quarantined.rawText());
    return statements.update(QUARANTINE, sightings.runId(), captureId, quarantined, hash) > 0;
  }
}
