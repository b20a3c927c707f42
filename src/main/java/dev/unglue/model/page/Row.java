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

  /** A row of cells that stand apart. */
  public Row(SourceText label, List<SourceText> cells) {
    this(label, cells, Join.APART);
  }

  /** The same with notes. */
  public Row(SourceText label, List<SourceText> cells, List<SourceText> notes) {
    this(label, cells, Join.APART, notes);
  }

  /** A row of cells that stand apart, of which the first is its label. */
  public static Row of(List<SourceText> cells) {
    return new Row(cells.get(0), cells.subList(1, cells.size()));
  }

  /** A row of names above an empty corner, or of one text that holds them. */
  public static Row header(List<SourceText> names, Join join) {
    return new Row(names.get(0).slice(0, 0), names, join);
  }

  /** A row of names above an empty corner. */
  public static Row header(List<SourceText> names) {
    return header(names, Join.APART);
  }

  /** The same row with another label. */
  public Row withLabel(SourceText other) {
    return new Row(other, cells, join, notes);
  }

  /** True if the layout itself tells where its cells end. */
  public boolean isApart() {
    return join == Join.APART;
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
