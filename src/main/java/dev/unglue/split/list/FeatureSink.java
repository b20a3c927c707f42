package dev.unglue.split.list;

/** Takes note of features. */
interface FeatureSink {
  /**
   * So much of a feature is seen.
   *
   * @param feature its number, of {@link ListFeatures}
   */
  void see(int feature, double amount);
}
