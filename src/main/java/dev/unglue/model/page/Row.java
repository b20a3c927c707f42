package dev.unglue.model.page;

import dev.unglue.model.value.SourceText;
import java.util.List;

/**
 * One row of a table as a layout reader found it.
 *
 * @param label the row's label; empty where the row has none
 * @param cells the cells after the label, in order. Where {@code join} is not {@link Join#APART}
 *     this is one text that still holds all of them
 * @param join how the cells stand to each other
 * @param notes what stands in the row and is no cell of a subject: its number, a unit, a verdict
 */
public record Row(SourceText label, List<SourceText> cells, Join join, List<SourceText> notes) {
  /** How the cells of a row stand to each other. */
  public enum Join {
    /** Apart: the layout itself tells where a cell ends. */
    APART,
    /** Run together with nothing between them. */
    GLUED,
    /** Joined by one blank. */
    SPACED,
    /** Parted by {@code |}, but some cell holds a {@code |} of its own. */
    PIPED
  }

  /** A row without notes. */
  public Row(SourceText label, List<SourceText> cells, Join join) {
    this(label, cells, join, List.of());
  }

  /** True if one element of the page is the label and cells, too: its text is no value of these. */
  public boolean reachesOver() {
    return !label.isEmpty() && cells.contains(label);
  }

  /** Copies the lists and checks that joined cells are one text. */
  public Row {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
    if (join != Join.APART && cells.size() != 1) {
      throw new IllegalArgumentException(
          "row \"" + label + "\": expected one joined text, found " + cells.size());
    }
  }
}
