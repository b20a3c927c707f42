package dev.unglue.bench.page;

import dev.unglue.model.value.Layout;

/** A way to print a table, as real pages came. */
public enum Dialect {
  /** An HTML table whose first header cell is empty. */
  HTML(Layout.HTML),
  /** Pipes, empty cells dropped and the row padded on the right. */
  PIPE_PADDED(Layout.PIPE),
  /** The same without a pipe at the row's start. */
  PIPE_NO_LEADING(Layout.PIPE),
  /** Pipes, not padded. */
  PIPE_UNPADDED(Layout.PIPE),
  /** A blank after the last pipe. */
  PIPE_BLANK_AFTER(Layout.PIPE),
  /** No blanks beside the pipes. */
  PIPE_TIGHT(Layout.PIPE),
  /** One cell a line, with a pipe before it. */
  PIPE_CELL_A_LINE_LEADING(Layout.PIPE),
  /** One cell a line, with a pipe after it. */
  PIPE_CELL_A_LINE_TRAILING(Layout.PIPE),
  /** Cells of a row over several lines. */
  PIPE_MANY_LINES(Layout.PIPE),
  /** Markdown with an empty corner. */
  MARKDOWN(Layout.MARKDOWN),
  /** Markdown with a word in the corner and aligned columns. */
  MARKDOWN_CORNER(Layout.MARKDOWN),
  /** Markdown whose rule has one column only. */
  MARKDOWN_ONE_RULE(Layout.MARKDOWN),
  /** No separator between cells. */
  GLUED(Layout.GLUED),
  /** One blank between cells. */
  SPACED(Layout.SPACED),
  /** One cell a line. */
  LINES(Layout.LINES),
  /** A tab between cells. */
  TSV(Layout.TSV),
  /** The same, the empty corner lost. */
  TSV_TRIMMED(Layout.TSV);

  private final Layout layout;

  Dialect(Layout layout) {
    this.layout = layout;
  }

  /** The layout it is a dialect of. */
  public Layout layout() {
    return layout;
  }

  /** True if cells stay apart, so that nothing has to be split. */
  public boolean keepsCellsApart() {
    return layout != Layout.GLUED && layout != Layout.SPACED;
  }

  /** True if an empty cell leaves a trace, so that each cell has its side. */
  public boolean keepsSides() {
    return layout == Layout.HTML || layout == Layout.MARKDOWN || layout == Layout.TSV;
  }

  /** Media type of a page with such tables. */
  public String mediaType() {
    return this == HTML ? "text/html" : "text/plain";
  }

  /** Prints a table, with a line feed at its end. */
  public String print(PrintedTable table) {
    int padded = table.names().size() + 1;
    PrintedTable t = keepsSides() ? table : table.dropped();
    return switch (this) {
      case HTML -> t.html();
      case PIPE_PADDED -> t.lines("| ", " | ", " |", padded);
      case PIPE_NO_LEADING -> t.lines("", " | ", " |", padded);
      case PIPE_UNPADDED -> t.lines("| ", " | ", " |", 0);
      case PIPE_BLANK_AFTER -> t.lines("| ", " | ", " | ", padded);
      case PIPE_TIGHT -> t.lines("|", "|", "|", padded);
      case PIPE_CELL_A_LINE_LEADING -> t.cellALine("|", "");
      case PIPE_CELL_A_LINE_TRAILING -> t.cellALine("", "|");
      case PIPE_MANY_LINES -> t.manyLines();
      case MARKDOWN -> t.markdown("| | ", "|---".repeat(padded) + "|\n");
      case MARKDOWN_CORNER -> t.markdown("| Aspect | ", "| :--- ".repeat(padded) + "|\n");
      case MARKDOWN_ONE_RULE -> t.markdown("| Aspect | ", "|---|\n");
      case GLUED -> t.lines("", "", "", 0);
      case SPACED -> t.lines("", " ", "", 0);
      case LINES -> t.cellALine("", "");
      case TSV -> "\t" + t.lines("", "\t", "", 0);
      case TSV_TRIMMED -> t.lines("", "\t", "", 0);
    };
  }
}
