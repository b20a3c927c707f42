package dev.unglue.bench.speed;

import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.model.page.Capture;

/**
 * A page to be read for its cost alone.
 *
 * @param name what it is, for people
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param text the whole page
 */
public record SpeedPage(String name, String mediaType, String text) {
  static final String HTML = "text/html";
  static final String TEXT = "text/plain";

  /** The page as a source would hand it on. */
  public Capture capture() {
    return GeneratedPage.capture(name, mediaType, text);
  }

  /** The ending of its file. */
  String ending() {
    return mediaType.equals(HTML) ? ".html" : ".txt";
  }
}
