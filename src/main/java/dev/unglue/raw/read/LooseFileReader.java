package dev.unglue.raw.read;

import dev.unglue.raw.warc.BrokenGzipException;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;

/**
 * Reads a file that is one page.
 *
 * @param source name of the source that the page comes by
 * @param limits how much is read at most
 * @param nameSays media type by the name of the file; empty if it says nothing
 */
record LooseFileReader(String source, RawLimits limits, String nameSays) implements FormatReader {
  @Override
  public void read(RawStream stream, InputFile file, PageSink sink) throws IOException {
    read(stream, PageOrigin.ofFile(source, file.name()), Sidecar.beside(file.path()), sink);
  }

  /** Hands on the page of a stream, or why it is none. */
  void read(RawStream stream, PageOrigin origin, PageDescription described, PageSink sink)
      throws IOException {
    byte[] head = stream.peek();
    try {
      byte[] payload = stream.readNBytes(limits.maxBytes() + 1);
      if (payload.length > limits.maxBytes()) {
        sink.accept(PageMaker.tooLarge(origin, limits, size(stream, payload.length), head));
      } else {
        RawItem item = PageMaker.ofBytes(origin, described, nameSays, payload);
        sink.accept(item, described.header(), payload);
      }
    } catch (BrokenGzipException e) {
      sink.accept(origin.refuse(e.reason(), e.finding() + "; fetch the file again", head));
    }
  }

  /** The rest is counted, not kept; of a gzip it is not even unpacked, for it may never end. */
  private static String size(RawStream stream, int read) throws IOException {
    return stream.isPacked() ? "more once unpacked" : read + stream.skipRest() + " bytes";
  }
}
