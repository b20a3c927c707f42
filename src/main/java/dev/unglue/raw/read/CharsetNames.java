package dev.unglue.raw.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a page says of its charset, and what the web means by that name. */
final class CharsetNames {
  private static final Pattern IN_HEADER =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([^\\s;\"']+)");
  private static final Pattern IN_META =
      Pattern.compile("(?is)<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([^\\s;\"'/>]+)");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|$)");

  private CharsetNames() {}

  /** The charset named by a Content-Type header. */
  static Optional<String> ofHeader(String contentType) {
    return first(IN_HEADER.matcher(contentType));
  }

  /** The charset named by a {@code <meta>} of the first bytes of an HTML page. */
  static Optional<String> ofMeta(String head) {
    return first(IN_META.matcher(COMMENT.matcher(head).replaceAll("")));
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
