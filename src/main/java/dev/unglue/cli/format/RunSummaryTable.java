package dev.unglue.cli.format;

import dev.unglue.cli.option.ShownPath;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.report.ReportFormat;
import dev.unglue.store.RejectedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table at the end of a run.
 *
 * @param summary what the run did
 * @param workingFolder paths below it are shown from there
 */
public record RunSummaryTable(RunSummary summary, Path workingFolder) {
  public List<String> lines() {
    TextTable table = TextTable.uncut();
    table.row("run", summary.runId() + ", " + summary.status());
    summary.nights().forEach(night -> table.row(night.source(), NightWords.verdict(night)));
    if (!summary.fetched().isEmpty()) {
      table.row("fetched", fetched());
    }
    table.row("pages", pages());
    CountWords.rows(table, summary.counts());
    Path database = Path.of(summary.database());
    if (isAnythingPublished()) {
      table.row("database", shown(database));
      table.row("CSVs", shown(Path.of(summary.csvFolder())));
    } else {
      table.row("database", StatusView.NONE_YET);
    }
    table.row("report", shown(database.resolveSibling(ReportFormat.HTML.file())));
    List<String> lines = new ArrayList<>(table.lines());
    List<String> missed = NightWords.missed(summary.nights());
    if (!missed.isEmpty()) {
      lines.add("");
      lines.addAll(missed);
    }
    if (!summary.reasons().isEmpty()) {
      lines.add("");
      lines.addAll(closed());
    }
    return lines;
  }

  /** What the gate has not let pass, where to look, and how to publish it all the same. */
  private List<String> closed() {
    Path rejected = Path.of(summary.database()).resolveSibling("work").resolve(RejectedStore.NAME);
    List<String> lines = new ArrayList<>();
    lines.add(
        summary.isPublished()
            ? "The gate is closed for some sources, whose last good data stay:"
            : isAnythingPublished()
                ? "The gate is closed, nothing was published; the last publish stays:"
                : "The gate is closed, nothing was published:");
    summary.reasons().forEach(reason -> lines.addAll(WrappedText.lines("  " + reason, 4)));
    lines.add("Look at v_flag and v_observation in " + shown(rejected) + ";");
    lines.add("unglue publish --force " + summary.runId() + " publishes it all the same.");
    return lines;
  }

  private boolean isAnythingPublished() {
    return summary.isPublished() || Files.exists(Path.of(summary.database()));
  }

  private String shown(Path path) {
    return ShownPath.shown(path, workingFolder);
  }

  private String fetched() {
    Map<String, Long> counts = new LinkedHashMap<>();
    summary.fetched().forEach((outcome, count) -> counts.put(outcome.id(), count));
    return CountWords.sum(counts);
  }

  private String pages() {
    return "%s found: %s read, %s known already, %s failed"
        .formatted(
            CountWords.number(summary.pages().found()),
            CountWords.number(summary.pages().read()),
            CountWords.number(summary.pages().unchanged()),
            CountWords.number(summary.pages().failed()));
  }
}
