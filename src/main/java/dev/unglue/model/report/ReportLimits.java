package dev.unglue.model.report;

/**
 * How many rows a report shows at most, each 1 or more; so it stays one file that opens at once,
 * however much is stored.
 *
 * @param runs runs of the past
 * @param flagsARule flags of one rule
 * @param flagsAPage flags of one of the worst pages
 * @param cellsAState cells of one attribute and one state
 * @param distributions attributes whose numbers are drawn
 * @param factsABin facts of one bar of a distribution
 * @param outliers outliers of one attribute at each end
 * @param changes changed facts
 * @param pages worst pages
 * @param quarantined rows and inputs in quarantine
 */
public record ReportLimits(
    int runs,
    int flagsARule,
    int flagsAPage,
    int cellsAState,
    int distributions,
    int factsABin,
    int outliers,
    int changes,
    int pages,
    int quarantined) {
  /** What suits a person who reads on a screen. */
  public static ReportLimits usual() {
    return new ReportLimits(30, 20, 10, 6, 12, 5, 5, 25, 12, 20);
  }
}
