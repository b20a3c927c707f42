package dev.unglue.text;

/**
 * Characters that show nothing and part nothing: a reader of the page does not know that they are
 * there, so no word, number or name may depend on them.
 *
 * <p>These are the soft hyphen (U+00AD), the zero-width space (U+200B), the marks, embeddings and
 * isolates of direction (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+206F), the Mongolian
 * vowel separator (U+180E), the word joiner and the invisible operators (U+2060 to U+2064), and the
 * zero-width no-break space that also is the byte order mark (U+FEFF). The zero-width joiner and
 * non-joiner (U+200D, U+200C) are none of them: they change how the letters beside them look.
 */
public final class InvisibleCharacters {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private InvisibleCharacters() {}

  /** True for a character that nobody sees. */
  public static boolean is(char c) {
    if (c < '\u2000') {
      return c == '\u00ad' || c == '\u061c' || c == '\u180e';
    }
    return c == '\u200b'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f' && c != '\u2065')
        || c == BYTE_ORDER_MARK;
  }

  /** True if a text holds one. */
  public static boolean in(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (is(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The content of a file, without the byte order mark that some editors put before it. */
  public static String withoutByteOrderMark(String content) {
    return !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK
        ? content.substring(1)
        : content;
  }
}
