package dev.unglue.validate.rule;

import dev.unglue.model.page.Flag;
import java.util.List;

/**
 * What a rule found in one input.
 *
 * @param evaluated number of comparisons it could make; 0 means that it had no input
 * @param flags what did not agree, in the order of the input
 */
public record Outcome(long evaluated, List<Flag> flags) {
  /** Copies the flags. */
  public Outcome {
    flags = List.copyOf(flags);
  }
}
