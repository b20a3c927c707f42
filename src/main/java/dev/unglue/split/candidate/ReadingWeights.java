package dev.unglue.split.candidate;

import java.util.List;

/** Weighs readings as they grow by one cell after the other. */
@FunctionalInterface
public interface ReadingWeights {
  /**
   * What each source says of a reading; its weight is their sum.
   *
   * @param before what each said of all cells but the last; empty for the reading of one cell
   */
  double[] of(List<Cell> reading, double[] before);
}
