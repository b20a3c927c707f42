package dev.unglue.report;

import dev.unglue.model.report.Report;

/** The forms of a report. */
public enum ReportFormat {
  /** For people: one page that needs nothing else. */
  HTML("report.html"),
  /** For programs; {@code report.schema.json} describes it. */
  JSON("report.json"),
  /** For CI systems: each rule is a test. */
  JUNIT("report-junit.xml");

  private final String file;

  ReportFormat(String file) {
    this.file = file;
  }

  /** Name of the file in the folder of the results. */
  public String file() {
    return file;
  }

  /** The report in this form. */
  String write(Report report) {
    return switch (this) {
      case HTML -> HtmlReport.write(report);
      case JSON -> JsonReport.write(report);
      case JUNIT -> JUnitReport.write(report);
    };
  }
}
