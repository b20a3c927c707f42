package dev.unglue.model.value;

import java.util.Locale;

/** The shape in which a table's cells arrive. */
public enum Layout {
  /** A {@code <table>} element. */
  HTML,
  /** {@code | a | b | |}, empty cells dropped and the row padded on the right. */
  PIPE,
  /** {@code | | a | b |} with a separator line; cells keep their side. */
  MARKDOWN,
  /** Cells with nothing between them. */
  GLUED,
  /** Cells with one blank between them. */
  SPACED,
  /** One cell a line. */
  LINES,
  /** A tab between cells. */
  TSV;

  /** The name that is written out, lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
