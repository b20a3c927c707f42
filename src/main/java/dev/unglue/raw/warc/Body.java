package dev.unglue.raw.warc;

import dev.unglue.text.ContentCoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The bytes of a message as far as they could be read.
 *
 * @param bytes handed on, not copied
 * @param cut why it ends before its own end, as part of a sentence; empty if it is whole
 */
// A body may have megabytes, and no one compares bodies.
@SuppressWarnings("ArrayRecordComponent")
public record Body(byte[] bytes, String cut) {
  private static final String PACKED =
      "expected the end of the packed body, found the end of the record";

  /** Bytes that are all there. */
  static Body whole(byte[] bytes) {
    return new Body(bytes, "");
  }

  /** True if it ends before its own end. */
  public boolean isCut() {
    return !cut.isEmpty();
  }

  /** A packed body unpacked: to its end, to where it is cut, or to one byte over the limit. */
  static Body unpacked(List<String> codings, byte[] packed, int limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream in = ContentCoding.undo(codings, new ByteArrayInputStream(packed))) {
      int count = in.read(buffer);
      while (count >= 0 && out.size() <= limit) {
        out.write(buffer, 0, Math.min(count, limit + 1 - out.size()));
        count = in.read(buffer);
      }
      return whole(out.toByteArray());
    } catch (EOFException e) {
      return new Body(out.toByteArray(), PACKED);
    }
  }

  /** The same, which was cut before for this reason, if it is not empty. */
  Body orCut(String before) {
    return new Body(bytes, before.isEmpty() ? cut : before);
  }
}
