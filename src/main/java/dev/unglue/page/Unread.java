package dev.unglue.page;

import dev.unglue.extract.html.Wordless;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.List;

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

  private static final String REACHES =
      "the label of a row reaches over cells: expected cells of its own, found \"%s\"";

  /** Signs in cells of a table that nothing puts into words. */
  static Unread of(Wordless signs) {
    String why =
        ("signs without words stand in cells: expected text, an alt or a title, found none in %d of"
                + " the rows, first in \"%s\"")
            .formatted(signs.rows(), CodePoints.cut(signs.first(), 80));
    return new Unread(ROW, why, signs.place());
  }

  /** A table whose rows and columns nothing tells; none for any other. */
  static List<Unread> unclear(PageTable table, Span place) {
    String why = "nothing tells what the rows and columns of a table are: " + table.unclear();
    return table.unclear().isEmpty() ? List.of() : List.of(new Unread(ROLES, why, place));
  }

  /** The first row that lacks elements for cells which other rows have: they may be any. */
  static List<Unread> ragged(PageTable table) {
    if (table.layout() != Layout.HTML || table.header().isEmpty()) {
      return List.of();
    }
    List<SourceText> names = new ArrayList<>(table.header().get().cells());
    names.removeIf(SourceText::isEmpty);
    int columns = names.size();
    List<Row> few = new ArrayList<>(table.rows());
    few.removeIf(row -> row.cells().isEmpty() || row.cells().size() >= columns);
    boolean all = table.rows().stream().allMatch(row -> row.cells().size() < columns);
    if (few.isEmpty() || all) {
      return List.of();
    }
    Row first = few.get(0);
    String why =
        "a row has fewer cells than names: expected %d, found %d in \"%s\"; the last are missing"
            .formatted(columns, first.cells().size(), shown(first));
    return List.of(new Unread(ROW, why, place(first)));
  }

  /** The rows whose label is a cell, too; an unclear table is told of as a whole. */
  static List<Unread> reaching(PageTable table) {
    return table.rows().stream()
        .filter(row -> row.reachesOver() && table.unclear().isEmpty())
        .map(row -> new Unread(ROW, REACHES.formatted(shown(row)), place(row)))
        .toList();
  }

  private static String shown(Row row) {
    return CodePoints.cut(row.label().text(), 80);
  }

  private static Span place(Row row) {
    int start = row.label().span().start();
    int end = row.cells().get(row.cells().size() - 1).span().end();
    return new Span(start, Math.max(start, end));
  }

  /** Where texts stand, from the first to the last. */
  static Span place(List<SourceText> texts) {
    int start = texts.stream().mapToInt(text -> text.span().start()).min().orElse(0);
    int end = texts.stream().mapToInt(text -> text.span().end()).max().orElse(start);
    return new Span(start, end);
  }

  /** The beginning of several texts as one. */
  static String shown(List<SourceText> texts) {
    return CodePoints.cut(String.join(" | ", texts), 80);
  }
}
