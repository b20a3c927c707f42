package dev.unglue.split.evidence;

/**
 * How much one source of evidence says: learned weights, logarithms of how much likelier a true
 * cell is to be so than a cell of another reading.
 *
 * @param agrees weight of a cell that agrees with the source
 * @param differs weight of a cell that does not; as a rule negative
 */
public record EvidenceWeights(double agrees, double differs) {
  /** The weight of a cell. */
  public double of(boolean agreeing) {
    return agreeing ? agrees : differs;
  }
}
