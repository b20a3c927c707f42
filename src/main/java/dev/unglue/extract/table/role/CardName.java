package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name above a table that tells of one subject alone: a card for each subject, with one cell a
 * row. Read as rows of several cells they would give one subject what belongs to the other.
 */
final class CardName {
  private CardName() {}

  /** Two cells a row below a name that stands alone: a card, whose first row is no header. */
  static Optional<PageTable> card(CellGrid grid, PageClues clues, Span place) {
    boolean pairs = grid.rows().stream().allMatch(row -> row.texts().size() == 2);
    if (clues.names().isEmpty() || grid.layout() == Layout.HTML || !pairs) {
      return Optional.empty();
    }
    List<Row> rows = grid.rows().stream().map(row -> Row.of(row.texts())).toList();
    PageTable table = new PageTable(grid.layout(), rows);
    return nameAbove(clues, place).map(text -> card(table, text));
  }

  /** The table under the name of its subject, where it is a card; else as it is. */
  static PageTable named(PageTable table, PageClues clues, Span place) {
    boolean narrow = table.rows().stream().allMatch(row -> row.cells().size() <= 1);
    if (clues.names().isEmpty() || !narrow) {
      return table;
    }
    Optional<SourceText> name =
        table.header().isPresent()
            ? table
                .header()
                .filter(row -> row.cells().size() == 1)
                .map(row -> row.cells().get(0))
                .filter(text -> isAlone(text, clues))
            : nameAbove(clues, place);
    return name.map(text -> card(table, text)).orElse(table);
  }

  /** The name right above or, where each name heads a section with one table, above its text. */
  private static Optional<SourceText> nameAbove(PageClues clues, Span place) {
    return clues
        .lineAbove(place.start())
        .filter(text -> isAlone(text, clues))
        .or(() -> clues.headAbove(place.start()).filter(head -> areSections(clues, head)));
  }

  /** True if a heading is one of the names, and each of them heads one section with one table. */
  private static boolean areSections(PageClues clues, SourceText head) {
    if (!clues.names().contain(bare(head))) {
      return false;
    }
    List<SourceText> heads = new ArrayList<>();
    Optional<SourceText> section = Optional.empty();
    Line.Kind above = Line.Kind.PLAIN;
    for (Line line : clues.text().lines()) {
      if (line.kind() == Line.Kind.HEADING) {
        section = Optional.of(bare(line.text())).filter(clues.names()::contain);
      } else if (line.kind() == Line.Kind.TABLE && above != Line.Kind.TABLE) {
        section.ifPresent(heads::add);
      }
      above = line.kind();
    }
    return clues.names().areExactly(heads);
  }

  /** True for one of the names, unless another stands above it: these two are one header. */
  private static boolean isAlone(SourceText line, PageClues clues) {
    return clues.names().contain(bare(line))
        && clues
            .lineAbove(line.span().start())
            .filter(above -> clues.names().contain(bare(above)))
            .isEmpty();
  }

  /** Without the colon at its end. */
  static SourceText bare(SourceText name) {
    SourceText text = name.strip();
    return text.text().endsWith(":") ? text.slice(0, text.length() - 1).strip() : text;
  }

  private static PageTable card(PageTable table, SourceText name) {
    List<Row> rows = table.rows().stream().map(row -> row.withLabel(bare(row.label()))).toList();
    return new PageTable(table.layout(), List.of(bare(name)), rows, Sides.KEPT)
        .withUnclear(table.unclear());
  }
}
