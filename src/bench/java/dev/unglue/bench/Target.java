package dev.unglue.bench;

import java.util.List;
import java.util.Locale;

/**
 * What is aimed at, and what was measured.
 *
 * @param what what is measured
 * @param score what came out; empty where it was not measured
 * @param least least share that is to be right, in percent
 * @param most most that may be wrong, in percent
 */
record Target(String what, Score score, double least, double most) {
  /** True if both were reached. */
  boolean isMet() {
    return score.all() > 0
        && 100.0 * score.right() >= least * score.all()
        && 100.0 * score.wrong() <= most * score.all();
  }

  List<String> row() {
    return List.of(
        what,
        score.percent(score.right()),
        score.percent(score.wrong()),
        String.format(Locale.ROOT, "≥ %s %%, ≤ %s %%", plain(least), plain(most)),
        score.all() == 0 ? "not measured" : isMet() ? "yes" : "no");
  }

  /** One sentence on what is missing; empty where nothing is. */
  String shortfall() {
    if (isMet() || score.all() == 0) {
      return "";
    }
    return "- %s: %d of %d right, %d wrong, %d left open, %d not read; aimed at %s %% right and at most %s %% wrong.\n"
        .formatted(
            what,
            score.right(),
            score.all(),
            score.wrong(),
            score.ambiguous(),
            score.unparsed(),
            plain(least),
            plain(most));
  }

  private static String plain(double percent) {
    return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
  }
}
