package dev.unglue.model.report;

import java.util.List;

/**
 * Whether what the run has left may be published.
 *
 * @param open true if nothing speaks against it
 * @param forced true if somebody has published it against the verdict
 * @param reasons why the gate is closed; empty where it is open
 */
public record Verdict(boolean open, boolean forced, List<Reason> reasons) {
  /** Copies the reasons. */
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /**
   * A reason.
   *
   * @param check what was checked, for example {@code error_rate}
   * @param scope the source; empty for the store as a whole
   * @param attribute id of the attribute; empty where it is about none
   * @param expected the limit
   * @param actual what was found
   * @param message one sentence for people
   */
  public record Reason(
      String check,
      String scope,
      String attribute,
      String expected,
      String actual,
      String message) {}
}
