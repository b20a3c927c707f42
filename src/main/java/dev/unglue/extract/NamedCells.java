package dev.unglue.extract;

import dev.unglue.extract.table.LinePair;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cells that say whose they are: {@code Alpha: 5 kg}, {@code Beta – 3 kg}, {@code Beta 3 kg}. */
final class NamedCells {
  /** Rows whose cells all begin with their heads; one or two may do so by chance. */
  private static final int FEWEST_ROWS = 3;

  private NamedCells() {}

  /**
   * The table with the name of its column cut off each cell; as it is, unless each row has a cell
   * for each subject, in their order, which begins with its name, or for each head with that.
   */
  static PageTable bare(PageTable table, SubjectNames names) {
    if (table.header().isPresent()) {
      return behindHeads(table, table.header().get().cells());
    }
    if (names.isEmpty()) {
      return table;
    }
    boolean several = table.rows().size() > 1;
    List<String> heads = several ? heads(table, names) : List.of();
    List<Row> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      if (!row.isApart() || row.cells().size() < names.keys().size()) {
        return table;
      }
      List<SourceText> cells = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        int column = i;
        SourceText cell = row.cells().get(i);
        LinePair.of(cell, name -> names.indexOf(name) == column || isHead(heads, column, name))
            .map(LinePair::right)
            .or(() -> several ? behindName(cell, names, column) : Optional.empty())
            .ifPresent(cells::add);
      }
      if (cells.size() != names.keys().size()) {
        return table;
      }
      rows.add(new Row(row.label(), cells, row.notes()));
    }
    return table.withRows(rows);
  }

  /**
   * The table without the head that each cell of a column begins with again, as what narrow screens
   * show; as it is where one cell does not, or goes on as a sentence does.
   */
  private static PageTable behindHeads(PageTable table, List<SourceText> heads) {
    List<Row> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      List<SourceText> cells = new ArrayList<>();
      for (int i = 0; i < heads.size() && row.cells().size() == heads.size(); i++) {
        String head = heads.get(i).text() + " ";
        SourceText cell = row.cells().get(i);
        if (cell.text().startsWith(head) && !Character.isLowerCase(cell.charAt(head.length()))) {
          cells.add(cell.slice(head.length()));
        }
      }
      if (!row.isApart() || heads.isEmpty() || cells.size() != heads.size()) {
        return table;
      }
      rows.add(new Row(row.label(), cells, row.notes()));
    }
    return rows.size() < FEWEST_ROWS ? table : table.withRows(rows);
  }

  private static boolean isHead(List<String> heads, int column, SourceText name) {
    return column < heads.size() && heads.get(column).equals(name.text());
  }

  /** What a colon parts from each cell of a column, where that begins with the name of it. */
  private static List<String> heads(PageTable table, SubjectNames names) {
    List<String> heads = new ArrayList<>();
    for (SourceText cell : table.rows().get(0).cells()) {
      int column = heads.size();
      int end = Math.max(0, cell.text().indexOf(": "));
      String head = cell.text().substring(0, end) + ": ";
      boolean all =
          behindName(cell.slice(0, end), names, column).isPresent()
              && table.rows().stream()
                  .allMatch(
                      row ->
                          row.cells().size() > column
                              && row.cells().get(column).text().startsWith(head));
      heads.add(all ? head.substring(0, end) : "");
    }
    return heads;
  }

  /**
   * What stands behind the name of a column that a cell begins with; absent without the name, and
   * for a sentence about it: {@code Beta rests at night.}
   */
  private static Optional<SourceText> behindName(SourceText cell, SubjectNames names, int column) {
    int end = cell.length();
    while (end > 0) {
      if (names.contain(cell.slice(0, end)) && names.indexOf(cell.slice(0, end)) == column) {
        SourceText rest = cell.slice(end).strip();
        boolean told = !rest.isEmpty() && Character.isLowerCase(rest.charAt(0));
        return Optional.of(rest).filter(value -> !told || !cell.text().endsWith("."));
      }
      end = cell.text().lastIndexOf(' ', end - 1);
    }
    return Optional.empty();
  }

  /** True for a row of lines one of which is a name, with its end for a cell: {@code Brio}, 3. */
  static boolean cutNames(PageTable table, SubjectNames names) {
    return table.rows().stream()
        .filter(row -> !row.label().isEmpty())
        .anyMatch(
            row ->
                row.cells().stream()
                    .anyMatch(cell -> names.contain(row.label().text() + " " + cell.text())));
  }

  /** True for a row of nothing but such cells: its label is the line above it, which is no cell. */
  static boolean areAlone(List<List<SourceText>> rows, SubjectNames names) {
    for (List<SourceText> row : rows) {
      boolean alone = row.size() > 1;
      for (int i = 0; alone && i < row.size(); i++) {
        alone = LinePair.of(row.get(i), names::contain).isPresent();
      }
      if (alone) {
        return true;
      }
    }
    return false;
  }
}
