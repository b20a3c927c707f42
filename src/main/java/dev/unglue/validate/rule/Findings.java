package dev.unglue.validate.rule;

import dev.unglue.model.Flag;
import java.util.ArrayList;
import java.util.List;

/** Counts comparisons and collects flags while one rule looks at one input. */
public final class Findings {
  private final List<Flag> flags = new ArrayList<>();
  private long evaluated;

  /** Notes that one comparison could be made. */
  public void compared() {
    evaluated++;
  }

  /** Notes that {@code count} comparisons could be made. */
  public void compared(long count) {
    evaluated += count;
  }

  /** Adds what did not agree. */
  public void add(Flag flag) {
    flags.add(flag);
  }

  /** All of it. */
  public Outcome outcome() {
    return new Outcome(evaluated, flags);
  }
}
