package dev.unglue.extract.html;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a {@code <table>} where they are shown, before anything says what they mean. Columns
 * without any text are left out, but for the first; so are rows without a cell of their own, and
 * rows at the end where the spans of the page's cells repeat them more than a million times.
 *
 * @param rows its rows; one of them at least has several cells
 * @param place where the table stands
 * @param leftOut where the rows stand that were left out because of such repeats; absent for none
 */
public record HtmlGrid(List<HtmlRow> rows, Span place, Optional<Span> leftOut) {
  /** Copies the rows. */
  public HtmlGrid {
    rows = List.copyOf(rows);
  }

  /**
   * One row of a table as it is shown.
   *
   * @param cells its cells by column. A cell that spans columns or rows stands in each of them, and
   *     its copies are equal in text and place; one that shares the row with no other, such as a
   *     title or a line between groups of rows, stands there once
   * @param head whether it is made of heading cells alone, or stands in the table's head
   */
  public record HtmlRow(List<SourceText> cells, boolean head) {
    /** Copies the cells. */
    public HtmlRow {
      cells = List.copyOf(cells);
    }
  }
}
