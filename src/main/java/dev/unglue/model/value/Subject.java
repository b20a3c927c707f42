package dev.unglue.model.value;

import dev.unglue.text.Footnotes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a page tells about: an occupation, a phone, a college.
 *
 * @param name as the page's header prints it
 * @param slug natural key: lower case, everything but letters and digits as one hyphen
 */
public record Subject(String name, String slug) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** The subject of that name without the marks of footnotes, its slug made from the name. */
  public static Subject named(String printed) {
    String name = printed.substring(0, Footnotes.start(printed));
    return new Subject(name, slugOf(name));
  }

  /** The natural key of a name: {@code "Cook/Dietary Aide"} gives {@code "cook-dietary-aide"}. */
  public static String slugOf(String name) {
    String plain = isAscii(name) ? name : withoutMarks(name);
    StringBuilder slug = new StringBuilder(plain.length() + 8);
    boolean gap = false;
    int c;
    for (int i = 0; i < plain.length(); i += Character.charCount(c)) {
      c = plain.codePointAt(i);
      c = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
      if (c == '+' || c == '#') {
        separate(slug, true).append(c == '+' ? "plus" : "sharp");
        gap = true;
      } else if (isLetterOrNumber(c)) {
        separate(slug, gap).appendCodePoint(c);
        gap = false;
      } else {
        gap |= c != '\'' && c != '’';
      }
    }
    return slug.isEmpty() ? "unnamed" : slug.toString();
  }

  private static StringBuilder separate(StringBuilder slug, boolean gap) {
    return gap && !slug.isEmpty() ? slug.append('-') : slug;
  }

  /** In lower case, without accents; most names have none, and then nothing is taken apart. */
  private static String withoutMarks(String name) {
    return MARKS
        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrNumber(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
