package dev.unglue.bench;

import dev.unglue.bench.fault.FaultResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the results down for readers of the documentation. */
final class BenchDoc {
  /** Name of the plot beside the document. */
  static final String PLOT = "reliability.svg";

  private static final String HEAD =
      """
      # Benchmark

      Written by `%s`. Not to be edited by hand; a test makes a smaller one again and compares.

      A generator makes whole comparison pages whose truth is known: title, sentences and four tables, with figures spread as real
      pages spread them. Names come from the closed lists of the configuration. Each list is parted: one half is known and the weights
      are learned from it, and only names of the other half stand on the pages. *Right*, *wrong*, *ambiguous* (left open with its
      candidates) and *unparsed* are shares of all cells. The other columns are what a user would try on the same rows: to cut at the
      first change of case or beginning of a number (*boundary*), or in the middle (*halves*).
      Tables of other sites are read by weights that are learned from bundled tables of many kinds, none of them theirs.

      Speed is measured by a command of its own: see [performance.md](performance.md).

      %d pages run together, %d in every dialect, a batch of %d subjects on %d pages each, seed %d.

      """;

  private static final String WHY =
      """
      ## Where it falls short, and why

      %sA name of one page alone is left open, or read wrong, mostly where names have a change of case within: nothing on the page tells
      `Service|NowExpress` from `ServiceNow|Express`, and a name that begins with a small letter (`eBay`) looks like the end of the name
      before. Where pages leave a cell empty and the layout drops it, the row is short: whose the rest is, is then open on purpose. All
      figures are those of generated pages: real ones hold faults that no generator foresees. The sentences are in wordings of our own,
      so what is read of them says little about other sites.

      """;

  private static final String RELIABLE =
      """
      ## Confidence

      The confidence of a reading is measured: for each attribute and method, how many readings of pages in a layout that runs cells
      together, or drops their sides, agree with the same page as HTML. With r right of n readings, and m the same of the method over
      all attributes (one right and one wrong added), it is (r + 10 m) / (n + 10), cut after four digits. It stands in
      `config/confidence.yaml`, made by `--calibrate config/confidence.yaml` from pages of which one half of the names is
      known and one cell in a hundred is empty. Below it is held against pages of other names. %s.

      ![Reliability plot](%s)

      """;

  private static final String FAULTS =
      """

      ## Planted faults

      By `--faults`, which alone prints this table. Into clean pages one fault is planted in each dialect in which it
      can be made, up to twice. *Found*: the rule speaks of the fault's subject and attribute with the values that were planted, and of
      nothing else. *No other rule*: none of warn or above speaks that does not on the clean page, but for `cross_page_value` beside its
      stricter siblings, the rules of doubt beside `ambiguity_rate_drift`, `split_impossible` beside `number_format`, and `label_lost`
      where a part of the page is gone. Faults of a value beyond its range are planted where cells stand apart: a layout that runs them
      together has no reading for them, and `split_impossible` or `split_ambiguous` says so. An unknown label is seen in layouts that
      keep rows apart. The last column counts flags of warn or above on %d pages without fault, a batch of subjects on 4 pages each, all
      dialects in turn. Their names are those of the lists, for a name that no list holds is rightly in doubt. `NoiseTest` holds the same
      of whole runs.

      """;

  private BenchDoc() {}

  /** The part of the document on planted faults. */
  static String faults(FaultResult result) {
    String[] parts = result.table().markdown().split("\n\n", 2);
    return FAULTS.formatted(result.cleanPages()) + parts[1].stripTrailing() + "\n";
  }

  /** The whole document. */
  static String markdown(
      BenchResult result, Reliability reliability, BenchSize size, String command) {
    StringBuilder text =
        new StringBuilder(
            HEAD.formatted(
                command, size.pages(), size.few(), size.subjects(), size.pagesEach(), size.seed()));
    result.tables().forEach(table -> text.append(table.markdown()));
    String missed = result.targets().stream().map(Target::shortfall).collect(Collectors.joining());
    text.append(WHY.formatted(missed.isEmpty() ? "" : missed + "\n"));
    text.append(RELIABLE.formatted(errors(reliability), PLOT));
    return text.append(reliability.table().markdown()).toString().stripTrailing() + "\n";
  }

  /** The calibration errors, in one sentence. */
  static String errors(Reliability reliability) {
    return String.format(
        Locale.ROOT,
        "Expected calibration error: %.4f over all readings, %.4f over those that were decided"
            + " between several (aimed at less than 0.02)",
        reliability.error(),
        reliability.decidedError());
  }

  /** The plot. */
  static String plot(Reliability reliability) {
    return ReliabilityPlot.svg(reliability);
  }
}
