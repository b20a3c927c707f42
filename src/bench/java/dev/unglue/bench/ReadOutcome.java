package dev.unglue.bench;

import java.util.Locale;

/** What became of one thing that a page truly says. */
enum ReadOutcome {
  /** Read as it is. */
  RIGHT,
  /** Read as something else. */
  WRONG,
  /** Left open, with its candidates. */
  AMBIGUOUS,
  /** Not read at all. */
  UNPARSED;

  /** The name that is written out, lower case. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
