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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes captures with all that was seen on them. */
public final class PageWriter {
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
         parser_version, parse_status, subject_set, notes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COMPARISON =
      "INSERT INTO comparison (capture_id, position, subject_id) VALUES (?, ?, ?)";

  private static final String QUARANTINE =
      """
      INSERT INTO quarantine
        (run_id, capture_id, page, reason, message, raw_text, raw_start, raw_end, raw_text_sha256,
         state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open') ON CONFLICT DO NOTHING
      """;

  private final PreparedStatements statements;
  private final SubjectTable subjects;
  private final ObservationTable observations;
  private final RunCaptureTable met;
  private final SightingTable sightings;
  private final long runId;
  private final Instant nominalTime;

  public PageWriter(
      PreparedStatements statements,
      SubjectTable subjects,
      RunCaptureTable met,
      SightingTable sightings,
      long runId,
      Instant nominalTime) {
    this.statements = statements;
    this.subjects = subjects;
    this.observations = new ObservationTable(statements, subjects);
    this.met = met;
    this.sightings = sightings;
    this.runId = runId;
    this.nominalTime = nominalTime;
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
    String seenAt = seenAt(ref);
    writeCapture(captureId, page, parserVersion, seenAt);
    meet(captureId, ref);
    writeComparison(captureId, page.subjects());
    observations.add(captureId, page.observations());
    for (Quarantined quarantined : page.quarantine()) {
      write(quarantined, captureId);
    }
    return captureId;
  }

  /** Its cells may have been pruned meanwhile; those that are there stay as they are. */
  private void revive(long captureId, ParsedPage page) throws SQLException {
    statements.update(REVIVE, status(page), captureId);
    meet(captureId, page.ref());
    observations.add(captureId, page.observations());
  }

  private static String status(ParsedPage page) {
    return page.kind() == PageKind.NONE ? "no_table" : "ok";
  }

  private String seenAt(CaptureRef ref) throws SQLException {
    if (ref.capturedAt() != null) {
      return ref.capturedAt().toString();
    }
    String earlier = statements.texts(EARLIER, ref.page(), ref.source(), ref.rawSha256()).get(0);
    return Objects.requireNonNullElse(earlier, nominalTime.toString());
  }

  private void writeCapture(long captureId, ParsedPage page, String parserVersion, String seenAt)
      throws SQLException {
    statements.update(
        CAPTURE,
        captureId,
        runId,
        page.ref(),
        seenAt,
        seenAt,
        page.contentSha256(),
        page.layout(),
        page.kind().id(),
        parserVersion,
        status(page),
        subjectSet(page.subjects()),
        Json.writeUnlessEmpty(page.notes()));
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
        statements.update(COMPARISON, captureId, i + 1, subjectId);
      }
    }
  }

  /** Writes what could not be read; true if it is new. */
  public boolean write(Quarantined quarantined, @Nullable Long captureId) throws SQLException {
    String hash = Sha256.hex(quarantined.rawText());
    return statements.update(QUARANTINE, runId, captureId, quarantined, hash) > 0;
  }
}
