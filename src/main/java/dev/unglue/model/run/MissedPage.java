package dev.unglue.model.run;

/**
 * A page that was planned and not received.
 *
 * @param page its address, or the file
 * @param outcome {@code failed}, {@code blocked}, {@code truncated}, {@code gone} or {@code
 *     forbidden}
 * @param reason why, for people; empty where the outcome says all
 */
public record MissedPage(String page, String outcome, String reason) {
  /** All as one sentence; a reason that names its page already is left to do so. */
  public String sentence() {
    String file = page.replaceAll("#\\d+$", "");
    return reason.contains(file) ? why() : page + " " + why();
  }

  /** Both as one: {@code failed: HTTP 500}. */
  public String why() {
    if (reason.isEmpty()) {
      return outcome;
    }
    return reason.startsWith(outcome) ? reason : outcome + ": " + reason;
  }
}
