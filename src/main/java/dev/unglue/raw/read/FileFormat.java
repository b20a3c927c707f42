package dev.unglue.raw.read;

import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a file holds its pages: what its name ends in, how it begins where the name does not tell,
 * and who reads it. Files of each format may be gzipped.
 */
public enum FileFormat {
  /** One page a file. */
  TEXT("txt|text", "(?!)", "text/plain"),
  /** One page a file. */
  MARKDOWN("md|markdown", "(?!)", "text/markdown"),
  /** One page a file. */
  HTML("html|htm", "(?!)", "text/html"),
  /** One page a line. */
  JSONL("jsonl|ndjson", "(?:\u00ef\u00bb\u00bf)?\\{\\s*\"\\w+\"\\s*:", ""),
  /** One page a record. */
  WARC("warc|wet", "WARC/", ""),
  /** Neither name nor beginning tells: one page, whatever it is. */
  UNKNOWN("", "", "");

  /** What the names of files end in, for messages: one ending of each kind. */
  public static final String ENDINGS = ".txt .md .html .jsonl .warc .wet";

  private static final String PACKED = ".gz";

  private static final Map<String, FileFormat> BY_ENDING = byEnding();

  private final List<String> endings;
  private final Pattern beginning;
  private final String mediaType;

  FileFormat(String endings, String beginning, String mediaType) {
    this.endings = List.of(endings.split("[|]"));
    this.beginning = Pattern.compile(beginning);
    this.mediaType = mediaType;
  }

  /** By the end of the name, in whatever case; {@code .gz} after it does not count. */
  static FileFormat ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = lower.endsWith(PACKED) ? lower.length() - PACKED.length() : lower.length();
    int dot = lower.lastIndexOf('.', end - 1);
    return dot < 0 ? UNKNOWN : BY_ENDING.getOrDefault(lower.substring(dot + 1, end), UNKNOWN);
  }

  private static Map<String, FileFormat> byEnding() {
    Map<String, FileFormat> formats = new HashMap<>();
    for (FileFormat format : values()) {
      format.endings.forEach(ending -> formats.put(ending, format));
    }
    return Map.copyOf(formats);
  }

  /**
   * True if a file of a folder is to be read: its name is none of those that stand beside pages.
   *
   * @param any true if its ending need not be one of those that are known
   */
  public static boolean isPage(String name, boolean any) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean besides =
        lower.endsWith(".meta.json")
            || lower.endsWith(".meta.yaml")
            || lower.startsWith("readme")
            || lower.startsWith(".");
    return !besides && (any || ofName(name) != UNKNOWN);
  }

  /** By the end of the name, else by the beginning of the file. */
  public static FileFormat of(String name, RawStream stream) throws IOException {
    FileFormat named = ofName(name);
    return named == UNKNOWN ? beginningAs(stream.peek()) : named;
  }

  private static FileFormat beginningAs(byte[] head) {
    String start = ContentSniffer.latin1(head, head.length);
    return Stream.of(values())
        .filter(format -> format.beginning.matcher(start).lookingAt())
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** Who reads such files. */
  public FormatReader reader(String source, RawLimits limits) {
    return switch (this) {
      case JSONL -> new JsonlReader(source, limits);
      case WARC -> new WarcFileReader(source, limits);
      case TEXT, MARKDOWN, HTML, UNKNOWN -> new LooseFileReader(source, limits, mediaType);
    };
  }
}
