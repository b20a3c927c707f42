package dev.unglue.raw.read;

import java.util.Locale;
import java.util.Optional;

/** The media types of pages. */
public final class MediaTypes {
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String PLAIN = "text/plain";

  private MediaTypes() {}

  /** The media type a Content-Type header stands for; empty if it is none of a page. */
  public static Optional<String> ofHeader(String contentType) {
    if (contentType.isEmpty()) {
      return Optional.empty(); // as of each file of a folder
    }
    String bare = contentType.replaceAll("[;,].*", "").strip().toLowerCase(Locale.ROOT);
    return switch (bare) {
      case HTML, "application/xhtml+xml" -> Optional.of(HTML);
      case MARKDOWN, "text/x-markdown" -> Optional.of(MARKDOWN);
      case PLAIN, "text/tab-separated-values" -> Optional.of(PLAIN);
      default -> Optional.empty();
    };
  }

  /** True if a Content-Type header is that of a page. */
  static boolean isPage(String contentType) {
    return ofHeader(contentType).isPresent();
  }
}
