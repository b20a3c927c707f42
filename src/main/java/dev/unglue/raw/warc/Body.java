package dev.unglue.raw.warc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a message as far as they could be read.
 *
 * @param bytes handed on, not copied
 * @param isCut true if it ends before its own end
 */
// A body may have megabytes, and no one compares bodies.
@SuppressWarnings("ArrayRecordComponent")
public record Body(byte[] bytes, boolean isCut) {

  /** Bytes that are all there. */
  static Body whole(byte[] bytes) {
    return new Body(bytes, false);
  }

  /** Reads to the end, to the place where it is cut, or to one byte over the limit. */
  static Body read(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      int count = in.read(buffer);
      while (count >= 0 && out.size() <= limit) {
        out.write(buffer, 0, Math.min(count, limit + 1 - out.size()));
        count = in.read(buffer);
      }
      return new Body(out.toByteArray(), false);
    } catch (EOFException e) {
      return new Body(out.toByteArray(), true);
    } catch (BrokenGzipException e) {
      if (!e.isCut()) {
        throw e;
      }
      return new Body(out.toByteArray(), true);
    }
  }

  Body orCut(boolean alreadyCut) {
    return new Body(bytes, isCut || alreadyCut);
  }
}
