package dev.unglue.bench;

/** Counts cells of true and of other readings that agree with a source, and that do not. */
final class LikelihoodRatio {
  // StrictMath: the weights are to be the same to the last digit on every machine.
  private final double[] truth = new double[2];
  private final double[] other = new double[2];

  void add(boolean isTrue, double agreeing, double differing) {
    double[] cells = isTrue ? truth : other;
    cells[0] += agreeing;
    cells[1] += differing;
  }

  /** Logarithm of how much likelier a true cell is to agree than another, to three digits. */
  double agrees() {
    return rounded(StrictMath.log(share(truth, 0) / share(other, 0)));
  }

  /** Logarithm of how much likelier a true cell is to differ than another, to three digits. */
  double differs() {
    return rounded(StrictMath.log(share(truth, 1) / share(other, 1)));
  }

  /** The rule of succession: one cell of each kind more than were seen. */
  private static double share(double[] cells, int kind) {
    return (cells[kind] + 1) / (cells[0] + cells[1] + 2);
  }

  private static double rounded(double weight) {
    return Math.round(weight * 1000) / 1000.0;
  }
}
