package dev.unglue.model.report;

import java.util.List;

/**
 * The first rows of a list that may be long.
 *
 * @param <T> what a row is
 * @param all how many there are, at least as many as {@code rows}
 * @param rows those that are shown, in order
 */
public record Shown<T>(long all, List<T> rows) {
  /** Copies the rows. */
  public Shown {
    rows = List.copyOf(rows);
    if (all < rows.size()) {
      throw new IllegalArgumentException(
          "all: expected at least %d, found %d".formatted(rows.size(), all));
    }
  }

  /** How many are not shown. */
  public long leftOut() {
    return all - rows.size();
  }
}
