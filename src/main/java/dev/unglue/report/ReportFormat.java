package dev.unglue.report;

import dev.unglue.model.report.Report;
import java.util.Locale;
import java.util.function.Function;

/** The forms of a report. */
public enum ReportFormat {
  /** For people: one page that needs nothing else. */
  HTML("report.html", HtmlReport::write),
  /** For programs; {@code report.schema.json} describes it. */
  JSON("report.json", JsonReport::write),
  /** For CI systems: each rule is a test. */
  JUNIT("report-junit.xml", JUnitReport::write);

  private final String file;
  private final Function<Report, String> writer;

  ReportFormat(String file, Function<Report, String> writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Name of the file in the folder of the results. */
  public String file() {
    return file;
  }

  /** The report in this form. */
  String write(Report report) {
    return writer.apply(report);
  }

  /** As it is written on the command line and in its help. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
