package dev.unglue.raw.read;

import dev.unglue.model.page.Capture;
import dev.unglue.raw.warc.QuotedInput;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text, as browsers do it. The charset is what the byte order mark says, else the header,
 * else the page's own {@code <meta>}, else UTF-8; bytes of which nothing says what they are, and
 * that are no UTF-8, are read as windows-1252.
 *
 * <p>Bytes that the charset does not know become U+FFFD. Where the text may not be what its author
 * wrote, a note says so, which begins with {@link Capture#CHARSET_IN_DOUBT}.
 */
public final class TextDecoder {
  /** Where browsers stop looking is 1024; sites that put scripts first need more. */
  private static final int META_BYTES = 4096;

  private static final int BUFFER_CHARS = 8192;

  private static final char REPLACEMENT = '\uFFFD';

  /** What browsers take where nothing is declared (WHATWG HTML, 13.2.3.2). */
  private static final Charset USUAL = Charset.forName("windows-1252");

  private final Charset charset;
  private final boolean declared;
  private final int markBytes;
  private final List<String> notes;

  private TextDecoder(Charset charset, boolean declared, int markBytes, List<String> notes) {
    this.charset = charset;
    this.declared = declared;
    this.markBytes = markBytes;
    this.notes = notes;
  }

  /**
   * A text.
   *
   * @param text without a byte order mark
   * @param notes what is odd about it
   */
  public record Decoded(String text, List<String> notes) {
    public Decoded {
      notes = List.copyOf(notes);
    }
  }

  /** A byte order mark. */
  private enum Mark {
    UTF_8("UTF-8", "\u00ef\u00bb\u00bf"),
    UTF_32_LE("UTF-32LE", "\u00ff\u00fe\0\0"), // before UTF-16LE, which begins alike
    UTF_32_BE("UTF-32BE", "\0\0\u00fe\u00ff"),
    UTF_16_LE("UTF-16LE", "\u00ff\u00fe"),
    UTF_16_BE("UTF-16BE", "\u00fe\u00ff");

    static final List<Mark> ALL = List.of(values());
    static final int LONGEST = 4;

    private final String charset;
    private final String bytes; // one character a byte

    Mark(String charset, String bytes) {
      this.charset = charset;
      this.bytes = bytes;
    }
  }

  /**
   * The decoder of a payload.
   *
   * @param contentType the header, with or without a charset; empty if there is none
   * @param html whether a {@code <meta>} counts
   */
  public static TextDecoder of(byte[] payload, String contentType, boolean html) {
    String head = ContentSniffer.latin1(payload, html ? META_BYTES : Mark.LONGEST);
    for (Mark mark : Mark.ALL) {
      if (head.startsWith(mark.bytes)) {
        return new TextDecoder(Charset.forName(mark.charset), true, mark.bytes.length(), List.of());
      }
    }
    List<String> notes = new ArrayList<>();
    Optional<Charset> declared =
        CharsetNames.ofHeader(contentType).flatMap(name -> known(name, "Content-Type", notes));
    if (declared.isEmpty() && html) {
      declared = CharsetNames.ofMeta(head).flatMap(name -> known(name, "<meta>", notes));
      // A page whose <meta> could be read byte by byte is not in UTF-16, whatever it says.
      declared = declared.map(c -> CharsetNames.isWide(c) ? StandardCharsets.UTF_8 : c);
    }
    return new TextDecoder(declared.orElse(StandardCharsets.UTF_8), declared.isPresent(), 0, notes);
  }

  /** The decoder of what has to be UTF-8 and has no byte order mark. */
  static TextDecoder utf8() {
    return new TextDecoder(StandardCharsets.UTF_8, true, 0, List.of());
  }

  private static Optional<Charset> known(String name, String where, List<String> notes) {
    Optional<Charset> charset = CharsetNames.charset(name);
    if (charset.isEmpty()) {
      String expected = "unknown charset: expected a name such as utf-8, found ";
      notes.add(expected + QuotedInput.quoted(name) + " in " + where + "; left out");
    }
    return charset;
  }

  /** True if the text may hold NUL bytes, so that they do not tell a binary file. */
  boolean isWide() {
    return CharsetNames.isWide(charset);
  }

  /** The start of the text, for a look at what it is. */
  String head(byte[] payload, int bytes) {
    int length = Math.min(Math.max(0, payload.length - markBytes), bytes);
    return new String(payload, Math.min(markBytes, payload.length), length, charset);
  }

  /** The whole text. */
  public Decoded decode(byte[] payload) {
    String text = new String(payload, markBytes, payload.length - markBytes, charset);
    if (text.indexOf(REPLACEMENT) >= 0 && !isSound(payload)) {
      return mended(payload); // the note tells what was wrong
    }
    return new Decoded(text, isContradicted(payload, text) ? with(contradiction()) : notes);
  }

  /** True if the replacement character stands in the bytes themselves, and they are not broken. */
  private boolean isSound(byte[] payload) {
    return isOf(charset, ByteBuffer.wrap(payload, markBytes, payload.length - markBytes));
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private List<String> with(String doubt) {
    List<String> all = new ArrayList<>(notes);
    all.add(Capture.CHARSET_IN_DOUBT + doubt);
    return all;
  }

  // --- bytes that contradict what is declared ---------------------------------------------------

  /**
   * Text of another charset is hardly ever UTF-8 by chance, and UTF-16 hardly without NUL bytes.
   */
  private boolean isContradicted(byte[] payload, String text) {
    if (CharsetNames.isWide(charset)) {
      return markBytes == 0 && ContentSniffer.latin1(payload, META_BYTES).indexOf('\0') < 0;
    }
    boolean other = !charset.equals(StandardCharsets.UTF_8);
    return other
        && payload.length > 0
        && text.chars().anyMatch(c -> c > 0x7f)
        && isOf(StandardCharsets.UTF_8, ByteBuffer.wrap(payload));
  }

  private String contradiction() {
    String found = CharsetNames.isWide(charset) ? "bytes without a NUL" : "bytes of UTF-8";
    return charset.name() + " is declared, and what came are " + found;
  }

  private static boolean isOf(Charset charset, ByteBuffer bytes) {
    try {
      return strict(charset).decode(bytes).length() >= 0;
    } catch (CharacterCodingException e) {
      return false; // which is the answer
    }
  }

  // --- bytes that the charset does not know -----------------------------------------------------

  /**
   * A text with U+FFFD in the place of broken bytes.
   *
   * @param broken how many bytes are broken
   * @param first place of the first of them
   */
  private record Mended(String text, long broken, int first) {
    /**
     * True if more characters came whole than bytes are broken: a text of this charset, damaged.
     */
    boolean isMostlySound() {
      return text.codePoints().filter(c -> c > 0x7f && c != REPLACEMENT).count() > broken;
    }
  }

  private Decoded mended(byte[] payload) {
    Mended text = mend(payload);
    if (declared || text.isMostlySound()) {
      String count =
          text.broken == 1 ? "1 broken byte, at" : text.broken + " broken bytes, the first at";
      String doubt = "not %s: %s byte %d, read as U+FFFD";
      return new Decoded(text.text, with(doubt.formatted(charset.name(), count, text.first)));
    }
    String doubt = "none is declared, and byte %d is not UTF-8; read as windows-1252";
    return new Decoded(new String(payload, USUAL), with(doubt.formatted(text.first)));
  }

  private Mended mend(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    in.position(markBytes);
    CharBuffer out = CharBuffer.allocate(BUFFER_CHARS);
    CharsetDecoder decoder = strict(charset);
    StringBuilder text = new StringBuilder(payload.length);
    long broken = 0;
    int first = -1;
    CoderResult result = decoder.decode(in, out, true);
    while (!result.isUnderflow()) {
      text.append(out.flip());
      out.clear();
      if (result.isError()) {
        first = first < 0 ? in.position() : first;
        broken += result.length();
        in.position(in.position() + result.length());
        text.append(REPLACEMENT);
      }
      result = decoder.decode(in, out, true);
    }
    decoder.flush(out);
    text.append(out.flip());
    return new Mended(text.toString(), broken, first);
  }

  /** Finds what a page says of its charset, and what the web means by that name. */
  static final class CharsetNames {
    private static final Pattern IN_HEADER =
        Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([^\\s;\"']+)");
    private static final Pattern IN_META =
        Pattern.compile("(?is)<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([^\\s;\"'/>]+)");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");

    private CharsetNames() {}

    /** The charset named by a Content-Type header. */
    static Optional<String> ofHeader(String contentType) {
      return contentType.isEmpty() ? Optional.empty() : first(IN_HEADER.matcher(contentType));
    }

    /** The charset named by a {@code <meta>} of the first bytes of an HTML page. */
    static Optional<String> ofMeta(String head) {
      boolean comments = head.contains("<!--");
      return first(IN_META.matcher(comments ? COMMENT.matcher(head).replaceAll("") : head));
    }

    private static Optional<String> first(Matcher matcher) {
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The charset the web means by the name; empty if there is none. */
    static Optional<Charset> charset(String name) {
      try {
        return Optional.of(Charset.forName(webName(name)));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return Optional.empty(); // the caller notes the name
      }
    }

    /**
     * Names that the web uses for a larger charset than the JDK does. Source: WHATWG Encoding
     * Standard, "Names and labels", https://encoding.spec.whatwg.org/#names-and-labels.
     */
    private static String webName(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "ascii", "us-ascii", "latin1", "latin-1" -> "windows-1252";
        case "iso-8859-1", "iso8859-1", "iso_8859-1" -> "windows-1252";
        case "iso-8859-9" -> "windows-1254";
        case "gb2312" -> "GBK";
        case "shift_jis" -> "windows-31j";
        case "euc-kr" -> "x-windows-949";
        case "utf-16" -> "UTF-16LE";
        default -> name;
      };
    }

    /** True for the charsets whose texts hold NUL bytes. */
    static boolean isWide(Charset charset) {
      return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }
  }
}
