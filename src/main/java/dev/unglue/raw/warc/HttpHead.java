package dev.unglue.raw.warc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of an HTTP message: what can be told without reading its body.
 *
 * @param lines all lines; the one that ends the head is empty
 * @param length how many bytes of the message it takes, with the empty line
 */
public record HttpHead(List<String> lines, int length) {
  /** Room for the status line and the fields before a body; servers allow 8 to 64 KB. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)?\\s+(\\d{3})\\b.*");

  /** Copies the lines. */
  public HttpHead {
    lines = List.copyOf(lines);
  }

  /** The head of a message; as much as there is, if it has no end. */
  public static HttpHead of(byte[] message) {
    int end = end(message);
    String text = new String(message, 0, end, StandardCharsets.UTF_8);
    return new HttpHead(text.lines().toList(), end);
  }

  /** Place after the empty line. */
  private static int end(byte[] bytes) {
    int lineStart = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        int line = i - lineStart;
        if (line == 0 || (line == 1 && bytes[lineStart] == '\r')) {
          return i + 1;
        }
        lineStart = i + 1;
      }
    }
    return bytes.length;
  }

  /** The status; 0 if it is no response. */
  public int status() {
    Matcher status = STATUS.matcher(lines.isEmpty() ? "" : lines.get(0));
    return status.matches() ? Integer.parseInt(status.group(1)) : 0;
  }

  /** The first field of that name, in whatever case. */
  public Optional<String> field(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
