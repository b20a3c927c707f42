package dev.unglue.model.page;

/**
 * Counts the {@link Cost} of one page while it is read. It is passed along to where the work is
 * done; one thread fills one of them.
 */
public final class Steps {
  /** Counts nothing, for those who do not ask. */
  public static final Steps NONE = new Steps(false);

  private final boolean counts;
  private final long[] steps = new long[Cost.Kind.values().length];

  private Steps(boolean counts) {
    this.counts = counts;
  }

  /** A counter for one page. */
  public static Steps ofOnePage() {
    return new Steps(true);
  }

  /** Adds steps. Inner loops call it: it is one addition. */
  public void add(Cost.Kind kind, long number) {
    if (counts) {
      steps[kind.place()] += number;
    }
  }

  /** How many of a kind were counted so far; 0 where nothing is counted. */
  public long of(Cost.Kind kind) {
    return steps[kind.place()];
  }

  /** What was counted, for a page of so many characters. */
  public Cost cost(long characters) {
    return Cost.of(characters, steps);
  }
}
