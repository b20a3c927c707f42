package dev.unglue.split.open;

/** Takes note of features. */
interface FeatureSink {
  /**
   * So much of a feature is seen.
   *
   * @param feature its number, of {@link OpenFeatures}
   */
  void see(int feature, double amount);
}
