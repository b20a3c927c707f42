package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.LabelledShape;
import dev.unglue.extract.table.role.LineCells;
import dev.unglue.extract.text.InlineMarkdown;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A label, and below it a line for each subject of the title: {@code Sensor}, {@code Alpha: CMOS},
 * {@code Beta: CCD}. Where labels have a line for each, others may have fewer.
 */
final class SubjectLists {
  private static final int LONGEST_LABEL = 80;
  private static final int FEWEST_ROWS = 2;

  private final List<SourceText> lines;
  private final SubjectNames names;
  private final List<Row> rows = new ArrayList<>();
  private List<SourceText> header = List.of();
  private int whole;
  private int first = -1;
  private int last = -1;

  private SubjectLists(List<SourceText> lines, SubjectNames names) {
    this.lines = lines.stream().map(InlineMarkdown::row).toList();
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
    List<SubjectLists> lists =
        groups.stream()
            .map(group -> new SubjectLists(group, names))
            .filter(SubjectLists::read)
            .toList();
    if (lists.stream().mapToInt(list -> list.whole).sum() < FEWEST_ROWS) {
      return List.of();
    }
    List<SourceText> header =
        lists.stream()
            .map(list -> list.header)
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElseThrow();
    return lists.stream().map(list -> list.found(header)).toList();
  }

  /** A line of one subject: its name, and what is said of it. */
  private record Said(SourceText name, SourceText cell) {}

  /** Reads the rows; true if there are any. */
  private boolean read() {
    int at = 1;
    while (at < lines.size()) {
      at += Math.max(1, readRow(at));
    }
    return !rows.isEmpty();
  }

  private FoundTable found(List<SourceText> others) {
    Row names = LineCells.header(header.isEmpty() ? others : header, Join.APART);
    PageTable table = new PageTable(Layout.LINES, Optional.of(names), rows, Sides.KEPT);
    Span span = new Span(lines.get(first).span().start(), lines.get(last).span().end());
    return new FoundTable(new LabelledShape(table), 0, 0, span);
  }

  /** The number of lines, each of another subject, below a label on the line before. */
  private int readRow(int at) {
    if (said(lines.get(at)).isEmpty()) {
      return 0; // as nearly everywhere
    }
    SourceText label = lines.get(at - 1);
    if (label.length() > LONGEST_LABEL || said(label).isPresent() || names.contain(label)) {
      return 0;
    }
    TreeMap<Integer, Said> cells = new TreeMap<>();
    int end = at;
    while (end < lines.size()) {
      Optional<Said> said = said(lines.get(end));
      if (said.isEmpty() || cells.putIfAbsent(column(said.get()), said.get()) != null) {
        break;
      }
      end++;
    }
    if (end > at) {
      add(label, cells);
      first = first < 0 ? at - 1 : first;
      last = end - 1;
    }
    return end - at;
  }

  private int column(Said said) {
    return names.indexOf(said.name());
  }

  private void add(SourceText label, Map<Integer, Said> said) {
    int columns = names.keys().size();
    if (said.size() == columns) {
      whole++;
      header = header.isEmpty() ? said.values().stream().map(Said::name).toList() : header;
    }
    SourceText none = label.slice(label.length());
    List<SourceText> cells =
        IntStream.range(0, columns)
            .mapToObj(i -> said.containsKey(i) ? said.get(i).cell() : none)
            .toList();
    SourceText heading = withoutMarks(label);
    boolean colon = heading.text().endsWith(":");
    SourceText text = colon ? heading.slice(0, heading.length() - 1).strip() : heading;
    rows.add(new Row(text, cells, Join.APART));
  }

  /** Without the marks of a heading. */
  private static SourceText withoutMarks(SourceText line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '#') {
      at++;
    }
    boolean marked = at > 0 && at < line.length() && line.charAt(at) == ' ';
    return marked ? line.slice(at).strip() : line;
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
