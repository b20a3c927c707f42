package dev.unglue.model.report;

import java.util.List;
import java.util.Map;

/**
 * A page with trouble.
 *
 * @param page the page
 * @param layouts layouts of its captures
 * @param flagsBySeverity flags that stand on it, by severity; silenced ones left out
 * @param ambiguous cells in doubt
 * @param unparsed cells that no reading fits
 * @param flags ids of the flags that are shown
 */
public record PageLine(
    String page,
    List<String> layouts,
    Map<String, Long> flagsBySeverity,
    long ambiguous,
    long unparsed,
    Shown<String> flags) {
  /** Copies the layouts. */
  public PageLine {
    layouts = List.copyOf(layouts);
  }
}
