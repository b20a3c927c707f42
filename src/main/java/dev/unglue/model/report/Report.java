package dev.unglue.model.report;

import java.util.List;

/**
 * All that a report says.
 *
 * @param version version of the form, raised when a reader of an older one would fail
 * @param limits how many rows are shown at most
 * @param run the run that left the store as it is
 * @param nights how each source fared in it
 * @param gate its verdict
 * @param totals how much the store holds
 * @param runs the last runs, the oldest first; also those that broke off or were skipped
 * @param rules the rules that were evaluated or whose flags stand, the worst first
 * @param flags the flags that rules and pages refer to, by rule
 * @param attributes the attributes of which a cell was seen, in the order of the catalogue
 * @param distributions the numbers that are believed, for the first attributes that have some
 * @param changes what the run has changed of what is believed
 * @param pages the pages with the most and gravest flags, the worst first
 * @param quarantine what could not be read
 * @param proofs the places in captures that rows refer to, by their ids
 */
public record Report(
    int version,
    ReportLimits limits,
    ReportRun run,
    List<NightLine> nights,
    Verdict gate,
    Totals totals,
    List<RunLine> runs,
    List<RuleLine> rules,
    List<FlagLine> flags,
    List<AttributeFill> attributes,
    List<Distribution> distributions,
    Changes changes,
    List<PageLine> pages,
    Shown<QuarantineLine> quarantine,
    List<Proof> proofs) {
  /** The version of the form that this code writes. */
  public static final int VERSION = 1;

  /** Copies the lists. */
  public Report {
    nights = List.copyOf(nights);
    runs = List.copyOf(runs);
    rules = List.copyOf(rules);
    flags = List.copyOf(flags);
    attributes = List.copyOf(attributes);
    distributions = List.copyOf(distributions);
    pages = List.copyOf(pages);
    proofs = List.copyOf(proofs);
  }

  /** The same with other proofs, which have the same ids. */
  public Report withProofs(List<Proof> others) {
    return new Report(
        version,
        limits,
        run,
        nights,
        gate,
        totals,
        runs,
        rules,
        flags,
        attributes,
        distributions,
        changes,
        pages,
        quarantine,
        others);
  }
}
