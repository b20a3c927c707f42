package dev.unglue.bench.page;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import java.util.List;

/**
 * One page as a site or a text extractor would give it, and what it truly says.
 *
 * @param url its address
 * @param dialect how its tables are printed
 * @param text the whole page
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param subjects names of the compared subjects, in order
 * @param truths what its tables and sentences say
 */
public record GeneratedPage(
    String url,
    Dialect dialect,
    String text,
    String mediaType,
    List<String> subjects,
    List<Truth> truths) {
  private static final String NO_HASH = "0".repeat(64);

  /** Copies the lists. */
  public GeneratedPage {
    subjects = List.copyOf(subjects);
    truths = List.copyOf(truths);
  }

  /** The page as a source would hand it on. */
  public Capture capture() {
    return capture(url, mediaType, text);
  }

  /** Any text as if it were such a page. */
  public static Capture capture(String url, String mediaType, String text) {
    CaptureRef ref = new CaptureRef("bench", url, url, null, NO_HASH, mediaType, url, 0, null);
    return new Capture(ref, text, List.of());
  }
}
