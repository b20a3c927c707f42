package dev.unglue.model.subject;

import java.util.List;

/**
 * Pages that compare the same set of subjects, in whatever order each of them has.
 *
 * @param pages the latest capture of each page and layout, in an order that does not depend on the
 *     run
 */
public record PageGroup(List<GroupedPage> pages) {
  /** Copies the pages. */
  public PageGroup {
    pages = List.copyOf(pages);
  }
}
