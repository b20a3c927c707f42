package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tab between cells, as copy and paste leaves them: {@code Yearly salary\t$34,920\t$43,251}.
 *
 * <p>Empty cells keep their tabs, so the sides are kept; a header may have lost its first tab to
 * whoever trimmed the line.
 */
record TsvReader(Labels labels) implements TableReader {
  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    List<List<SourceText>> rows = new ArrayList<>();
    int at = from;
    while (at < lines.size() && lines.get(at).text().indexOf('\t') >= 0) {
      rows.add(cells(lines.get(at)));
      at++;
    }
    // a column in which no row has anything is the tabs that indent the table or space it out
    LineCells.dropEmptyColumns(rows, 0);
    int width = LineCells.width(rows);
    if (rows.size() < 2 || width < 2 || rows.get(1).size() < 2) {
      return Optional.empty();
    }
    return Optional.of(FoundTable.of(table(rows, width), lines, from, at));
  }

  private PageTable table(List<List<SourceText>> rows, int width) {
    List<SourceText> first = rows.get(0);
    // a known label shows that the header is missing
    boolean headless = labels.isLabel(first.get(0));
    Optional<Row> header = headless ? Optional.empty() : Optional.of(header(first, width));
    List<Row> body = rows.stream().skip(headless ? 0 : 1).map(LineCells::row).toList();
    return new PageTable(Layout.TSV, header, body, Sides.KEPT);
  }

  private static Row header(List<SourceText> first, int width) {
    boolean emptyEnd = first.get(first.size() - 1).isBlank();
    boolean cornerLost = first.size() == width - 1 || (!first.get(0).isBlank() && emptyEnd);
    List<SourceText> names =
        first.subList(cornerLost ? 0 : 1, first.size()).stream()
            .filter(name -> !name.isBlank())
            .toList();
    SourceText corner = cornerLost ? first.get(0).slice(0, 0) : first.get(0);
    return new Row(corner, names, Join.APART);
  }

  private static List<SourceText> cells(SourceText line) {
    List<SourceText> cells = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == '\t') {
        cells.add(line.slice(start, i).strip());
        start = i + 1;
      }
    }
    return cells;
  }
}
