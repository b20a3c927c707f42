package dev.unglue.raw;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a file holds its pages, told by its name. */
enum FileFormat {
  /** One page a file. */
  HTML("text/html", "html?"),
  /** One page a file. */
  MARKDOWN("text/markdown", "md|markdown"),
  /** One page a file. */
  TEXT("text/plain", "txt|text"),
  /** One page a line. */
  JSONL("", "jsonl|ndjson"),
  /** One page a record. */
  WARC("", "warc|wet"),
  /** The name does not tell; the content has to. */
  UNKNOWN("", "(?!)");

  private final String mediaType;
  private final Pattern name;

  FileFormat(String mediaType, String extensions) {
    this.mediaType = mediaType;
    this.name = Pattern.compile("(?is).*\\.(?:" + extensions + ")(?:\\.gz)?");
  }

  /** By the end of the name, in whatever case; {@code .gz} after it does not count. */
  static FileFormat ofName(String name) {
    for (FileFormat format : values()) {
      if (format.name.matcher(name).matches()) {
        return format;
      }
    }
    return UNKNOWN;
  }

  /** The name without a {@code .gz} at its end. */
  static String withoutGz(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }

  /** What the name says of the content; empty where it says nothing. */
  String mediaType() {
    return mediaType;
  }
}
