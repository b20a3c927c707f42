package dev.unglue.extract.html;

/** How often the cells of a page may be repeated because they span columns or rows. */
final class SpanBudget {
  /**
   * More than the widest tables of real pages need; beyond it the spans are a mistake or a trap.
   */
  static final int MOST_REPEATS = 1_000_000;

  private int left = MOST_REPEATS;

  /** Takes so many repeats; false, and nothing is taken, where fewer are left. */
  boolean take(int repeats) {
    if (repeats > left) {
      return false;
    }
    left -= repeats;
    return true;
  }
}
