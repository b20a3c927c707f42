package dev.unglue.raw;

import dev.unglue.model.Quarantined;

/** Builds what is handed on for input that could not be read. */
final class Refusal {
  private Refusal() {}

  static RawItem of(String page, String reason, String message) {
    return of(page, reason, message, new byte[0]);
  }

  /** With the first bytes of what could not be read. */
  static RawItem of(String page, String reason, String message, byte[] bytes) {
    return new RawItem.Unreadable(
        new Quarantined(page, reason, message, Excerpt.printable(bytes), null));
  }
}
