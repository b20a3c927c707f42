package dev.unglue.raw.read;

import dev.unglue.raw.warc.RawStream;
import java.io.IOException;

/** Reads files of one {@link FileFormat}. */
public interface FormatReader {
  /**
   * Hands on what stands in a file, pages and what could not be read as one, in their order.
   *
   * @throws IOException if the file itself cannot be read
   */
  void read(RawStream stream, InputFile file, PageSink sink) throws IOException;
}
