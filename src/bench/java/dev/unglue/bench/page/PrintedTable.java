package dev.unglue.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table before a {@link Dialect} prints it.
 *
 * @param names names of the columns
 * @param rows label and cells of each row
 */
public record PrintedTable(List<String> names, List<List<String>> rows) {
  /** Copies the lists. */
  public PrintedTable {
    names = List.copyOf(names);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The same without its empty cells, as main-text extractors leave it. */
  PrintedTable dropped() {
    return new PrintedTable(
        names,
        rows.stream().map(row -> row.stream().filter(cell -> !cell.isEmpty()).toList()).toList());
  }

  String lines(String before, String between, String after, int padded) {
    List<List<String>> all = new ArrayList<>();
    all.add(names);
    all.addAll(rows);
    return all.stream()
        .map(row -> before + String.join(between, padded(row, padded)) + after)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> padded(List<String> row, int width) {
    List<String> cells = new ArrayList<>(row);
    while (cells.size() < width) {
      cells.add("");
    }
    return cells;
  }

  String cellALine(String before, String after) {
    List<String> cells = new ArrayList<>(names);
    rows.forEach(cells::addAll);
    return cells.stream().map(c -> before + c + after).collect(Collectors.joining("\n", "", "\n"));
  }

  String manyLines() {
    StringBuilder text = new StringBuilder("| Product |\n");
    names.forEach(name -> text.append(name).append("\n|\n"));
    for (List<String> row : rows) {
      text.append("| ").append(row.get(0)).append(" |\n");
      row.subList(1, row.size()).forEach(cell -> text.append(cell).append(" |\n"));
    }
    return text.toString();
  }

  String markdown(String corner, String rule) {
    return corner
        + String.join(" | ", names)
        + " |\n"
        + rule
        + rows.stream()
            .map(row -> "| " + String.join(" | ", row) + " |\n")
            .collect(Collectors.joining());
  }

  String html() {
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

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }
}
