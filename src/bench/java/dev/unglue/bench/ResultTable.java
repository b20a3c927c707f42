package dev.unglue.bench;

import java.util.List;

/**
 * A table of results.
 *
 * @param title what it shows
 * @param header names of the columns
 * @param rows as many cells as the header, each
 */
public record ResultTable(String title, List<String> header, List<List<String>> rows) {
  /** Copies the lists. */
  public ResultTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** As Markdown, its title above it. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
    line(text, header);
    text.append("|").append("---|".repeat(header.size())).append('\n');
    rows.forEach(row -> line(text, row));
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
