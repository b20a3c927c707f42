package dev.unglue.bench;

/**
 * How much is measured.
 *
 * @param seed from which all chance is drawn
 * @param pages pages that are read run together
 * @param few pages that are read in every dialect
 * @param calibrated pages on which the confidence is measured
 * @param subjects subjects of the batch
 * @param pagesEach pages of the batch on which each of them stands; an even number
 */
record BenchSize(long seed, int pages, int few, int calibrated, int subjects, int pagesEach) {
  /** The size of the published results, from another seed and with another number of pages. */
  static BenchSize of(long seed, int pages) {
    return new BenchSize(seed, pages, Math.min(pages, 60), Math.min(pages, 200), 60, 4);
  }
}
