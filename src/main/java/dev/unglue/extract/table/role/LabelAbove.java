package dev.unglue.extract.table.role;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;

/** The label above a table of one row, which has a line for each subject: a name and its cell. */
final class LabelAbove {
  private static final int LONGEST_LABEL = 80;
  private static final String SENTENCE_ENDS = ".!?;,";

  private LabelAbove() {}

  /** The row; absent where the lines are no such table, or nothing above can be its label. */
  static Optional<PageTable> row(CellGrid grid, PageClues clues, Span place) {
    List<List<SourceText>> lines = grid.cells();
    boolean named =
        lines.stream().allMatch(line -> line.size() == 2)
            && clues.names().areExactly(lines.stream().map(line -> line.get(0)).toList());
    return named
        ? clues
            .lineAbove(place.start())
            .map(line -> CardName.bare(line))
            .filter(label -> isLabel(label, clues))
            .map(label -> table(grid, lines, label))
        : Optional.empty();
  }

  private static boolean isLabel(SourceText text, PageClues clues) {
    return !text.isEmpty()
        && text.length() <= LONGEST_LABEL
        && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0
        && !clues.names().shareWord(text);
  }

  private static PageTable table(CellGrid grid, List<List<SourceText>> lines, SourceText label) {
    List<SourceText> names = lines.stream().map(line -> line.get(0)).toList();
    Row row = new Row(label, lines.stream().map(line -> line.get(1)).toList());
    return new PageTable(grid.layout(), names, List.of(row), Sides.KEPT);
  }
}
