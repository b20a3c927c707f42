package dev.unglue.raw.archive;

import dev.unglue.raw.read.MediaTypes;
import dev.unglue.raw.read.StoreFolder;
import dev.unglue.raw.read.TextDecoder;
import dev.unglue.raw.warc.HttpHead;
import dev.unglue.raw.warc.HttpReply;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import dev.unglue.raw.warc.WarcFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the raw store holds, for reading; needs no lock. Archives are files {@code
 * raw/SOURCE/*.warc(.gz)}, whoever wrote them.
 *
 * @param raw the folder, which need not exist
 */
public record RawCaptures(Path raw) {
  private static final Comparator<HeldCapture> BY_TIME =
      Comparator.comparing(HeldCapture::capturedAt)
          .thenComparing(HeldCapture::file)
          .thenComparingLong(HeldCapture::offset);
  private static final Comparator<HeldCapture> ORDER =
      Comparator.comparing(HeldCapture::source)
          .thenComparing(HeldCapture::url)
          .thenComparing(BY_TIME);

  /** The archives by source, then by name. */
  List<Path> files() {
    try {
      List<Path> files = new ArrayList<>();
      for (Path folder : folders()) {
        files.addAll(StoreFolder.archives(folder));
      }
      return files;
    } catch (IOException e) {
      throw unreadable(raw, e);
    }
  }

  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(raw)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(raw)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static RawStoreException unreadable(Path path, IOException e) {
    String message = "cannot read the raw store: %s at %s; check the file and its rights";
    return new RawStoreException(message, e, path);
  }

  /** Hands on every capture, archive by archive, in the order in which they were written. */
  public void forEach(Consumer<HeldCapture> sink) {
    for (Path file : files()) {
      try {
        String source = file.getName(raw.getNameCount()).toString();
        ArchiveScan.of(file, source, sink);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }

  /** All captures, by source, address and time. */
  public List<HeldCapture> list() {
    List<HeldCapture> all = matching(capture -> true);
    all.sort(ORDER);
    return all;
  }

  private List<HeldCapture> matching(Predicate<HeldCapture> wanted) {
    List<HeldCapture> found = new ArrayList<>();
    forEach(
        capture -> {
          if (wanted.test(capture)) {
            found.add(capture);
          }
        });
    return found;
  }

  /**
   * The newest capture of an address; one that holds a page, if there is any, before one that holds
   * the answer of a server that had none.
   *
   * @param latest captures after it do not count; {@link Instant#MAX} for none
   */
  public Optional<HeldCapture> newest(String url, Instant latest) {
    return matching(c -> c.url().equals(url) && !c.capturedAt().isAfter(latest)).stream()
        .max(Comparator.comparing(HeldCapture::isPage).thenComparing(BY_TIME));
  }

  /**
   * The payload of a capture; of a revisit, that of the record it refers to.
   *
   * @throws RawStoreException if it cannot be read, or its payload is not in the store
   */
  public StoredPage page(HeldCapture capture) {
    HeldCapture original = capture.isRevisit() ? original(capture) : capture;
    Path file = original.file();
    try (RawStream stream = RawStream.at(file, original.offset())) {
      WarcFrames frames = new WarcFrames(stream);
      if (frames.next() != WarcFrames.Frame.RECORD) {
        throw new IOException("no record at byte " + original.offset());
      }
      return stored(capture, frames);
    } catch (IOException | IllegalArgumentException e) {
      String message = "cannot read the record at byte %d of %s: %s; see unglue raw verify";
      throw new RawStoreException(message.formatted(original.offset(), file, e.getMessage()), e);
    }
  }

  /**
   * The payload of the record that the cursor stands on.
   *
   * @throws IOException if it is cut, or not packed as it says
   */
  private static StoredPage stored(HeldCapture capture, WarcFrames frames) throws IOException {
    RawLimits limits = RawLimits.defaults();
    if (!frames.isWithin(limits)) {
      throw new IOException("too large: " + frames.blockBytes() + " bytes");
    }
    byte[] block = frames.block();
    if (!frames.header().isHttp() || capture.status() == 0) {
      return page(capture, List.of(), block, frames.header().contentType());
    }
    HttpReply reply = HttpReply.parse(block);
    Optional<String> unknown = reply.unknownEncoding();
    if (unknown.isPresent()) {
      throw new IOException("packed in a way that is not known here: " + unknown.get());
    }
    byte[] bytes = reply.decoded(limits.maxBytes()).bytes();
    List<String> head =
        HttpHead.of(block).lines().stream().filter(line -> !line.isEmpty()).toList();
    return page(capture, head, bytes, reply.contentType().orElse(""));
  }

  private static StoredPage page(
      HeldCapture capture, List<String> head, byte[] bytes, String contentType) {
    boolean html = MediaTypes.ofHeader(contentType).filter(MediaTypes.HTML::equals).isPresent();
    String text = TextDecoder.of(bytes, contentType, html).decode(bytes).text();
    return new StoredPage(capture, head, contentType, bytes, text);
  }

  private HeldCapture original(HeldCapture revisit) {
    List<HeldCapture> found =
        matching(c -> c.recordId().equals(revisit.refersTo()) && !c.isRevisit());
    if (found.isEmpty()) {
      String message = "the payload of %s is not in the store: expected the record %s, found none;";
      throw new RawStoreException(
          message.formatted(revisit.url(), revisit.refersTo())
              + " bring the archive back that holds it");
    }
    return found.get(0);
  }
}
