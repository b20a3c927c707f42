package dev.unglue.model.value;

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

  /** The subject of that name, its slug made from the name. */
  public static Subject named(String name) {
    return new Subject(name, slugOf(name));
  }

  /** The natural key of a name: {@code "Cook/Dietary Aide"} gives {@code "cook-dietary-aide"}. */
  public static String slugOf(String name) {
    String lower = withoutMarks(name).toLowerCase(Locale.ROOT);
    String spoken = lower.replace("+", " plus ").replace("#", " sharp ");
    StringBuilder slug = new StringBuilder(spoken.length());
    boolean gap = false;
    for (int i = 0; i < spoken.length(); i += Character.charCount(spoken.codePointAt(i))) {
      int c = spoken.codePointAt(i);
      if (isLetterOrNumber(c)) {
        slug.append(gap && !slug.isEmpty() ? "-" : "").appendCodePoint(c);
        gap = false;
      } else {
        gap |= c != '\'' && c != '’';
      }
    }
    return slug.isEmpty() ? "unnamed" : slug.toString();
  }

  /** Without accents; most names have none, and then nothing needs to be taken apart. */
  private static String withoutMarks(String name) {
    return name.chars().allMatch(c -> c < 0x80)
        ? name
        : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
