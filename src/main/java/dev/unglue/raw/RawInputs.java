package dev.unglue.raw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pages of some files, folders and globs, one after the other.
 *
 * <p>The order depends on names alone: first the inputs that name nothing, then folders that cannot
 * be read, then the files by name, then the place within a file. Which files there are is looked up
 * once, when this is made.
 */
public final class RawInputs {
  private static final String STANDARD_INPUT = "-";

  private final String source;
  private final RawLimits limits;
  private final InputPaths.Resolved resolved;

  private RawInputs(String source, RawLimits limits, InputPaths.Resolved resolved) {
    this.source = source;
    this.limits = limits;
    this.resolved = resolved;
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
    return new RawInputs(source, limits, InputPaths.resolve(inputs, base));
  }

  /** The files, absolute, each once, sorted by name; their content is not looked at. */
  public List<Path> files() {
    return resolved.files().stream().map(InputFile::path).toList();
  }

  /**
   * Reads everything, handing on each item before the next one is read.
   *
   * @return what was met on the way
   */
  public RawCounts forEach(Consumer<RawItem> sink) {
    Tally tally = new Tally(sink);
    resolved.refused().forEach(tally);
    long records = 0;
    for (InputFile file : resolved.files()) {
      records += readFile(file, tally);
    }
    return new RawCounts(
        resolved.files().size(), tally.pages, tally.unreadable, resolved.skipped(), records);
  }

  private long readFile(InputFile file, Consumer<RawItem> sink) {
    try (InputStream in = Files.newInputStream(file.path());
        RawStream stream = RawStream.of(in)) {
      FileFormat byName = FileFormat.ofName(file.lastName());
      boolean unknown = byName == FileFormat.UNKNOWN;
      FileFormat format = unknown ? ContentSniffer.format(stream.peek()) : byName;
      return switch (format) {
        case WARC -> new WarcFileReader(source, limits).read(stream, file.name(), sink);
        case JSONL -> {
          new JsonlReader(source, limits).read(stream, file.name(), sink);
          yield 0;
        }
        case HTML, MARKDOWN, TEXT, UNKNOWN -> {
          PageDescription described = Sidecar.beside(file.path());
          PageOrigin origin = PageOrigin.ofFile(source, file.name());
          sink.accept(
              new LooseFileReader(limits).read(stream, origin, described, format.mediaType()));
          yield 0;
        }
      };
    } catch (IOException e) {
      sink.accept(OsReason.notReadable(file.name(), e));
      return 0;
    }
  }

  /**
   * The one page that came by standard input; it is called {@code -}.
   *
   * @param bytes the page, as it came or gzipped
   */
  public static RawItem ofText(String source, byte[] bytes, RawLimits limits) {
    return ofText(source, new ByteArrayInputStream(bytes), limits);
  }

  /**
   * The same, reading no more than the limit allows.
   *
   * @throws UncheckedIOException if the stream itself fails
   */
  public static RawItem ofText(String source, InputStream in, RawLimits limits) {
    try {
      PageOrigin origin = PageOrigin.ofFile(source, STANDARD_INPUT);
      return new LooseFileReader(limits).read(RawStream.of(in), origin, PageDescription.NONE, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what it hands on. */
  private static final class Tally implements Consumer<RawItem> {
    private final Consumer<RawItem> sink;
    private long pages;
    private long unreadable;

    Tally(Consumer<RawItem> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(RawItem item) {
      if (item instanceof RawItem.Page) {
        pages++;
      } else {
        unreadable++;
      }
      sink.accept(item);
    }
  }
}
