package dev.unglue.validate.shape;

import dev.unglue.model.ParsedPage;
import dev.unglue.model.RowDecision;
import java.util.List;

/**
 * A page beside what people have decided of it.
 *
 * @param page the page as read
 * @param decisions those on the page, its content or any subject; may be empty
 */
public record DecidedPage(ParsedPage page, List<RowDecision> decisions) {
  /** Copies the decisions. */
  public DecidedPage {
    decisions = List.copyOf(decisions);
  }
}
