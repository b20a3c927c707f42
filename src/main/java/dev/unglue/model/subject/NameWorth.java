package dev.unglue.model.subject;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which of the names that pages print for one subject it is called by, whatever came first. */
public final class NameWorth {
  /**
   * The best name last: in mixed case before all capitals or none, with more capitals, longer (so
   * with its punctuation), and then simply the greater one.
   */
  public static final Comparator<String> BY_WORTH =
      Comparator.comparing(NameWorth::isMixedCase)
          .thenComparing(NameWorth::capitals)
          .thenComparing(String::length)
          .thenComparing(Comparator.naturalOrder());

  private NameWorth() {}

  /**
   * The name that most pages print, of several the best.
   *
   * @param pages by name, how many pages print it
   */
  public static Optional<String> mostPrinted(Map<String, Long> pages) {
    return pages.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey, BY_WORTH))
        .map(Map.Entry::getKey);
  }

  private static boolean isMixedCase(String name) {
    return capitals(name) > 0 && name.codePoints().anyMatch(Character::isLowerCase);
  }

  private static long capitals(String name) {
    return name.codePoints().filter(Character::isUpperCase).count();
  }
}
