package dev.unglue.reconcile;

import java.util.List;
import java.util.Map;

/**
 * How much other pages of a subject say of its cells: learned weights, logarithms of how much
 * likelier a true cell is to be so than a cell of another reading.
 *
 * @param agrees a certain cell of another page confirms it
 * @param differs a certain cell of another page contradicts it; negative
 * @param possible another page's open row can hold it
 * @param impossible another page's open row cannot hold it; negative
 */
public record PageTrust(double agrees, double differs, double possible, double impossible) {
  /** The source that certain cells are. */
  public static final String CERTAIN = "other_pages";

  /** The source that open rows are. */
  public static final String OPEN = "open_rows";

  /** The sources whose weights are learned. */
  public static final List<String> LEARNED = List.of(CERTAIN, OPEN);

  /** The trust that was learned; none where it never was. */
  public static PageTrust of(Map<String, Double> weights) {
    return new PageTrust(
        weights.getOrDefault(CERTAIN + ".agrees", 0.0),
        weights.getOrDefault(CERTAIN + ".differs", 0.0),
        weights.getOrDefault(OPEN + ".agrees", 0.0),
        weights.getOrDefault(OPEN + ".differs", 0.0));
  }
}
