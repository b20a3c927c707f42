package dev.unglue.model.report;

import java.util.List;
import java.util.Map;

/**
 * How a rule fares.
 *
 * @param id of the rule
 * @param title for people; the id where none is known
 * @param severity the one in force, lower case; single flags may be graded otherwise
 * @param status {@code passed}, {@code failed}, {@code raised} (the rule itself broke), {@code
 *     not_evaluated} (nothing to compare), or {@code off} (flags stand of a rule that is no longer
 *     evaluated)
 * @param missed true if a flag stands that the rule could not be evaluated
 * @param evaluatedIn the run that the status and the next two are of; 0 for none
 * @param evaluated how often it compared something
 * @param failed how often that did not agree
 * @param standing flags that stand, by severity; silenced ones left out
 * @param fresh of those, new since the run
 * @param silenced flags that stand and that the configuration silences
 * @param trend flags that stood after each of {@link Report#runs}
 * @param flags ids of the flags that are shown
 */
public record RuleLine(
    String id,
    String title,
    String severity,
    String status,
    boolean missed,
    long evaluatedIn,
    long evaluated,
    long failed,
    Map<String, Long> standing,
    long fresh,
    long silenced,
    List<Long> trend,
    Shown<String> flags) {
  /** Copies the trend. */
  public RuleLine {
    trend = List.copyOf(trend);
  }
}
