package dev.unglue.extract.table.role;

import dev.unglue.pipeline.run.Told;
import java.util.List;

/** Tables that compare plumbers with pipefitters, and what is told of them. */
final class Trades {
  static final String TITLE = "<h1>Plumber vs pipefitter</h1>";

  /** Says what a page is about, and names nothing of it. */
  static final String AMONG = "<h1>Around the northern islands</h1>";

  static final List<String> TOLD =
      List.of(
          "Pipefitter average_age_years 38",
          "Pipefitter growth_rate_pct -2",
          "Plumber average_age_years 41",
          "Plumber growth_rate_pct 4");

  /**
   * A page with a table of these rows, cells parted by bars; what begins with a tag is a cell as it
   * stands.
   */
  static List<String> table(String title, String... rows) {
    StringBuilder html = new StringBuilder(title + "<table>");
    for (String row : rows) {
      html.append("<tr>");
      for (String cell : row.split("\\|", -1)) {
        html.append(cell.startsWith("<") ? cell : "<td>" + cell);
      }
      html.append("</tr>");
    }
    return Told.of("text/html", html + "</table>");
  }

  private Trades() {}
}
