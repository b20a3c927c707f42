package dev.unglue.model.value;

import dev.unglue.text.LowerCaseId;

/** The shape in which a table's cells arrive. */
public enum Layout implements LowerCaseId {
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
}
