package dev.unglue.split.search;

/**
 * Weighs the cells of a row: logarithms of how much likelier they are than others, which are added
 * up.
 *
 * @param <C> a cell
 */
public interface CellScorer<C> {
  /**
   * The weight of a cell by itself.
   *
   * @param column its column, from 0
   * @param next the place behind it
   */
  double cell(int column, C cell, int next);

  /**
   * What two cells beside each other weigh besides.
   *
   * @param column that of the right one, from 1
   */
  double pair(int column, C left, C right);
}
