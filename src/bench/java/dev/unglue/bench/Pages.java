package dev.unglue.bench;

import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.model.Capture;
import dev.unglue.model.CaptureRef;
import dev.unglue.model.ParsedPage;
import dev.unglue.pipeline.PageParser;
import java.util.List;

/** Reads generated pages as any other. */
final class Pages {
  private static final String NO_HASH = "0".repeat(64);

  private Pages() {}

  static ParsedPage parse(PageParser parser, GeneratedPage page) {
    return parser.parse(capture(page.url(), page.mediaType(), page.text()));
  }

  static Capture capture(String url, String mediaType, String text) {
    CaptureRef ref = new CaptureRef("bench", url, url, null, NO_HASH, mediaType, url, 0, null);
    return new Capture(ref, text, List.of());
  }
}
