package dev.unglue.cli.format;

import dev.unglue.text.CodePoints;
import dev.unglue.text.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows of text with aligned columns. */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 4;

  /** A longer cell of a table that cuts nothing makes no column wider. */
  private static final int WIDEST = 60;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}]+");

  private final int width;
  private final Set<Integer> kept;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param width most characters of a line; wider cells are cut, the widest columns first
   * @param kept columns, from 0, that are never cut
   */
  public TextTable(int width, Set<Integer> kept) {
    this.width = width;
    this.kept = Set.copyOf(kept);
  }

  /** A table that cuts nothing; what follows a very long cell stands out of line. */
  public static TextTable uncut() {
    return new TextTable(Integer.MAX_VALUE, Set.of());
  }

  /** Adds a row; all rows have the same number of cells. */
  public void row(List<String> cells) {
    rows.add(cells.stream().map(TextTable::oneLine).toList());
  }

  /** Adds a row; all rows have the same number of cells. */
  public void row(String... cells) {
    row(List.of(cells));
  }

  /** The lines, without blanks at their ends. */
  public List<String> lines() {
    int[] widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private int[] widths() {
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    int longest = width == Integer.MAX_VALUE ? WIDEST : Integer.MAX_VALUE;
    int[] widths =
        IntStream.range(0, columns)
            .map(
                i ->
                    rows.stream()
                        .mapToInt(row -> CodePoints.length(row.get(i)))
                        .filter(length -> length <= longest)
                        .max()
                        .orElse(0))
            .toArray();
    int room = width - GAP.length() * Math.max(columns - 1, 0);
    int excess = IntStream.of(widths).sum() - room;
    for (int widest = widestToCut(widths); excess > 0 && widest >= 0; excess--) {
      widths[widest]--;
      widest = widestToCut(widths);
    }
    return widths;
  }

  /** The last of the widest columns that may still be cut; -1 where none may. */
  private int widestToCut(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean cuttable = !kept.contains(i) && widths[i] > NARROWEST;
      if (cuttable && (widest < 0 || widths[i] >= widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String whole = row.get(i);
      String cell = width == Integer.MAX_VALUE ? whole : CodePoints.cut(whole, widths[i]);
      line.append(i == 0 ? "" : GAP)
          .append(cell)
          .append(" ".repeat(Math.max(0, widths[i] - CodePoints.length(cell))));
    }
    return line.toString().stripTrailing();
  }

  /** A page's text must neither break the line nor steer the terminal. */
  public static String oneLine(String text) {
    return TerminalText.line(BLANKS.matcher(text).replaceAll(" "));
  }
}
