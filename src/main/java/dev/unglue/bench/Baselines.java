package dev.unglue.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user would try: to cut at a change of case or at a digit, or in the middle. */
final class Baselines {
  private static final Pattern CASE_CHANGE =
      Pattern.compile("(?<=[\\p{Ll}\\d.)])(?=\\p{Lu})|(?<=\\p{L})(?=\\d)");

  private Baselines() {}

  /** Cuts at the first small letter, digit, dot or bracket that a capital follows. */
  static List<String> caseChange(String text) {
    Matcher change = CASE_CHANGE.matcher(text);
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
