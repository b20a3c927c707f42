package dev.unglue.raw.warc;

import java.io.IOException;

/** A gzip that ends too early, or whose bytes do not hold together. */
public final class BrokenGzipException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean cut;

  private BrokenGzipException(boolean cut, String message) {
    super(message);
    this.cut = cut;
  }

  /** The file ends inside a member. */
  static BrokenGzipException cutAt(long fileBytes) {
    return new BrokenGzipException(
        true, "expected the end of the gzip, found the end of the file after byte " + fileBytes);
  }

  /** The bytes are no gzip, or its checksum does not match. */
  static BrokenGzipException corruptAt(long fileByte, String found) {
    return new BrokenGzipException(
        false, "expected sound gzip data, found " + found + " at byte " + fileByte);
  }

  /** True if it ends too early, false if it is damaged. */
  public boolean isCut() {
    return cut;
  }

  /** The stable code. */
  public String reason() {
    return cut ? "gzip_cut" : "bad_gzip";
  }

  /** What is wrong, expected and found, as part of a sentence. */
  public String finding() {
    return (cut ? "the gzip is cut: " : "the gzip is damaged: ") + getMessage();
  }
}
