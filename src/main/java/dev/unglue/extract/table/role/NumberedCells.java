package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.SerialMark;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows without labels below the names of their columns, counted within their cells: {@code 1. It
 * burns clay | 1. It turns clay}, or within the first of two sentences. The number is the label.
 */
final class NumberedCells {
  private static final int FEWEST_ROWS = 3;

  private NumberedCells() {}

  /** The rows with their numbers apart; as they are where one has none, or may have a label. */
  static List<CellRow> apart(List<CellRow> rows) {
    if (rows.size() < FEWEST_ROWS || !isHeader(rows.get(0))) {
      return rows;
    }
    int columns = rows.get(0).cells().size();
    List<SourceText> names = rows.get(0).cells();
    List<CellRow> apart = new ArrayList<>();
    apart.add(rows.get(0).with(joined(names.get(0).slice(0, 0), names)));
    int count = 0;
    int sentences = 0;
    int marks = columns;
    for (CellRow row : rows.subList(1, rows.size())) {
      Optional<SerialMark> first = row.filled().stream().findFirst().flatMap(NumberedCells::mark);
      int number = first.map(SerialMark::number).orElse(0);
      if (row.filled().size() != columns || number <= count || (count == 0 && number != 1)) {
        return rows;
      }
      List<SourceText> cells = bare(row.filled(), number);
      marks = Math.min(marks, marked(row.filled(), number));
      sentences += cells.stream().allMatch(cell -> CellText.isSentence(cell.text())) ? 1 : 0;
      apart.add(row.with(joined(first.get().label(), cells)));
      count = number;
    }
    boolean ofSentences = columns == 2 && sentences * 2 > rows.size() - 1;
    return marks == columns || (marks == 1 && ofSentences) ? apart : rows;
  }

  /** True for names alone, none of which counts or heads labels. */
  private static boolean isHeader(CellRow row) {
    return row.cells().size() > 1
        && row.texts().size() == row.cells().size()
        && !HeaderWords.isCorner(row.cells().get(0).text())
        && !HeaderWords.isSerial(row.cells().get(0).text())
        && row.cells().stream().noneMatch(cell -> SerialMark.of(cell).isPresent());
  }

  private static List<SourceText> joined(SourceText label, List<SourceText> cells) {
    List<SourceText> all = new ArrayList<>(List.of(label));
    all.addAll(cells);
    return all;
  }

  /** How many of the cells begin with a number. */
  private static int marked(List<SourceText> cells, int number) {
    return (int) cells.stream().filter(cell -> isMarked(cell, number)).count();
  }

  private static boolean isMarked(SourceText cell, int number) {
    return mark(cell).filter(mark -> mark.number() == number).isPresent();
  }

  private static Optional<SerialMark> mark(SourceText cell) {
    return SerialMark.of(cell).filter(SerialMark::isSigned);
  }

  private static List<SourceText> bare(List<SourceText> cells, int number) {
    return cells.stream()
        .map(
            cell ->
                mark(cell)
                    .filter(mark -> mark.number() == number)
                    .map(SerialMark::rest)
                    .orElse(cell))
        .toList();
  }
}
