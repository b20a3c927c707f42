package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A known label and one cell, line by line: what a page prints of one subject alone. Whose it is
 * stands above, which is for others to find out, so that it has no header.
 */
record CardReader(Labels labels) implements TableReader {
  private static final int LONGEST_CELL = 160;

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int at = from;
    int end = from;
    while (at < lines.size() && labels.isAlone(lines.get(at))) {
      SourceText label = lines.get(at).strip();
      int cell = lines.skipBlank(at + 1);
      if (!seen.add(Catalogue.labelKey(label.text())) || !isCell(lines, cell)) {
        break;
      }
      rows.add(new Row(label, List.of(lines.get(cell).strip()), Join.APART));
      end = cell + 1;
      at = lines.skipBlank(end);
    }
    return rows.size() < 2
        ? Optional.empty()
        : Optional.of(
            FoundTable.of(
                new PageTable(Layout.LINES, Optional.empty(), rows, Sides.KEPT), lines, from, end));
  }

  private boolean isCell(PageLines lines, int at) {
    return at < lines.size()
        && lines.get(at).length() <= LONGEST_CELL
        && !labels.isAlone(lines.get(at));
  }
}
