package dev.unglue.split.search;

import java.util.function.IntToDoubleFunction;

/** How likely each reading of a row is among all, by the logarithms that speak for them. */
public final class Probabilities {
  private Probabilities() {}

  /**
   * The probabilities of so many readings, each 0..1.
   *
   * @param readings their number, 1 or more
   * @param weight of each of them, the first the largest
   * @param besides how much likelier than the first all is that is none of them, 0 or more
   */
  public static double[] of(int readings, IntToDoubleFunction weight, double besides) {
    double[] chances = new double[readings];
    double total = 0;
    for (int i = 0; i < readings; i++) {
      // StrictMath: the same digits on every machine
      chances[i] = StrictMath.exp(weight.applyAsDouble(i) - weight.applyAsDouble(0));
      total += chances[i];
    }
    total += besides;
    for (int i = 0; i < readings; i++) {
      chances[i] /= total;
    }
    return chances;
  }
}
