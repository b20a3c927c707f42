package dev.unglue.raw.archive;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.read.FileFormat;
import dev.unglue.raw.read.InputFile;
import dev.unglue.raw.read.InputPaths;
import dev.unglue.raw.read.OsReason;
import dev.unglue.raw.read.PageSink;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.warc.BrokenGzipException;
import dev.unglue.raw.warc.HttpReply;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.raw.warc.RawLimits;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes pages that others have captured into the raw store, each payload of an address and a time
 * once: WARC records as they are, pages of JSONL and loose files as {@code resource} records.
 *
 * <p>WARC asks every record for a date and an address. What has none gets the time of the import
 * with a field that says so, and the name of its file; both are read as unknown again.
 */
public final class RawImport {
  /** {@link RecordHeader#TIME_FIELD} among the metadata of a {@link HeldCapture}. */
  static final String TIME = "captured_at";

  static final String UNKNOWN = "unknown";

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

  private final String source;
  private final ImportArchive archive;
  private final Consumer<Quarantined> failures;
  private final RawLimits limits = RawLimits.defaults();
  private long others;
  private long failed;

  private RawImport(String source, ImportArchive archive, Consumer<Quarantined> failures) {
    this.source = source;
    this.archive = archive;
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
    try (RawStore store = RawStore.open(raw);
        ImportArchive archive = new ImportArchive(store, source, now, software)) {
      new RawCaptures(raw).forEach(archive::know);
      return new RawImport(source, archive, failures).run(InputPaths.resolve(inputs, base));
    }
  }

  private Result run(InputPaths.Resolved resolved) {
    resolved.refused().forEach(this::refuse);
    resolved.files().forEach(this::file);
    archive.finish();
    return new Result(archive.imported(), archive.known(), others, failed);
  }

  private void refuse(RawItem item) {
    if (item instanceof RawItem.Unreadable unreadable) {
      failed++;
      failures.accept(unreadable.quarantined());
    }
  }

  private void file(InputFile file) {
    try (RawStream stream = RawStream.of(Files.newInputStream(file.path()))) {
      FileFormat format = FileFormat.of(file.lastName(), stream);
      if (format == FileFormat.WARC) {
        warc(stream, file.name());
      } else {
        format.reader(source, limits).read(stream, file, new Pages());
      }
    } catch (IOException e) {
      refuse(OsReason.notReadable(file.name(), e));
    }
  }

  // --- pages that are no WARC records ------------------------------------------------------------

  /** Keeps the bytes of a page that has any, else its text. */
  private final class Pages implements PageSink {
    @Override
    public void accept(RawItem item) {
      if (item instanceof RawItem.Page page) {
        Capture capture = page.capture();
        byte[] text = capture.text().getBytes(StandardCharsets.UTF_8);
        accept(item, capture.ref().mediaType() + "; charset=utf-8", text);
      } else {
        refuse(item);
      }
    }

    @Override
    public void accept(RawItem item, String contentType, byte[] payload) {
      if (item instanceof RawItem.Page page) {
        CaptureRef ref = page.capture().ref();
        resource(ref, contentType.isEmpty() ? ref.mediaType() : contentType, payload);
      } else {
        refuse(item);
      }
    }
  }

  private void resource(CaptureRef ref, String contentType, byte[] bytes) {
    String file = RecordHeader.FILE + ref.page().replace(" ", "%20");
    String url = Optional.ofNullable(ref.url()).orElse(file);
    Optional<Instant> time = Optional.ofNullable(ref.capturedAt());
    String truncated = Optional.ofNullable(ref.truncated()).orElse("");
    archive
        .draft("resource", "", url, time, WarcDraft.digest(bytes))
        .map(draft -> draft.field("WARC-Truncated", truncated).block(contentType, bytes))
        .ifPresent(archive::add);
  }

  // --- WARC --------------------------------------------------------------------------------------

  private void warc(RawStream stream, String name) throws IOException {
    WarcFrames frames = new WarcFrames(stream);
    String bad = "no WARC record: ";
    try {
      frames.forEach(
          () -> record(frames, name),
          () -> refuse(frames, name, "bad_warc", bad + QuotedInput.quoted(frames.found())),
          fault -> refuse(frames, name, fault.reason(), fault.finding()));
    } catch (WarcCutException e) {
      refuse(frames, name, "warc_cut", "cut: " + e.finding());
    } catch (BrokenGzipException e) {
      refuse(frames, name, e.reason(), e.finding());
    }
  }

  private void refuse(WarcFrames frames, String name, String reason, String finding) {
    String place = name + ": record " + frames.number() + ": ";
    String message = place + finding + "; the other records are imported";
    refuse(RawItem.refused(name + "#" + frames.number(), reason, message));
  }

  private void record(WarcFrames frames, String name) throws IOException {
    RecordHeader header = frames.header();
    String type = header.type();
    Optional<String> url = header.targetUri();
    if (!PAGES.contains(type) || url.isEmpty()) {
      others++;
      return;
    }
    if (!frames.isWithin(limits)) {
      refuse(frames, name, "too_large", "too large: " + frames.blockBytes() + " bytes");
      return;
    }
    byte[] block = frames.block();
    Optional<String> damage = RecordDigest.contradiction(header, RecordDigest.OF_BLOCK, block);
    if (damage.isPresent()) {
      refuse(frames, name, "bad_digest", damage.get());
      return;
    }
    Optional<Instant> time =
        header.isTimeUnknown() ? Optional.empty() : header.date(new ArrayList<>());
    String digest =
        type.equals(HeldCapture.REVISIT)
            ? header.text("WARC-Payload-Digest")
            : WarcDraft.digest(HttpReply.payload(header, block).orElse(block));
    Map<String, String> kept = new LinkedHashMap<>(header.fields());
    kept.keySet().removeIf(field -> OURS.contains(field.toLowerCase(Locale.ROOT)));
    archive
        .draft(type, header.uri("WARC-Record-ID").orElse(""), url.get(), time, digest)
        .map(draft -> draft.with(kept).block(header.contentType(), block))
        .ifPresent(archive::add);
  }
}
