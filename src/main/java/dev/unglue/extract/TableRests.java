package dev.unglue.extract;

import dev.unglue.extract.html.Wordless;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;

/**
 * What HTML tables hold beside their grids.
 *
 * @param leftOut where rows stand that are left out: the spans of the page's cells repeat them too
 *     often
 * @param laidOut the cells of each row of texts in a table that only lays out others
 * @param wordless the signs without words that stand in cells
 */
public record TableRests(
    List<Span> leftOut, List<List<SourceText>> laidOut, List<Wordless> wordless) {
  /** Nothing. */
  public static final TableRests NONE = new TableRests(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public TableRests {
    leftOut = List.copyOf(leftOut);
    wordless = List.copyOf(wordless);
    laidOut = laidOut.stream().map(List::copyOf).toList();
  }
}
