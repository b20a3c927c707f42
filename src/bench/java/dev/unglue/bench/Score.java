package dev.unglue.bench;

import java.util.Locale;

/**
 * What became of so many things.
 *
 * @param right read as they are
 * @param wrong read as something else
 * @param ambiguous left open
 * @param unparsed not read at all
 */
record Score(long right, long wrong, long ambiguous, long unparsed) {
  /** Nothing was seen. */
  static final Score NONE = new Score(0, 0, 0, 0);

  /** This and one more. */
  Score plus(ReadOutcome outcome) {
    return switch (outcome) {
      case RIGHT -> new Score(right + 1, wrong, ambiguous, unparsed);
      case WRONG -> new Score(right, wrong + 1, ambiguous, unparsed);
      case AMBIGUOUS -> new Score(right, wrong, ambiguous + 1, unparsed);
      case UNPARSED -> new Score(right, wrong, ambiguous, unparsed + 1);
    };
  }

  /** Both together. */
  Score plus(Score other) {
    return new Score(
        right + other.right,
        wrong + other.wrong,
        ambiguous + other.ambiguous,
        unparsed + other.unparsed);
  }

  /** How many there are. */
  long all() {
    return right + wrong + ambiguous + unparsed;
  }

  /** The share of {@code part} in percent with two digits; empty where there is nothing. */
  String percent(long part) {
    return all() == 0 ? "" : String.format(Locale.ROOT, "%.2f %%", 100.0 * part / all());
  }
}
