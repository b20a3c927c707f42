package dev.unglue.raw.warc;

import java.io.IOException;

/** A WARC that ends inside a record. */
public final class WarcCutException extends IOException {
  private static final long serialVersionUID = 1L;

  WarcCutException(String finding) {
    super(finding);
  }

  /** What was expected and found. */
  public String finding() {
    return String.valueOf(getMessage());
  }
}
