package dev.unglue.split.open.piece;

import java.util.Set;

/** Words that alone are a cell, in English and small letters: no value, a choice, an outcome. */
final class ShortWords {
  /** None of them has more characters. */
  static final int LONGEST = 9;

  private static final Set<String> MARKS =
      Set.of("n/a", "na", "tba", "tbd", "?", "--", "---", "----", "none", "…", "...");
  private static final Set<String> CHOICES =
      Set.of(
          ("yes no ✓ ✗ ✔ ✘ true false won lost win loss draw drawn tie tied nominated "
                  + "pending runner-up winner free")
              .split(" "));

  private static final Set<String> OUTCOMES =
      Set.of("won", "lost", "win", "loss", "nominated", "pending", "runner-up", "winner");

  private ShortWords() {}

  /** True for what says that there is no value. */
  static boolean isMark(String word) {
    return MARKS.contains(word);
  }

  /** True for one of a few answers that a column may give. */
  static boolean isChoice(String word) {
    return CHOICES.contains(word);
  }

  /** True for how something ended; behind other words it mostly is a cell of its own. */
  static boolean isOutcome(String word) {
    return OUTCOMES.contains(word);
  }
}
