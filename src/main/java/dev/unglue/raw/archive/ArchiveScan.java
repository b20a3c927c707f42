package dev.unglue.raw.archive;

import dev.unglue.raw.warc.BrokenGzipException;
import dev.unglue.raw.warc.HttpHead;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.raw.warc.RawStream;
import dev.unglue.raw.warc.RecordHeader;
import dev.unglue.raw.warc.WarcCutException;
import dev.unglue.raw.warc.WarcFrames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one archive from front to end: hands on the captures that are whole, and tells where
 * the last of them ends.
 *
 * <p>A capture is whole when its last record is. Our own archives write request and metadata first
 * and the record with the page last, so one without the other is the rest of a page that was never
 * finished.
 */
final class ArchiveScan {
  /** Records that end a capture; others belong to the one that follows them. */
  private static final Set<String> LAST =
      Set.of("warcinfo", "response", "revisit", "resource", "conversion");

  private static final int METADATA_BYTES = 64 * 1024;

  private final Path file;
  private final String source;
  private final Consumer<HeldCapture> sink;
  private Map<String, String> metadata = Map.of();
  private String metadataOf = "";
  private @Nullable HeldCapture pending;
  private boolean pendingEnds;
  private long start;
  private long wholeEnd;
  private String finding = "";
  private boolean damaged;

  private ArchiveScan(Path file, String source, Consumer<HeldCapture> sink) {
    this.file = file;
    this.source = source;
    this.sink = sink;
  }

  /** Reads a file. */
  static ArchiveScan of(Path file, String source, Consumer<HeldCapture> sink) throws IOException {
    ArchiveScan scan = new ArchiveScan(file, source, sink);
    try (RawStream stream = RawStream.of(Files.newInputStream(file))) {
      scan.read(stream);
    }
    return scan;
  }

  /** Place in the file after the last whole capture. */
  long wholeEnd() {
    return wholeEnd;
  }

  /** True if the bytes after it are something else than the beginning of a record. */
  boolean isDamaged() {
    return damaged;
  }

  /** What is wrong after it; empty if nothing is. */
  String finding() {
    return finding;
  }

  private void read(RawStream stream) throws IOException {
    WarcFrames frames = new WarcFrames(stream);
    try {
      frames.forEach(
          () -> {
            begin(frames);
            take(frames);
          },
          () -> {
            begin(frames);
            damaged("expected a record, found " + QuotedInput.quoted(frames.found()));
          },
          fault -> {
            endIfWhole(whole(stream, frames.start()));
            pending = null;
            damaged(fault.finding());
          });
      endPending(whole(stream, frames.blockStart() + frames.blockBytes()));
    } catch (WarcCutException e) {
      endIfWhole(whole(stream, frames.start()));
      found(e.finding());
    } catch (BrokenGzipException e) {
      endIfWhole(whole(stream, frames.start()));
      found(e.finding());
    }
  }

  /** What begins here ends what came before it. */
  private void begin(WarcFrames frames) {
    start = frames.fileOffset();
    endPending(start);
  }

  private void damaged(String what) {
    found(what);
    damaged = true;
  }

  private void found(String what) {
    finding = finding.isEmpty() ? what : finding;
  }

  /** Where what is whole ends: in a gzip with its last whole member. */
  private static long whole(RawStream stream, long unpacked) {
    return stream.isPacked() ? stream.gzip().wholeBytes() : unpacked;
  }

  /** The last record before a cut is whole if something whole ends after its start. */
  private void endIfWhole(long whole) {
    if (start < whole) {
      endPending(whole);
    }
  }

  private void endPending(long end) {
    if (pendingEnds && !damaged) {
      wholeEnd = end;
    }
    if (pending != null) {
      sink.accept(pending);
    }
    pendingEnds = false;
    pending = null;
  }

  private void take(WarcFrames frames) throws IOException {
    RecordHeader header = frames.header();
    String type = header.type();
    pendingEnds = LAST.contains(type);
    if (type.equals("metadata")) {
      metadataOf = header.uri("WARC-Concurrent-To").orElse("");
      metadata = fields(frames.some(METADATA_BYTES));
    } else if (pendingEnds && !type.equals("warcinfo")) {
      pending = capture(type, frames).orElse(null);
    }
  }

  private static Map<String, String> fields(byte[] block) {
    Map<String, String> fields = new LinkedHashMap<>();
    new String(block, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> fields.putIfAbsent(parts[0].strip(), parts[1].strip()));
    return fields;
  }

  /** Empty for a record that names no page or no time. */
  private Optional<HeldCapture> capture(String type, WarcFrames frames) throws IOException {
    RecordHeader header = frames.header();
    Optional<String> url = header.targetUri();
    Optional<Instant> date = header.date(new ArrayList<>());
    if (url.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    String id = header.uri("WARC-Record-ID").orElse("");
    boolean revisit = type.equals(HeldCapture.REVISIT);
    boolean http = header.isHttp() && frames.blockBytes() > 0;
    HttpHead head = HttpHead.of(http ? frames.some(HttpHead.MAX_BYTES) : new byte[0]);
    return Optional.of(
        new HeldCapture(
            source,
            type,
            url.get(),
            date.get(),
            head.status(),
            id,
            file,
            start,
            revisit ? 0 : frames.blockBytes() - head.length(),
            header.text("WARC-Payload-Digest"),
            header.uri("WARC-Refers-To").orElse(null),
            head.field("ETag").orElse(null),
            head.field("Last-Modified").orElse(null),
            revisit ? null : header.field("WARC-Truncated").orElse(null),
            metadata(id, header)));
  }

  private Map<String, String> metadata(String id, RecordHeader header) {
    Map<String, String> noted = new LinkedHashMap<>();
    if (metadataOf.equals(id)) {
      noted.putAll(metadata);
    }
    if (header.isTimeUnknown()) {
      noted.put(RawImport.TIME, RawImport.UNKNOWN);
    }
    Optional<String> noPage = header.field(RecordHeader.NO_PAGE_FIELD);
    noPage.ifPresent(why -> noted.putIfAbsent(HeldCapture.NO_PAGE, why));
    return noted;
  }
}
