package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.LabelledShape;
import dev.unglue.extract.table.role.LineCells;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A label, and below it a line for each subject of the title: {@code Sensor}, {@code Alpha: CMOS},
 * {@code Beta: CCD}.
 */
final class SubjectLists {
  private static final int LONGEST_LABEL = 80;
  private static final int FEWEST_ROWS = 2;

  private final List<SourceText> lines;
  private final SubjectNames names;
  private final List<Row> rows = new ArrayList<>();
  private Optional<Row> header = Optional.empty();
  private int first = -1;
  private int last = -1;

  private SubjectLists(List<SourceText> lines, SubjectNames names) {
    this.lines = lines;
    this.names = names;
  }

  /**
   * The tables of a page's lines, one a group; none where fewer than two labels have a line for
   * each subject.
   *
   * @param groups lines that follow each other, none of them blank
   * @param names the subjects by title or address
   */
  static List<FoundTable> find(List<List<SourceText>> groups, SubjectNames names) {
    List<FoundTable> found =
        groups.stream().flatMap(group -> new SubjectLists(group, names).read().stream()).toList();
    int rows = found.stream().mapToInt(table -> table.shape().size()).sum();
    return rows < FEWEST_ROWS ? List.of() : found;
  }

  /** A line of one subject: its name, and what is said of it. */
  private record Said(SourceText name, SourceText cell) {}

  private Optional<FoundTable> read() {
    int columns = names.keys().size();
    int at = 1;
    while (at + columns <= lines.size()) {
      at += readRow(at, columns) ? columns : 1;
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    PageTable table = new PageTable(Layout.LINES, header, rows, Sides.KEPT);
    Span span = new Span(lines.get(first).span().start(), lines.get(last).span().end());
    return Optional.of(new FoundTable(new LabelledShape(table), 0, 0, span));
  }

  /** True if a label stands above line {@code at} and a line for each subject from there on. */
  private boolean readRow(int at, int columns) {
    SourceText label = lines.get(at - 1);
    if (label.length() > LONGEST_LABEL || said(label).isPresent() || names.contain(label)) {
      return false;
    }
    TreeMap<Integer, Said> cells = new TreeMap<>();
    for (int i = 0; i < columns; i++) {
      Optional<Said> said = said(lines.get(at + i));
      if (said.isEmpty()) {
        return false;
      }
      cells.put(column(said.get().name(), i), said.get());
    }
    if (cells.size() < columns || cells.lastKey() >= columns) {
      return false;
    }
    add(label, List.copyOf(cells.values()));
    first = first < 0 ? at - 1 : first;
    last = at + columns - 1;
    return true;
  }

  /** The place of a name in the first row; there, the place of its line. */
  private int column(SourceText name, int line) {
    if (header.isEmpty()) {
      return line;
    }
    List<SourceText> order = header.get().cells();
    int column = 0;
    while (column < order.size() && !names.areSame(order.get(column), name)) {
      column++;
    }
    return column;
  }

  private void add(SourceText label, List<Said> cells) {
    if (header.isEmpty()) {
      List<SourceText> subjects = cells.stream().map(Said::name).toList();
      header = Optional.of(LineCells.header(subjects, Join.APART));
    }
    boolean colon = label.text().endsWith(":");
    SourceText text = colon ? label.slice(0, label.length() - 1).strip() : label;
    rows.add(new Row(text, cells.stream().map(Said::cell).toList(), Join.APART));
  }

  /** Without the mark of a list. */
  private static SourceText bare(SourceText line) {
    boolean marked = line.length() > 2 && "-*•–".indexOf(line.charAt(0)) >= 0;
    return marked && line.charAt(1) == ' ' ? line.slice(2).strip() : line;
  }

  /** A name of the title, a colon or a dash, and something behind it. */
  private Optional<Said> said(SourceText printed) {
    SourceText line = bare(printed);
    for (String mark : List.of(":", " - ", " – ", " — ")) {
      int at = line.text().indexOf(mark);
      if (at > 0 && at <= LONGEST_LABEL && names.contain(line.slice(0, at).strip())) {
        SourceText cell = line.slice(at + mark.length()).strip();
        return cell.isEmpty()
            ? Optional.empty()
            : Optional.of(new Said(line.slice(0, at).strip(), cell));
      }
    }
    return Optional.empty();
  }
}
