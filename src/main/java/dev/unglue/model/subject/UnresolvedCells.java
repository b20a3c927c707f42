package dev.unglue.model.subject;

import java.util.List;

/**
 * A row of one page whose joined text has several readings.
 *
 * @param capture key of the capture, where it was kept one for all captures that read the same;
 *     rows of one capture say nothing of each other
 * @param text the joined text: the same text of the same subject says nothing new
 * @param subjects slugs of the subjects of its columns, in order
 * @param options the readings that its own page leaves likely; at least one
 */
public record UnresolvedCells(
    String capture, String text, List<String> subjects, List<Option> options) {

  /**
   * One reading.
   *
   * @param cells keys of the cells, one a column; empty for the missing mark
   * @param weight what its own page says of it: the logarithm of how likely it is, up to a constant
   *     that all readings of the row share
   */
  public record Option(List<String> cells, double weight) {
    /** Copies the cells. */
    public Option {
      cells = List.copyOf(cells);
    }
  }

  /** Copies the lists and checks that there is something to choose from. */
  public UnresolvedCells {
    subjects = List.copyOf(subjects);
    options = List.copyOf(options);
    if (options.isEmpty()) {
      throw new IllegalArgumentException("open row \"" + text + "\": expected a reading");
    }
  }
}
