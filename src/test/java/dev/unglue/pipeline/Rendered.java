package dev.unglue.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One comparison, printed in every layout and dialect that real pages came in.
 *
 * @param names the names of the columns
 * @param rows label and cells of each row
 */
record Rendered(List<String> names, List<List<String>> rows) {

  /** A way to print a table. */
  enum Dialect {
    HTML,
    PIPE_PADDED,
    PIPE_NO_LEADING,
    PIPE_UNPADDED,
    PIPE_BLANK_AFTER,
    PIPE_TIGHT,
    PIPE_CELL_A_LINE_LEADING,
    PIPE_CELL_A_LINE_TRAILING,
    PIPE_MANY_LINES,
    MARKDOWN,
    MARKDOWN_CORNER,
    MARKDOWN_ONE_RULE,
    GLUED,
    SPACED,
    LINES,
    TSV,
    TSV_TRIMMED;

    String print(Rendered t) {
      return switch (this) {
        case HTML -> t.html();
        case PIPE_PADDED -> t.lines("| ", " | ", " |", t.names.size() + 1);
        case PIPE_NO_LEADING -> t.lines("", " | ", " |", t.names.size() + 1);
        case PIPE_UNPADDED -> t.lines("| ", " | ", " |", 0);
        case PIPE_BLANK_AFTER -> t.lines("| ", " | ", " | ", t.names.size() + 1);
        case PIPE_TIGHT -> t.lines("|", "|", "|", t.names.size() + 1);
        case PIPE_CELL_A_LINE_LEADING -> t.cellALine("|", "");
        case PIPE_CELL_A_LINE_TRAILING -> t.cellALine("", "|");
        case PIPE_MANY_LINES -> t.manyLines();
        case MARKDOWN -> t.markdown("| | ", "|---|---|---|---|\n");
        case MARKDOWN_CORNER -> t.markdown("| Aspect | ", "| :--- | ---: | :-: |\n");
        case MARKDOWN_ONE_RULE -> t.markdown("| Aspect | ", "|---|\n");
        case GLUED -> t.lines("", "", "", 0);
        case SPACED -> t.lines("", " ", "", 0);
        case LINES -> t.cellALine("", "");
        case TSV -> "\t" + t.lines("", "\t", "", 0);
        case TSV_TRIMMED -> t.lines("", "\t", "", 0);
      };
    }

    String mediaType() {
      return this == HTML ? "text/html" : "text/plain";
    }
  }

  private String lines(String before, String between, String after, int padded) {
    List<List<String>> all = new ArrayList<>();
    all.add(names);
    all.addAll(rows);
    return all.stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row);
              while (cells.size() < padded) {
                cells.add("");
              }
              return before + String.join(between, cells) + after;
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String cellALine(String before, String after) {
    List<String> cells = new ArrayList<>(names);
    rows.forEach(cells::addAll);
    return cells.stream().map(c -> before + c + after).collect(Collectors.joining("\n", "", "\n"));
  }

  private String manyLines() {
    StringBuilder text = new StringBuilder("| Product |\n");
    names.forEach(name -> text.append(name).append("\n|\n"));
    for (List<String> row : rows) {
      text.append("| ").append(row.get(0)).append(" |\n");
      row.subList(1, row.size()).forEach(cell -> text.append(cell).append(" |\n"));
    }
    return text.toString();
  }

  private String markdown(String corner, String rule) {
    return corner
        + String.join(" | ", names)
        + " |\n"
        + rule
        + rows.stream()
            .map(row -> "| " + String.join(" | ", row) + " |\n")
            .collect(Collectors.joining());
  }

  private String html() {
    StringBuilder html = new StringBuilder("<table>\n<tr><th></th>");
    names.forEach(name -> html.append("<th>").append(escaped(name)).append("</th>"));
    html.append("</tr>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("'", "&#39;");
  }
}
