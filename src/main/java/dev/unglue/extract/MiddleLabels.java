package dev.unglue.extract;

import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One cell a line, each label between the cells of two subjects: {@code 9 kW}, {@code Power},
 * {@code 4 kW}. A lost cell would shift all that follow, so each label must be one and stand there
 * once, and half of the rows of a group show by figures, or by equal cells, that they are whole.
 *
 * @param names the two subjects, in the order of the title
 */
record MiddleLabels(SubjectNames names) {
  private static final int ROW = 3;
  private static final int FEWEST_ROWS = 4;
  private static final int LONGEST_CELL = 80;
  private static final String ASKED = "?";

  /**
   * The tables, and the other groups of such lines as rows that stay open; none without a table.
   */
  List<FoundTable> find(List<List<SourceText>> groups) {
    List<FoundTable> found = new ArrayList<>();
    int read = 0;
    boolean told = names.keys().size() == 2 && groups.stream().noneMatch(this::isTurned);
    for (List<SourceText> group : told ? groups : List.<List<SourceText>>of()) {
      List<SourceText> lines = withoutRemarks(group);
      List<Row> rows = rows(lines);
      read += rows.size();
      if (!rows.isEmpty()) {
        found.add(FoundTable.of(new PageTable(Layout.LINES, rows)));
      } else if (read > 0
          && lines.size() >= ROW
          && lines.stream().anyMatch(MiddleLabels::isFigure)) {
        List<Row> open = List.of(Row.header(lines));
        found.add(
            FoundTable.of(new PageTable(Layout.LINES, Optional.empty(), open, Sides.SHIFTED)));
      }
    }
    return read < FEWEST_ROWS ? List.of() : found;
  }

  /** True if the second name stands right before the first, or only a label between them. */
  private boolean isTurned(List<SourceText> lines) {
    int second = -ROW;
    for (int at = 0; at < lines.size(); at++) {
      int name = names.contain(lines.get(at)) ? names.indexOf(lines.get(at)) : -1;
      if (name == 0 && at - second < ROW) {
        return true;
      }
      second = name == 1 ? at : second;
    }
    return false;
  }

  /** Without a sign that asks for a remark behind a label, and that remark. */
  private static List<SourceText> withoutRemarks(List<SourceText> group) {
    List<SourceText> lines = new ArrayList<>();
    boolean asked = false;
    for (SourceText line : group) {
      boolean remark = asked && line.text().endsWith(".");
      asked = line.text().equals(ASKED);
      if (!asked && !remark) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The rows of all lines; none where one is no row, or too few show themselves. */
  private List<Row> rows(List<SourceText> lines) {
    List<Row> rows = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    int sure = 0;
    for (int at = 0; at + ROW <= lines.size(); at += ROW) {
      SourceText label = lines.get(at + 1);
      List<SourceText> cells = List.of(lines.get(at), lines.get(at + 2));
      boolean own = labels.add(label.text()) && isLabel(label.text());
      if (!own || !cells.stream().allMatch(MiddleLabels::isShort)) {
        return List.of();
      }
      rows.add(new Row(label, cells));
      sure += isSure(cells.get(0).text(), cells.get(1).text()) ? 1 : 0;
    }
    boolean whole = lines.size() % ROW == 0 && sure > 0 && sure * 2 >= rows.size();
    return whole ? rows : List.of();
  }

  private static boolean isLabel(String text) {
    return CellText.mayBeLabel(text)
        && !CellText.isFigure(text)
        && Character.isLetter(text.charAt(0))
        && ".:!,".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static boolean isShort(SourceText cell) {
    return cell.length() <= LONGEST_CELL && !cell.text().endsWith(".");
  }

  private static boolean isFigure(SourceText line) {
    return CellText.isFigure(line.text());
  }

  private static boolean isSure(String left, String right) {
    return left.equals(right) || (CellText.isFigure(left) && CellText.isFigure(right));
  }
}
