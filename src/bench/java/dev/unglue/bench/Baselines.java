package dev.unglue.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user would try: to cut at a change of case or at a number, or in the middle. */
final class Baselines {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d.)%])(?=\\p{Lu})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\$)|(?<=%)(?=[-\\d])");

  private Baselines() {}

  /** Cuts where a capital follows a small letter or a digit, or a number or an amount begins. */
  static List<String> boundary(String text) {
    Matcher change = BOUNDARY.matcher(text);
    return change.find()
        ? List.of(text.substring(0, change.start()), text.substring(change.start()))
        : List.of();
  }

  /** Cuts in the middle. */
  static List<String> halves(String text) {
    int middle = text.length() / 2;
    return List.of(text.substring(0, middle), text.substring(middle));
  }
}
