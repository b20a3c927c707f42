package dev.unglue.model;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a page tells about: an occupation, a phone, a college.
 *
 * @param name as the page's header prints it
 * @param slug natural key: lower case, everything but letters and digits as one hyphen
 */
public record Subject(String name, String slug) {
  /** The subject of that name, its slug made from the name. */
  public static Subject named(String name) {
    return new Subject(name, slugOf(name));
  }

  /** The natural key of a name: {@code "Cook/Dietary Aide"} gives {@code "cook-dietary-aide"}. */
  public static String slugOf(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String slug =
        plain
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replace("+", " plus ")
            .replace("#", " sharp ")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "unnamed" : slug;
  }
}
