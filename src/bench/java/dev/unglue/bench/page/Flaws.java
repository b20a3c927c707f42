package dev.unglue.bench.page;

/**
 * What is wrong with generated pages; none of it is wrong with the truth that they come with.
 *
 * @param emptyCells share of the cells of single pages that hold nothing at all, 0..1; what does
 *     not keep sides then prints short rows
 * @param disagreement share of the figures that a page prints twice, or that follow from each
 *     other, which do not agree, and of figures that are unusual, 0..1
 */
public record Flaws(double emptyCells, double disagreement) {
  /** Each cell has at least a missing mark, and all figures agree. */
  public static final Flaws NONE = new Flaws(0, 0);
}
