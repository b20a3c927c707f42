package dev.unglue.bench.page;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws from the distributions that real pages showed.
 *
 * @param random where the chance comes from
 */
record Sampler(RandomGenerator random) {
  /** True in so many cases, 0..1. */
  boolean in(double share) {
    return random.nextDouble() < share;
  }

  /** One of them, each as likely as the others. */
  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of them, the first {@code weights[0]} parts of all times, and so on. */
  <T> T oneOf(List<T> all, int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    int at = 0;
    while (left >= weights[at]) {
      left -= weights[at++];
    }
    return all.get(at);
  }

  /** A whole number, both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** A bell around {@code mean}, cut off at both ends. */
  int around(double mean, double spread, int least, int most) {
    long drawn = Math.round(mean + spread * random.nextGaussian());
    return (int) Math.max(least, Math.min(most, drawn));
  }

  /** A bell over the sizes: half of all lie below {@code median}. */
  long sized(double median, double spread, long least, long most) {
    long drawn = Math.round(median * StrictMath.exp(spread * random.nextGaussian()));
    return Math.max(least, Math.min(most, drawn));
  }
}
