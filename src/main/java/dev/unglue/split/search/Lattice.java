package dev.unglue.split.search;

/**
 * The cells that a row may have, each between two places: from 0, where the row begins, to the last
 * place, where it ends.
 *
 * @param <C> a cell
 */
public interface Lattice<C> {
  /** Any number of columns may be behind a cell. */
  int ANY = -1;

  /** The last place. */
  int end();

  /**
   * Tells the cells that may begin at a place, in the order of where they end.
   *
   * @param start a place before the last
   * @param after number of columns behind the cell's own; where there is none a cell reaches the
   *     last place; {@link #ANY} where their number is open
   * @param cells is told of each of them
   */
  void from(int start, int after, Cells<C> cells);

  /**
   * Is told of cells.
   *
   * @param <C> a cell
   */
  @FunctionalInterface
  interface Cells<C> {
    /**
     * A cell that may stand there.
     *
     * @param next the place behind it, at which the next one begins
     */
    void found(C cell, int next);
  }
}
