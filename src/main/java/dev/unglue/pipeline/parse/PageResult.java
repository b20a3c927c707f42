package dev.unglue.pipeline.parse;

import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.ParsedPage;
import java.util.List;

/**
 * What one parse job gives.
 *
 * @param page all that was read
 * @param flags what the rules that need one page say of it
 * @param cost what reading and checking it cost, in steps
 */
public record PageResult(ParsedPage page, List<Flag> flags, Cost cost) {
  /** Copies the flags. */
  public PageResult {
    flags = List.copyOf(flags);
  }
}
