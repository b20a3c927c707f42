package dev.unglue.cli.format;

import dev.unglue.cli.option.ShownPath;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.report.ReportFormat;
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
    if (!summary.fetched().isEmpty()) {
      table.row("fetched", fetched());
    }
    table.row("pages", pages());
    CountWords.rows(table, summary.counts());
    Path database = Path.of(summary.database());
    table.row("database", shown(database));
    table.row("CSVs", shown(Path.of(summary.csvFolder())));
    table.row("report", shown(database.resolveSibling(ReportFormat.HTML.file())));
    List<String> lines = new ArrayList<>(table.lines());
    if (!summary.reasons().isEmpty()) {
      lines.add("");
      lines.add("The gate is closed, nothing was published; the last publish stays:");
      summary.reasons().forEach(reason -> lines.add("  " + TextTable.oneLine(reason)));
    }
    return lines;
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
