package dev.unglue.cli;

import dev.unglue.pipeline.RunSummary;
import dev.unglue.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table at the end of a run. */
final class Summary {
  private final RunSummary summary;
  private final Path workingFolder;

  Summary(RunSummary summary, Path workingFolder) {
    this.summary = summary;
    this.workingFolder = workingFolder;
  }

  List<String> lines() {
    TextTable table = TextTable.uncut();
    table.row("run", summary.runId() + ", " + summary.status());
    if (!summary.fetched().isEmpty()) {
      table.row("fetched", fetched());
    }
    table.row("pages", pages());
    Counts.rows(table, summary.counts());
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
    return Paths.shown(page, workingFolder);
  }

  private String shown(String path) {
    return Paths.shown(Path.of(path), workingFolder);
  }

  private String fetched() {
    Map<String, Long> counts = new LinkedHashMap<>();
    summary.fetched().forEach((outcome, count) -> counts.put(outcome.id(), count));
    return Counts.sum(counts);
  }

  private String pages() {
    return "%s found: %s read, %s known already, %s failed"
        .formatted(
            Counts.number(summary.pagesIn()),
            Counts.number(summary.pagesRead()),
            Counts.number(summary.pagesUnchanged()),
            Counts.number(summary.pagesFailed()));
  }
}
