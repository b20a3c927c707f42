package dev.unglue.split.open.feature;

import java.util.List;

/**
 * A place where one cell may end and the next begin.
 *
 * @param end one past the last character of the cell before
 * @param next first character of the cell after; equal to {@code end} where nothing parts them
 * @param seen the features of what stands around it
 */
public record CutPoint(int end, int next, List<String> seen) {
  /** Copies the list. */
  public CutPoint {
    seen = List.copyOf(seen);
  }

  /** Notes its features. */
  public void see(FeatureCollector traits) {
    seen.forEach(traits::see);
  }
}
