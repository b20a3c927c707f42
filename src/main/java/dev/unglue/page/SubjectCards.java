package dev.unglue.page;

import dev.unglue.extract.PageContent;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tables that tell of one subject alone: a card for each subject, below its name, with
 * one cell a row. Read as rows of several cells they would give one subject what belongs to the
 * other.
 *
 * @param content the page
 * @param names the names by title or address; fewer than two where it compares nothing
 */
record SubjectCards(PageContent content, SubjectNames names) {
  /** The table under the name of its subject, where it is a card; else as it is. */
  PageTable named(PageTable table, Span place) {
    boolean narrow = table.rows().stream().allMatch(row -> row.cells().size() <= 1);
    if (names.isEmpty() || !narrow) {
      return table;
    }
    if (table.header().isPresent()) {
      Row header = table.header().get();
      boolean alone = header.cells().size() == 1 && isAlone(header.cells().get(0));
      return alone ? card(table, header.cells().get(0)) : table;
    }
    return lineAbove(place.start())
        .filter(this::isAlone)
        .map(line -> card(table, line))
        .orElse(table);
  }

  /** True for one of the names, unless another stands above it: these two are one header. */
  private boolean isAlone(SourceText line) {
    return names.contain(bare(line))
        && lineAbove(line.span().start()).filter(above -> names.contain(bare(above))).isEmpty();
  }

  private static SourceText bare(SourceText name) {
    SourceText text = name.strip();
    return text.text().endsWith(":") ? text.slice(0, text.length() - 1).strip() : text;
  }

  private static PageTable card(PageTable table, SourceText name) {
    SourceText subject = bare(name);
    Row header = new Row(subject.slice(0, 0), List.of(subject), Join.APART);
    return new PageTable(table.layout(), Optional.of(header), table.rows(), Sides.KEPT);
  }

  /** The last line before some place, unless it is a part of another. */
  private Optional<SourceText> lineAbove(int place) {
    List<Line> before =
        content.text().lines().stream().filter(line -> line.text().span().end() <= place).toList();
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(before.get(before.size() - 1))
            .filter(line -> line.kind() != Line.Kind.TABLE)
            .map(Line::text);
  }
}
