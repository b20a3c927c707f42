package dev.unglue.fuzz;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import java.util.List;

/**
 * A page to be read.
 *
 * @param name where it comes from, for people
 * @param mediaType {@code text/plain}, {@code text/markdown} or {@code text/html}
 * @param text the page
 */
record FuzzInput(String name, String mediaType, String text) {
  static final String TEXT = "text/plain";
  static final String MARKDOWN = "text/markdown";
  static final String HTML = "text/html";

  private static final String NO_HASH = "0".repeat(64);

  /** The page as a source would hand it on, of no address. */
  Capture capture() {
    CaptureRef ref =
        new CaptureRef("fuzz", "page", null, null, NO_HASH, mediaType, "page", 0, null);
    return new Capture(ref, text, List.of());
  }

  /** The same page with another text. */
  FuzzInput with(String other) {
    return new FuzzInput(name, mediaType, other);
  }
}
