package dev.unglue.extract.text;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.PageText;
import java.util.List;

/** Captures for tests. */
public final class Captures {
  private Captures() {}

  /** A capture of that text. */
  public static Capture of(String text, String mediaType) {
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), mediaType, "page", 0, null);
    return new Capture(ref, text, List.of());
  }

  /** A plain-text capture. */
  public static Capture plain(String text) {
    return of(text, "text/plain");
  }

  /** The lines of a capture of text. */
  public static PageText lines(Capture capture) {
    return PlainText.of(capture, PlainText.lines(capture.text()));
  }
}
