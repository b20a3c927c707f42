package dev.unglue.raw.read;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from the first bytes what a payload is. */
final class ContentSniffer {
  private static final int HEAD_BYTES = 4096;
  private static final int HTML_CHARS = 1024;

  /** One control character in ten: more than any text has, less than any packed file. */
  private static final int CONTROL_SHARE = 10;

  /** How files of a kind begin, one character a byte. */
  private static final Map<String, String> MAGIC =
      Map.ofEntries(
          entry("%PDF-", "a PDF document"),
          entry("\u0089PNG", "a PNG image"),
          entry("GIF8", "a GIF image"),
          entry("\u00ff\u00d8\u00ff", "a JPEG image"),
          entry("PK\u0003\u0004", "a ZIP archive"),
          entry("PK\u0005\u0006", "a ZIP archive"),
          entry("SQLite format 3\u0000", "an SQLite database"),
          entry("\u001f\u008b", "a gzip within a gzip"),
          entry("7z\u00bc\u00af'\u001c", "a 7z archive"),
          entry("Rar!\u001a", "a RAR archive"),
          entry("\u00fd7zXZ", "an xz archive"),
          entry("(\u00b5/\u00fd", "a Zstandard archive"),
          entry("\u00d0\u00cf\u0011\u00e0", "an old Office document"),
          entry("\u007fELF", "a program"));

  private static final Pattern STARTS_AS_HTML =
      Pattern.compile(
          "(?is)\\s*(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|title|"
              + "meta|link|script|style|table|div|section|article|main|header|nav|h[1-6]|p|ul|ol)"
              + "[\\s/>].*");
  private static final Pattern HOLDS_HTML =
      Pattern.compile("(?is)<(?:!doctype\\s+html|html|body|table)[\\s>]");

  private ContentSniffer() {}

  /** What kind of binary file it is, in words; empty if it can be a text. */
  static Optional<String> binaryKind(byte[] bytes) {
    String head = latin1(bytes, HEAD_BYTES);
    for (Map.Entry<String, String> kind : MAGIC.entrySet()) {
      if (head.startsWith(kind.getKey())) {
        return Optional.of(kind.getValue());
      }
    }
    int controls = 0;
    for (int i = 0; i < head.length(); i++) {
      if (head.charAt(i) == '\0') {
        return Optional.of("NUL bytes, the first at byte " + i);
      }
      controls += isBinaryControl(head.charAt(i)) ? 1 : 0;
    }
    return controls * CONTROL_SHARE > head.length()
        ? Optional.of(controls + " control characters in the first " + head.length() + " bytes")
        : Optional.empty();
  }

  private static boolean isBinaryControl(int c) {
    boolean blank = c >= '\t' && c <= '\r';
    return (c < ' ' && !blank) || c == 0x7f;
  }

  /** True if the text begins as HTML, or has a table or the frame of a page near its start. */
  static boolean looksLikeHtml(String text) {
    String head = text.substring(0, Math.min(HTML_CHARS, text.length()));
    return head.indexOf('<') >= 0
        && (STARTS_AS_HTML.matcher(head).matches() || HOLDS_HTML.matcher(head).find());
  }

  /** Each byte as one character, which is enough to look for ASCII. */
  static String latin1(byte[] bytes, int limit) {
    return new String(bytes, 0, Math.min(limit, bytes.length), StandardCharsets.ISO_8859_1);
  }
}
