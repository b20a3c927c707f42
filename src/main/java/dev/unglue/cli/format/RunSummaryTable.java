package dev.unglue.cli.format;

import dev.unglue.cli.option.ShownPath;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table at the end of a run. */
public final class RunSummaryTable {
  private final RunSummary summary;
  private final Path workingFolder;

  public RunSummaryTable(RunSummary summary, Path workingFolder) {
    this.summary = summary;
    this.workingFolder = workingFolder;
  }

  public List<String> lines() {
    TextTable table = TextTable.uncut();
    table.row("run", summary.runId() + ", " + summary.status());
    if (!summary.fetched().isEmpty()) {
      table.row("fetched", fetched());
    }
    table.row("pages", pages());
    CountWords.rows(table, summary.counts());
    table.row("database", shown(summary.database()));
    table.row("CSVs", shown(summary.csvFolder()));
    table.row("report", report());
    List<String> lines = new ArrayList<>(table.lines());
    if (!summary.reasons().isEmpty()) {
      lines.add("");
      lines.add("The gate is closed, nothing was published; the last publish stays:");
      summary.reasons().forEach(reason -> lines.add("  " + TextTable.oneLine(reason)));
    }
    return lines;
  }

  private String report() {
    Path page = Path.of(summary.database()).resolveSibling(ReportFormat.HTML.file());
    return ShownPath.shown(page, workingFolder);
  }

  private String shown(String path) {
    return ShownPath.shown(Path.of(path), workingFolder);
  }

  private String fetched() {
    Map<String, Long> counts = new LinkedHashMap<>();
    summary.fetched().forEach((outcome, count) -> counts.put(outcome.id(), count));
    return CountWords.sum(counts);
  }

  private String pages() {
    return "%s found: %s read, %s known already, %s failed"
        .formatted(
            CountWords.number(summary.pagesIn()),
            CountWords.number(summary.pagesRead()),
            CountWords.number(summary.pagesUnchanged()),
            CountWords.number(summary.pagesFailed()));
  }
}
