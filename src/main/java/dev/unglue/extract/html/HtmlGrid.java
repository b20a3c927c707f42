package dev.unglue.extract.html;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a {@code <table>} where they are shown, before anything says what they mean. Columns
 * without any text are left out, but for the first; so are rows without a cell of their own.
 *
 * @param caption the table's own title; absent where it has none
 * @param rows its rows; one of them at least is no band
 * @param place where the table stands
 * @param cut whether rows at its end were left out, because the spans of the page's cells repeat
 *     them more than a million times
 */
public record HtmlGrid(Optional<SourceText> caption, List<HtmlRow> rows, Span place, boolean cut) {
  /** Copies the rows. */
  public HtmlGrid {
    rows = List.copyOf(rows);
  }
}
