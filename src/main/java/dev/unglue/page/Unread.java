package dev.unglue.page;

import dev.unglue.extract.html.Wordless;
import dev.unglue.model.value.Span;
import dev.unglue.text.CodePoints;

/**
 * A part of a page that is kept as it came.
 *
 * @param rule the rule that tells of it
 * @param why one clause for people: what is wrong, expected and found
 * @param span its place in the capture
 */
record Unread(String rule, String why, Span span) {
  /** A text that has the shape of a row and that nobody took. */
  static final String ROW = "row_unread";

  /** A table of which nothing tells what its rows and columns are. */
  static final String ROLES = "table_roles_ambiguous";

  /** A title that compares, on a page of which no row was read. */
  static final String NO_TABLE = "comparison_without_table";

  /** A row that would cost more to read than its page may. */
  static final String BUDGET = "page_budget";

  /** Signs in cells of a table that nothing puts into words. */
  static Unread of(Wordless signs) {
    String why =
        ("signs without words stand in cells: expected text, an alt or a title, found none in %d of"
                + " the rows, first in \"%s\"")
            .formatted(signs.rows(), CodePoints.cut(signs.first(), 80));
    return new Unread(ROW, why, signs.place());
  }
}
