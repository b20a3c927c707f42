package dev.unglue.extract.html;

import dev.unglue.model.value.SourceText;
import java.util.List;

/**
 * One row of a table as it is shown.
 *
 * @param cells its cells by column. A cell that spans columns or rows stands in each of them, and
 *     its copies are equal in text and place; a band has one cell only
 * @param head whether it is made of heading cells alone, or stands in the table's head
 * @param band whether it is one cell that shares the row with no other, such as a title or a line
 *     between groups of rows
 * @param group which of the table's groups of rows ({@code thead}, {@code tbody}, {@code tfoot}) it
 *     belongs to, counted from 1
 */
public record HtmlRow(List<SourceText> cells, boolean head, boolean band, int group) {
  /** Copies the cells. */
  public HtmlRow {
    cells = List.copyOf(cells);
  }
}
