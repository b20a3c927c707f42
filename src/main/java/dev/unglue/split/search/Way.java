package dev.unglue.split.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to cut a row, or its beginning. Ways share their beginnings, and none is weighed before
 * it is asked for its weight: most rows have so few that nothing needs to choose among them.
 *
 * @param <C> a cell
 */
public final class Way<C> {
  private final @Nullable Way<C> before;
  private final Step<C> last;
  private final int size;
  private double weight = Double.NaN;

  /** A way whose last cell is that of a step. */
  Way(@Nullable Way<C> before, Step<C> last) {
    this.before = before;
    this.last = last;
    this.size = before == null ? 1 : before.size + 1;
  }

  /** Number of its cells. */
  public int size() {
    return size;
  }

  /** The sum of what its cells weigh. */
  public double weight() {
    if (Double.isNaN(weight)) {
      weight = last.weightBehind(before);
    }
    return weight;
  }

  /** Its last cell. */
  C last() {
    return last.cell;
  }

  /** Its cells, in order. */
  @SuppressWarnings("unchecked") // each of them is a cell
  public List<C> cells() {
    Object[] cells = new Object[size];
    Way<C> way = this;
    for (int i = size - 1; i >= 0 && way != null; i--) {
      cells[i] = way.last.cell;
      way = way.before;
    }
    return (List<C>) Arrays.asList(cells);
  }

  /** The places at which its cells begin, and the one behind the last. */
  public int[] places() {
    int[] places = new int[size + 1];
    Way<C> way = this;
    for (int i = size; i > 0 && way != null; i--) {
      places[i] = way.last.next;
      way = way.before;
    }
    return places;
  }

  /** A cell in a column: what it weighs by itself is the same in all ways that have it. */
  static final class Step<C> {
    private final CellScorer<C> scorer;
    private final int column;
    private final C cell;
    final int start;
    final int next;
    private double alone = Double.NaN;
    private @Nullable C asked;
    private double pair;

    Step(CellScorer<C> scorer, int column, C cell, int start, int next) {
      this.scorer = scorer;
      this.column = column;
      this.cell = cell;
      this.start = start;
      this.next = next;
    }

    double weightBehind(@Nullable Way<C> before) {
      if (Double.isNaN(alone)) {
        alone = scorer.cell(column, cell, next);
      }
      return before == null ? alone : before.weight() + alone + besides(before.last());
    }

    /** What it weighs behind another cell; ways that end with the same one follow each other. */
    private double besides(C left) {
      if (left != asked) {
        asked = left;
        pair = scorer.pair(column, left, cell);
      }
      return pair;
    }
  }
}
