package dev.unglue.raw.read;

import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.warc.QuotedInput;

/** Builds what is handed on for input that could not be read. */
public final class Refusal {
  private Refusal() {}

  public static RawItem of(String page, String reason, String message) {
    return of(page, reason, message, new byte[0]);
  }

  /** With the first bytes of what could not be read. */
  public static RawItem of(String page, String reason, String message, byte[] bytes) {
    return new RawItem.Unreadable(
        new Quarantined(page, reason, message, QuotedInput.printable(bytes), null));
  }
}
