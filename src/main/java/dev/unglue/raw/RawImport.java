package dev.unglue.raw;

import dev.unglue.model.Capture;
import dev.unglue.model.CaptureRef;
import dev.unglue.model.Quarantined;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes pages that others have captured into the raw store, each payload of an address and a time
 * once: WARC records as they are, pages of JSONL and loose files as {@code resource} records.
 *
 * <p>WARC asks every record for a date and an address. What has none gets the time of the import
 * with a field that says so, and the name of its file; both are read as unknown again.
 */
public final class RawImport {
  /** Header of a record whose WARC-Date is not the time of the capture. */
  static final String TIME_FIELD = "Unglue-Captured-At";

  /** The same among the metadata of a {@link HeldCapture}. */
  static final String TIME = "captured_at";

  static final String UNKNOWN = "unknown";

  /** Begins the address of a page that has none. */
  static final String FILE = "file:///";

  /** What is ours to say of a record, whoever captured it. */
  private static final Set<String> OURS =
      Set.of(
          "warc-type",
          "warc-record-id",
          "warc-date",
          "warc-target-uri",
          "warc-warcinfo-id",
          "warc-concurrent-to",
          "warc-block-digest",
          "warc-payload-digest",
          "content-type",
          "content-length");

  private static final Set<String> PAGES = Set.of("response", "resource", "conversion", "revisit");

  private final RawStore store;
  private final String source;
  private final Instant now;
  private final Map<String, String> software;
  private final Consumer<Quarantined> failures;
  private final RawLimits limits = RawLimits.defaults();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private @Nullable RawArchive archive;
  private long imported;
  private long known;
  private long others;
  private long failed;

  private RawImport(
      RawStore store,
      String source,
      Instant now,
      Map<String, String> software,
      Consumer<Quarantined> failures) {
    this.store = store;
    this.source = source;
    this.now = now;
    this.software = software;
    this.failures = failures;
  }

  /**
   * What became of the inputs.
   *
   * @param imported captures that are new in the store
   * @param known captures that it had already
   * @param others WARC records that are no captures: requests, metadata and the like
   * @param failed what could not be read
   */
  public record Result(long imported, long known, long others, long failed) {}

  /**
   * Imports files.
   *
   * @param raw the folder of the store
   * @param source the folder in the store, and the name of the source they come by
   * @param inputs files, folders and globs
   * @param base the working folder
   * @param now the time of the import
   * @param software what the {@code warcinfo} record says
   * @param failures takes what could not be read
   * @throws RawStoreLockedException if another process writes to the store
   * @throws RawStoreException if it cannot be written
   */
  public static Result run(
      Path raw,
      String source,
      List<String> inputs,
      Path base,
      Instant now,
      Map<String, String> software,
      Consumer<Quarantined> failures) {
    try (RawStore store = RawStore.open(raw)) {
      RawImport job = new RawImport(store, source, now, software, failures);
      RawCaptures.of(raw).forEach(job::know);
      return job.run(InputPaths.resolve(inputs, base));
    }
  }

  private void know(HeldCapture held) {
    boolean timed = !held.metadata().containsKey(TIME);
    keys.add(key(held.url(), timed ? held.capturedAt().toString() : UNKNOWN, held.payloadDigest()));
    ids.add(held.recordId());
  }

  private static String key(String url, String time, String payloadDigest) {
    return url + " " + time + " " + payloadDigest;
  }

  private Result run(InputPaths.Resolved resolved) {
    resolved.refused().forEach(this::refuse);
    try {
      for (InputFile file : resolved.files()) {
        file(file);
      }
      if (archive != null) {
        archive.finish();
      }
    } finally {
      if (archive != null) {
        archive.close();
      }
    }
    return new Result(imported, known, others, failed);
  }

  private void refuse(RawItem item) {
    if (item instanceof RawItem.Unreadable unreadable) {
      failed++;
      failures.accept(unreadable.quarantined());
    }
  }

  private void file(InputFile file) {
    try (RawStream stream = RawStream.of(Files.newInputStream(file.path()))) {
      FileFormat byName = FileFormat.ofName(file.lastName());
      boolean unknown = byName == FileFormat.UNKNOWN;
      switch (unknown ? ContentSniffer.format(stream.peek()) : byName) {
        case WARC -> warc(stream, file.name());
        case JSONL -> new JsonlReader(source, limits).read(stream, file.name(), this::text);
        default -> loose(stream, file, byName);
      }
    } catch (IOException e) {
      refuse(OsReason.notReadable(file.name(), e));
    }
  }

  // --- pages that are no WARC records ------------------------------------------------------------

  private void loose(RawStream stream, InputFile file, FileFormat byName) throws IOException {
    PageOrigin origin = PageOrigin.ofFile(source, file.name());
    PageDescription described = Sidecar.beside(file.path());
    byte[] head = stream.peek();
    try {
      byte[] bytes = stream.readNBytes(limits.maxBytes() + 1);
      RawItem item =
          bytes.length > limits.maxBytes()
              ? PageMaker.tooLarge(origin, limits, "more", head)
              : PageMaker.ofBytes(origin, described, byName.mediaType(), bytes);
      if (item instanceof RawItem.Page page) {
        CaptureRef ref = page.capture().ref();
        resource(ref, described.header().isEmpty() ? ref.mediaType() : described.header(), bytes);
      } else {
        refuse(item);
      }
    } catch (BrokenGzipException e) {
      refuse(origin.refuse(e.reason(), e.finding() + "; fetch the file again", head));
    }
  }

  /** A page of a JSONL is text and nothing else. */
  private void text(RawItem item) {
    if (item instanceof RawItem.Page page) {
      Capture capture = page.capture();
      resource(
          capture.ref(),
          capture.ref().mediaType() + "; charset=utf-8",
          capture.text().getBytes(StandardCharsets.UTF_8));
    } else {
      refuse(item);
    }
  }

  private void resource(CaptureRef ref, String contentType, byte[] bytes) {
    String url = Optional.ofNullable(ref.url()).orElse(FILE + ref.page().replace(" ", "%20"));
    String digest = WarcDraft.digest(bytes);
    Optional<Instant> time = Optional.ofNullable(ref.capturedAt());
    if (isNew(url, time, digest)) {
      WarcDraft draft =
          draft("resource", "", url, time, digest)
              .field("WARC-Truncated", Optional.ofNullable(ref.truncated()).orElse(""))
              .block(contentType, bytes);
      archive().add(draft);
    }
  }

  private boolean isNew(String url, Optional<Instant> time, String digest) {
    boolean isNew = keys.add(key(url, time.map(Instant::toString).orElse(UNKNOWN), digest));
    imported += isNew ? 1 : 0;
    known += isNew ? 0 : 1;
    return isNew;
  }

  /** The head of a record, under the id it had, should that be free. */
  private WarcDraft draft(
      String type, String id, String url, Optional<Instant> time, String payloadDigest) {
    RawArchive into = archive();
    String name = id.startsWith("urn:uuid:") && ids.add(id) ? id : "";
    if (name.isEmpty()) {
      name = into.id(key(url, time.map(Instant::toString).orElse(UNKNOWN), payloadDigest));
      ids.add(name);
    }
    return new WarcDraft(type, name, time.orElse(now))
        .field("WARC-Target-URI", url)
        .field("WARC-Warcinfo-ID", WarcDraft.bracketed(into.id("warcinfo")))
        .field("WARC-Payload-Digest", payloadDigest)
        .field(TIME_FIELD, time.isPresent() ? "" : UNKNOWN);
  }

  private RawArchive archive() {
    RawArchive open = archive;
    if (open == null) {
      open = store.archive(source, now, software);
      archive = open;
    }
    return open;
  }

  // --- WARC --------------------------------------------------------------------------------------

  private void warc(RawStream stream, String name) throws IOException {
    WarcFrames frames = new WarcFrames(stream.unpacked());
    try {
      WarcFrames.Frame frame = frames.next();
      while (frame != WarcFrames.Frame.END) {
        if (frame == WarcFrames.Frame.RECORD) {
          record(frames, name);
        } else {
          refuse(frames, name, "bad_warc", "no WARC record: " + Refusal.quoted(frames.found()));
        }
        frame = frames.next();
      }
    } catch (WarcCutException e) {
      refuse(frames, name, "warc_cut", "cut: " + e.finding());
    } catch (BrokenGzipException e) {
      refuse(frames, name, e.reason(), e.finding());
    }
  }

  private void refuse(WarcFrames frames, String name, String reason, String finding) {
    String place = String.format(Locale.ROOT, "%s: record %d", name, frames.number());
    refuse(
        Refusal.of(
            name + "#" + frames.number(),
            reason,
            place + ": " + finding + "; the records before it were imported"));
  }

  private void record(WarcFrames frames, String name) throws IOException {
    String type = frames.field("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
    Optional<String> url = frames.field("WARC-Target-URI").map(WarcFileReader::withoutBrackets);
    if (!PAGES.contains(type) || url.isEmpty()) {
      others++;
      return;
    }
    if (frames.blockBytes() > limits.maxPayloadBytes() + HttpHead.MAX_BYTES) {
      refuse(frames, name, "too_large", "too large: " + frames.blockBytes() + " bytes");
      return;
    }
    byte[] block = frames.block();
    Optional<Instant> time =
        frames
            .field("WARC-Date")
            .filter(text -> frames.field(TIME_FIELD).isEmpty())
            .flatMap(text -> CaptureTime.parse(text, "WARC-Date", new ArrayList<>()));
    String contentType = frames.field("Content-Type").orElse("");
    String digest =
        type.equals(HeldCapture.REVISIT)
            ? frames.field("WARC-Payload-Digest").orElse("")
            : WarcDraft.digest(payload(contentType, block));
    if (isNew(url.get(), time, digest)) {
      String id = frames.field("WARC-Record-ID").map(WarcFileReader::withoutBrackets).orElse("");
      WarcDraft draft = draft(type, id, url.get(), time, digest);
      frames.fields().forEach((field, value) -> keep(draft, field, value));
      archive().add(draft.block(contentType, block));
    }
  }

  private static void keep(WarcDraft draft, String field, String value) {
    if (!OURS.contains(field.toLowerCase(Locale.ROOT))) {
      draft.field(field, value);
    }
  }

  private static byte[] payload(String contentType, byte[] block) {
    if (!WarcFileReader.isHttp(contentType)) {
      return block;
    }
    try {
      return HttpReply.parse(block).payload();
    } catch (IOException | IllegalArgumentException e) {
      return block;
    }
  }
}
