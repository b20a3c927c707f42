package dev.unglue.raw.read;

import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The pages of some files, folders and globs, one after the other.
 *
 * <p>The order depends on names alone: first the inputs that name nothing, then folders that cannot
 * be read, then the files by name, then the place within a file. Which files there are is looked up
 * once, when this is made.
 */
public final class RawInputs {
  /** The reason of an input that names nothing. */
  public static final String MISSING = "missing_input";

  private static final String STANDARD_INPUT = "-";

  private final String source;
  private final RawLimits limits;
  private final InputPaths.Resolved resolved;
  private final Instant since;
  private final LongConsumer bytesRead;

  private RawInputs(
      String source,
      RawLimits limits,
      InputPaths.Resolved resolved,
      Instant since,
      LongConsumer bytesRead) {
    this.source = source;
    this.limits = limits;
    this.resolved = resolved;
    this.since = since;
    this.bytesRead = bytesRead;
  }

  private static RawInputs of(String source, RawLimits limits, InputPaths.Resolved resolved) {
    return new RawInputs(source, limits, resolved, Instant.MIN, bytes -> {});
  }

  /**
   * Looks up what the inputs name.
   *
   * @param source name of the source the captures come by
   * @param inputs files, folders and globs; {@code ~} is not expanded. An input that names nothing
   *     becomes an {@link RawItem.Unreadable} of reason {@code missing_input}
   * @param base the working folder: relative inputs start there, and names are relative to it
   * @param limits how much is read at most
   */
  public static RawInputs of(String source, List<String> inputs, Path base, RawLimits limits) {
    return of(source, limits, InputPaths.resolve(inputs, base));
  }

  /**
   * The pages that the raw store holds of a source; no network is asked.
   *
   * @param raw the folder of the store
   * @param base the working folder: names are relative to it
   */
  public static RawInputs ofStore(String source, Path raw, Path base, RawLimits limits) {
    Path folder = raw.resolve(source);
    List<InputFile> files = List.of();
    List<RawItem> refused = List.of();
    try {
      files = StoreFolder.archives(folder).stream().map(file -> InputFile.of(file, base)).toList();
      refused = files.isEmpty() ? List.of(nothingStored(source, folder)) : List.of();
    } catch (IOException e) {
      refused = List.of(OsReason.notReadable(InputFile.of(folder, base).name(), e));
    }
    return of(source, limits, new InputPaths.Resolved(files, refused));
  }

  private static RawItem nothingStored(String source, Path folder) {
    String message =
        "source %s: nothing is stored: expected archives in %s, found none; fetch it first";
    return RawItem.refused(source, MISSING, message.formatted(source, folder));
  }

  /**
   * The same, without the pages that are known to be older.
   *
   * @param instant from then on; a page of unknown age is never left out
   */
  public RawInputs since(Instant instant) {
    return new RawInputs(source, limits, resolved, instant, bytesRead);
  }

  /**
   * The same, watched while they are read.
   *
   * @param read hears how many bytes more of {@link #sizeBytes} have been read
   */
  public RawInputs watched(LongConsumer read) {
    return new RawInputs(source, limits, resolved, since, read);
  }

  /** Why some of the inputs name nothing that can be read, a sentence each. */
  public List<String> refusals() {
    return resolved.refused().stream()
        .flatMap(
            item -> item instanceof RawItem.Unreadable u ? Stream.of(u.quarantined()) : Stream.of())
        .filter(refused -> refused.reason().equals(MISSING))
        .map(Quarantined::message)
        .toList();
  }

  /** The files, absolute, each once, sorted by name; their content is not looked at. */
  public List<Path> files() {
    return resolved.files().stream().map(InputFile::path).toList();
  }

  /** How large the files are now, packed as they are; what is not there counts nothing. */
  public long sizeBytes() {
    return files().stream().mapToLong(path -> path.toFile().length()).sum();
  }

  /** Reads everything, handing on each item before the next one is read. */
  public void forEach(Consumer<RawItem> sink) {
    Consumer<RawItem> wanted =
        item -> {
          if (!isOlder(item)) {
            sink.accept(item);
          }
        };
    resolved.refused().forEach(wanted);
    resolved.files().forEach(file -> readFile(file, wanted));
  }

  private boolean isOlder(RawItem item) {
    Instant at = item instanceof RawItem.Page page ? page.capture().ref().capturedAt() : null;
    return at != null && at.isBefore(since);
  }

  private void readFile(InputFile file, Consumer<RawItem> sink) {
    try (InputStream in = new CountingStream(Files.newInputStream(file.path()), bytesRead);
        RawStream stream = RawStream.of(in)) {
      FormatReader reader = FileFormat.of(file.lastName(), stream).reader(source, limits);
      reader.read(stream, file, sink::accept);
    } catch (IOException e) {
      sink.accept(OsReason.notReadable(file.name(), e));
    }
  }

  /**
   * The one page that came by standard input; it is called {@code -}. No more is read than the
   * limit allows.
   *
   * @param in the page, as it came or gzipped
   * @throws UncheckedIOException if the stream itself fails
   */
  public static RawItem ofText(String source, InputStream in, RawLimits limits) {
    List<RawItem> read = new ArrayList<>();
    PageOrigin origin = PageOrigin.ofFile(source, STANDARD_INPUT);
    LooseFileReader reader = new LooseFileReader(source, limits, "");
    try {
      reader.read(RawStream.of(in), origin, PageDescription.NONE, read::add);
      return read.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
