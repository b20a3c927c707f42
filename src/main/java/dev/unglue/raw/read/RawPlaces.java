package dev.unglue.raw.read;

import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads pages where they lie. */
public final class RawPlaces {
  private RawPlaces() {}

  /**
   * Hands on the pages at some places of a file. Of an archive only these are read, of a file of
   * another kind all are. What is there no more is not handed on, or as an {@link
   * RawItem.Unreadable}.
   *
   * @param file as {@link dev.unglue.model.page.CaptureRef} names it
   * @param offsets the places, likewise
   * @param base the working folder
   */
  public static void forEach(
      String file, Collection<Long> offsets, Path base, RawLimits limits, Consumer<RawItem> sink) {
    if (FileFormat.ofName(file) != FileFormat.WARC) {
      all(file, base, limits, sink);
      return;
    }
    for (long offset : new TreeSet<>(offsets)) {
      try (RawStream stream = RawStream.at(base.resolve(file), offset)) {
        new WarcFileReader("", limits).readFirst(stream, file, sink);
      } catch (IOException e) {
        sink.accept(OsReason.notReadable(file, e));
      }
    }
  }

  /** Hands on every page of a file. */
  public static void all(String file, Path base, RawLimits limits, Consumer<RawItem> sink) {
    RawInputs.of("", List.of(file), base, limits).forEach(sink);
  }
}
