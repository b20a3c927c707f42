package dev.unglue.raw;

import java.io.IOException;

/** Reads a file that is one page. */
final class LooseFileReader {
  private final RawLimits limits;

  LooseFileReader(RawLimits limits) {
    this.limits = limits;
  }

  /**
   * The page of the file.
   *
   * @param nameSays media type by the name of the file; empty if it says nothing
   */
  RawItem read(RawStream stream, PageOrigin origin, PageDescription described, String nameSays)
      throws IOException {
    byte[] head = stream.peek();
    try {
      byte[] payload = stream.readNBytes(limits.maxBytes() + 1);
      if (payload.length > limits.maxBytes()) {
        return PageMaker.tooLarge(origin, limits, size(stream, payload.length), head);
      }
      return PageMaker.ofBytes(origin, described, nameSays, payload);
    } catch (BrokenGzipException e) {
      return origin.refuse(e.reason(), e.finding() + "; fetch the file again", head);
    }
  }

  /** The rest is counted, not kept; of a gzip it is not even unpacked, for it may never end. */
  private static String size(RawStream stream, int read) throws IOException {
    return stream.isPacked() ? "more once unpacked" : read + stream.skipRest() + " bytes";
  }
}
