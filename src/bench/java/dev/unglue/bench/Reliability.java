package dev.unglue.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Confidence beside what was seen: of all readings that claim 0.97, how many are right?
 *
 * @param bins readings of like confidence, the lowest first
 * @param error expected calibration error: the mean distance between claim and share, over all
 *     readings, 0..1
 * @param decidedError the same over readings that were decided between several, each attribute and
 *     method by itself, so that nothing evens out
 */
record Reliability(List<ConfidenceBin> bins, double error, double decidedError) {
  /** Upper ends of the bins: finer where nearly all readings lie. */
  private static final double[] ENDS = {
    0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999, 1
  };

  /** Copies the bins. */
  Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * What one attribute and method claim, and how often they are right.
   *
   * @param decided true if the reading was decided between several
   * @param confidence what is claimed, 0..1
   * @param right readings that are right
   * @param of all readings
   */
  record MethodClaim(boolean decided, double confidence, long right, long of) {}

  /**
   * Readings of like confidence.
   *
   * @param claimed their mean confidence, 0..1
   * @param seen the share that is right, 0..1
   * @param of how many there are
   */
  record ConfidenceBin(double claimed, double seen, long of) {}

  static Reliability of(List<MethodClaim> claims) {
    List<ConfidenceBin> bins = new ArrayList<>();
    double least = 0;
    for (double end : ENDS) {
      double from = least;
      List<MethodClaim> inside =
          claims.stream()
              .filter(claim -> claim.of() > 0)
              .filter(claim -> claim.confidence() > from || from == 0)
              .filter(claim -> claim.confidence() <= end)
              .toList();
      if (!inside.isEmpty()) {
        bins.add(bin(inside));
      }
      least = end;
    }
    bins.sort(Comparator.comparingDouble(ConfidenceBin::claimed));
    long all = claims.stream().mapToLong(MethodClaim::of).sum();
    double error =
        bins.stream().mapToDouble(bin -> bin.of() * Math.abs(bin.claimed() - bin.seen())).sum();
    return new Reliability(bins, all == 0 ? 0 : error / all, decidedError(claims));
  }

  private static double decidedError(List<MethodClaim> claims) {
    List<MethodClaim> decided = claims.stream().filter(MethodClaim::decided).toList();
    long of = decided.stream().mapToLong(MethodClaim::of).sum();
    double error =
        decided.stream()
            .mapToDouble(claim -> Math.abs(claim.of() * claim.confidence() - claim.right()))
            .sum();
    return of == 0 ? 0 : error / of;
  }

  private static ConfidenceBin bin(List<MethodClaim> claims) {
    long of = claims.stream().mapToLong(MethodClaim::of).sum();
    double claimed = claims.stream().mapToDouble(claim -> claim.of() * claim.confidence()).sum();
    long right = claims.stream().mapToLong(MethodClaim::right).sum();
    return new ConfidenceBin(claimed / of, (double) right / of, of);
  }

  /** The bins as a table. */
  ResultTable table() {
    List<List<String>> rows =
        bins.stream()
            .map(
                bin ->
                    List.of(
                        String.format(Locale.ROOT, "%.4f", bin.claimed()),
                        String.format(Locale.ROOT, "%.4f", bin.seen()),
                        String.valueOf(bin.of())))
            .toList();
    return new ResultTable(
        "Reliability: confidence beside what was seen",
        List.of("claimed", "right", "readings"),
        rows);
  }
}
