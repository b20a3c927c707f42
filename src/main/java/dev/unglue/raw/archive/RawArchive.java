package dev.unglue.raw.archive;

import dev.unglue.model.page.Exchange;
import dev.unglue.raw.read.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The WARC that one run of one source writes. May be used by many threads at once.
 *
 * <p>When {@link #append} returns, all records of the page are with the operating system: whatever
 * kills this process, the page stays. That the disk has them too is made sure every 64 pages or
 * mebibyte (see {@link ArchiveFile}) and by {@link #close}; so what is noted elsewhere of a page
 * should be committed after that.
 *
 * <p>Closing leaves the archive unfinished: the next run of the source goes on with it. {@link
 * #finish} ends it.
 */
public final class RawArchive implements AutoCloseable {
  private final ArchiveName name;
  private final ArchiveFile file;
  private final List<HeldCapture> held = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, HeldCapture> originals = new ConcurrentHashMap<>();
  private final Set<String> ids = new HashSet<>();

  /** Held while the file is forced, so that it is not closed meanwhile. */
  private final Object forcing = new Object();

  private RawArchive(ArchiveName name, Map<String, String> software) throws IOException {
    this.name = name;
    for (Path earlier : StoreFolder.archives(name.folder())) {
      if (!earlier.equals(name.path())) {
        ArchiveScan.of(earlier, name.source(), this::keepNewest);
      }
    }
    name.markUnfinished();
    this.file = ArchiveFile.open(name.path(), name.source(), held::add, notes::add);
    held.forEach(this::keepNewest);
    held.forEach(capture -> ids.add(capture.recordId()));
    if (file.isEmpty()) {
      file.write(warcinfo(software).packed());
    }
  }

  /** See {@link RawStore#archive}. */
  static RawArchive open(
      Path folder, String source, Instant runTime, Map<String, String> software) {
    try {
      Files.createDirectories(folder);
      ArchiveName name =
          ArchiveName.unfinished(folder, source).orElse(ArchiveName.of(folder, source, runTime));
      return new RawArchive(name, software);
    } catch (IOException e) {
      String expected = "cannot open the archive: expected a folder of WARCs that may be written,";
      String found = " found \"%s\" at %s; check the disk and the permissions";
      throw new RawStoreException(expected + found, e, folder);
    }
  }

  private void keepNewest(HeldCapture capture) {
    if (capture.isOriginal()) {
      originals.merge(
          capture.url(), capture, (a, b) -> b.capturedAt().isBefore(a.capturedAt()) ? a : b);
    }
  }

  private WarcDraft warcinfo(Map<String, String> software) {
    Map<String, String> fields = new LinkedHashMap<>(software);
    fields.putIfAbsent("format", "WARC File Format 1.1");
    fields.putIfAbsent(
        "conformsTo",
        "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/");
    fields.putIfAbsent("isPartOf", name.source());
    return new WarcDraft("warcinfo", name.id("warcinfo"), name.runTime())
        .field("WARC-Filename", name.fileName())
        .block("application/warc-fields", WarcDraft.fields(fields));
  }

  /** The file that is written. */
  public Path path() {
    return name.path();
  }

  /** What had to be cut off at its end when it was opened, in words for people; mostly nothing. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * The captures that the archive held when it was opened: of a run that never came to its end, the
   * pages that need not be fetched again. In the order they were written; none of a new archive.
   */
  public List<HeldCapture> held() {
    return List.copyOf(held);
  }

  /**
   * The newest whole page of an address that the store holds of this source, with its validators:
   * what a conditional request is made of, and what a 304 refers to.
   */
  public Optional<HeldCapture> newest(String url) {
    return Optional.ofNullable(originals.get(url));
  }

  /**
   * Writes what came back. A 304, and a page with the very bytes of the newest one, become a {@code
   * revisit} record that refers to it; everything else, whatever its status, a {@code response}.
   *
   * @param metadata what else is to be kept of the fetch, in this order: names of letters, digits
   *     and {@code -_.}; may be empty. With {@link HeldCapture#NO_PAGE} it is kept, and never taken
   *     for the page
   * @return where it lies
   * @throws RawStoreException if it cannot be written, the disk being full for example; what was
   *     written of it is taken back, and the pages before it stay
   */
  public HeldCapture append(Exchange exchange, Map<String, String> metadata) {
    String digest = WarcDraft.digest(exchange.body());
    Optional<HeldCapture> original =
        newest(exchange.url())
            .filter(page -> !metadata.containsKey(HeldCapture.NO_PAGE))
            .filter(page -> CaptureEvent.repeats(exchange, digest, page));
    @Nullable HeldCapture repeated = original.orElse(null);
    CaptureEvent event =
        new CaptureEvent(exchange, metadata, repeated, digest, ids(exchange), id("warcinfo"));
    long offset = write(event.before(), event.page());
    HeldCapture capture = event.held(name.source(), name.path(), offset);
    keepNewest(capture);
    return capture;
  }

  /** Packing is done by the thread that brings the page; only writing is done one by one. */
  private long write(byte[] before, byte[] page) {
    byte[] records = WarcDraft.joined(before, page);
    long start;
    boolean due;
    try {
      synchronized (this) {
        start = file.write(records);
        due = file.isForceDue();
      }
      if (due) {
        // A disk takes milliseconds for it, in which others go on writing.
        synchronized (forcing) {
          file.force();
        }
      }
      return start + before.length;
    } catch (IOException e) {
      String expected =
          "cannot write to the archive: expected room for a page, found \"%s\" at %s;";
      String advice = " the pages before it are kept: make room and run it again";
      throw new RawStoreException(expected + advice, e, name.path());
    }
  }

  /** Named after what they hold, so that the same run gives the same bytes. */
  private synchronized CaptureEvent.RecordIds ids(Exchange exchange) {
    String first = exchange.url() + " " + exchange.fetchedAt();
    String base = first;
    for (int again = 2; !ids.add(name.id(base)); again++) {
      base = first + " " + again;
    }
    return new CaptureEvent.RecordIds(
        name.id(base), name.id(base + " request"), name.id(base + " metadata"));
  }

  /** Writes a record that others have captured. */
  void add(WarcDraft record) {
    write(new byte[0], record.packed());
  }

  /** A name for a record of this archive, drawn from what it is of. */
  String id(String what) {
    return name.id(what);
  }

  /** Ends the archive: nothing that was planned for it is left to do. Also closes it. */
  public void finish() {
    close();
    try {
      name.markFinished();
    } catch (IOException e) {
      String message = "cannot end the archive: %s at %s";
      throw new RawStoreException(message, e, name.path());
    }
  }

  /** Brings everything to the disk and closes the file. */
  @Override
  public void close() {
    try {
      synchronized (forcing) {
        synchronized (this) {
          file.close();
        }
      }
    } catch (IOException e) {
      String message = "cannot close the archive: %s at %s; its last pages may not be on the disk";
      throw new RawStoreException(message, e, name.path());
    }
  }
}
