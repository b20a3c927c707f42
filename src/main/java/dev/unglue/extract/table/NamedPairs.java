package dev.unglue.extract.table;

import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Elements built alike that hold the name of a subject and a value each, one for every subject of
 * the title, below the label of all of them. Two such labels show each other to be rows.
 */
final class NamedPairs {
  private static final int FEWEST_ROWS = 2;
  private static final int LONGEST_LABEL = 80;

  private final PageClues clues;
  private final List<List<Row>> parts = new ArrayList<>();
  private List<SourceText> header = List.of();
  private int count;
  private int end = -1;

  NamedPairs(PageClues clues) {
    this.clues = clues;
  }

  /** Takes what is such a row; false, and nothing is taken, for anything else. */
  boolean add(List<List<SourceText>> rows, Span place) {
    List<SourceText> names = new ArrayList<>();
    List<SourceText> values = new ArrayList<>();
    for (List<SourceText> row : rows) {
      List<SourceText> said = row.stream().filter(cell -> !cell.isEmpty()).toList();
      if (said.size() != 2) {
        return false;
      }
      names.add(said.get(0));
      values.add(said.get(1));
    }
    if (!clues.names().areExactly(names) || values.stream().anyMatch(clues.names()::contain)) {
      return false;
    }
    Optional<SourceText> label = clues.lineAbove(place.start()).filter(this::isLabel);
    label.ifPresent(text -> add(LinePair.withoutColon(text), names, values));
    end = place.end();
    return label.isPresent();
  }

  private boolean isLabel(SourceText line) {
    return line.length() <= LONGEST_LABEL && clues.names().within(line).isEmpty();
  }

  private void add(SourceText label, List<SourceText> names, List<SourceText> values) {
    header = header.isEmpty() ? names : header;
    if (parts.isEmpty() || !clues.areNext(end, label.span().start())) {
      parts.add(new ArrayList<>());
    }
    SourceText[] cells = new SourceText[names.size()];
    List<Integer> order = header.stream().map(clues.names()::indexOf).toList();
    for (int i = 0; i < names.size(); i++) {
      cells[order.indexOf(clues.names().indexOf(names.get(i)))] = values.get(i);
    }
    parts.get(parts.size() - 1).add(new Row(label, List.of(cells)));
    count++;
  }

  /** The tables of such rows, one for those that follow each other. */
  List<FoundTable> tables() {
    if (count < FEWEST_ROWS) {
      return List.of();
    }
    return parts.stream()
        .map(rows -> FoundTable.below(header, new PageTable(Layout.LINES, rows)))
        .toList();
  }
}
