package dev.unglue.page;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.RowKinds;
import dev.unglue.split.open.ShapedHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns tables whose cells are kept apart, until their labels stand on the left and their subjects
 * above: a first row that names the subjects becomes the header, a column of labels between the
 * cells or behind numbers of rows goes first, and a table with a row for each subject is turned
 * over. Known labels and the names of the title tell which it is; where they tell nothing, the
 * table stays as it came.
 */
record TableOrienter(RowKinds kinds) {
  /**
   * The table as its rows and columns are meant.
   *
   * @param named the names by title or address; may be empty
   */
  PageTable orient(PageTable table, List<String> named) {
    if (!isApart(table)) {
      return table;
    }
    SubjectNames names = SubjectNames.of(named);
    PageTable headed = table.header().isPresent() ? table : promoted(table, names);
    if (headed.header().isEmpty()) {
      return headed;
    }
    return withoutNames(withoutRepeatedHeader(turned(labelsFirst(headed, names), names)));
  }

  private static boolean isApart(PageTable table) {
    return table.header().map(row -> row.join() == Join.APART).orElse(true)
        && !table.rows().isEmpty()
        && table.rows().stream().allMatch(row -> row.join() == Join.APART);
  }

  // --- the header -----------------------------------------------------------------------------

  /** The first row as header, where it names the title's subjects, or labels, or has a corner. */
  private PageTable promoted(PageTable table, SubjectNames names) {
    Row first = table.rows().get(0);
    boolean corner = ShapedHeader.isCorner(first.label().text()) && isOfNames(first.cells());
    boolean labels = first.cells().stream().filter(this::isLabel).count() >= 2;
    boolean header = corner || labels || names.areExactly(first.cells());
    if (table.rows().size() < 2 || first.cells().size() < 2 || isLabel(first.label()) || !header) {
      return table;
    }
    List<Row> body = table.rows().subList(1, table.rows().size());
    return new PageTable(table.layout(), Optional.of(first), body, table.sides());
  }

  /** Cells that begin with a letter or a number of a name, and hold no amount. */
  private static boolean isOfNames(List<SourceText> cells) {
    return cells.stream()
        .allMatch(cell -> cell.text().codePoints().filter(Character::isLetter).count() >= 2);
  }

  /** A header that comes again among the rows is none of them. */
  private static PageTable withoutRepeatedHeader(PageTable table) {
    Row header = table.header().orElseThrow();
    List<Row> rows = table.rows().stream().filter(row -> !isSame(row, header)).toList();
    return rows.isEmpty() || rows.size() == table.rows().size()
        ? table
        : new PageTable(table.layout(), table.header(), rows, table.sides());
  }

  private static boolean isSame(Row row, Row header) {
    return header.cells().size() >= 2
        && texts(row.cells()).equals(texts(header.cells()))
        && (row.label().isEmpty() || row.label().text().equals(header.label().text()));
  }

  /** Narrow screens show the name of the column in each cell: {@code Plumber: $51,204}. */
  private static PageTable withoutNames(PageTable table) {
    List<SourceText> names = table.header().orElseThrow().cells();
    List<Row> rows =
        table.rows().stream()
            .map(row -> new Row(row.label(), bare(row, names), row.join()))
            .toList();
    return new PageTable(table.layout(), table.header(), rows, table.sides());
  }

  private static List<SourceText> bare(Row row, List<SourceText> names) {
    return IntStream.range(0, row.cells().size())
        .mapToObj(
            i -> i < names.size() ? bare(row.cells().get(i), names.get(i)) : row.cells().get(i))
        .toList();
  }

  private static SourceText bare(SourceText cell, SourceText name) {
    int end = name.length();
    boolean named =
        end > 0
            && cell.length() > end + 1
            && cell.charAt(end) == ':'
            && cell.text().regionMatches(true, 0, name.text(), 0, end);
    return named ? cell.slice(end + 1).strip() : cell;
  }

  private static List<String> texts(List<SourceText> cells) {
    return cells.stream().map(SourceText::text).toList();
  }

  // --- the column of labels -------------------------------------------------------------------

  private PageTable labelsFirst(PageTable table, SubjectNames names) {
    List<SourceText> header = cells(table.header().orElseThrow());
    List<List<SourceText>> rows = table.rows().stream().map(TableOrienter::cells).toList();
    if (rows.stream().anyMatch(row -> row.size() != header.size())) {
      return table;
    }
    int labels = labelColumn(header, rows, names);
    if (labels == 0) {
      return table;
    }
    List<Integer> kept =
        IntStream.range(0, header.size())
            .filter(i -> i > labels || (i < labels && isSubject(header.get(i), names)))
            .boxed()
            .toList();
    List<Row> body = rows.stream().map(row -> row(row, labels, kept)).toList();
    return new PageTable(
        table.layout(), Optional.of(row(header, labels, kept)), body, table.sides());
  }

  private static List<SourceText> cells(Row row) {
    List<SourceText> cells = new ArrayList<>();
    cells.add(row.label());
    cells.addAll(row.cells());
    return cells;
  }

  private static Row row(List<SourceText> cells, int label, List<Integer> kept) {
    return new Row(cells.get(label), kept.stream().map(cells::get).toList(), Join.APART);
  }

  /** The column that holds the labels: most of the known ones, or the only one without a name. */
  private int labelColumn(
      List<SourceText> header, List<List<SourceText>> rows, SubjectNames names) {
    if (known(rows, 0) > 0) {
      return 0;
    }
    for (int i = 1; i < header.size(); i++) {
      if (known(rows, i) * 2 >= rows.size()) {
        return i;
      }
    }
    if (header.size() > 2 && isNumbering(header.get(0), rows)) {
      return 1;
    }
    boolean between = header.size() > 2 && header.get(1).isEmpty() && names.contain(header.get(0));
    return between ? 1 : 0;
  }

  private long known(List<List<SourceText>> rows, int column) {
    return rows.stream().filter(row -> isLabel(row.get(column))).count();
  }

  private boolean isLabel(SourceText text) {
    return kinds.isLabel(text.text());
  }

  /** Numbers of the rows, one after the other. */
  private static boolean isNumbering(SourceText head, List<List<SourceText>> rows) {
    boolean bare = head.isEmpty() || head.text().matches("(?i)#|no\\.?|nr\\.?");
    return bare
        && rows.size() >= 2
        && IntStream.range(0, rows.size())
            .allMatch(i -> rows.get(i).get(0).text().matches((i + 1) + "[.)]?"));
  }

  private static boolean isSubject(SourceText head, SubjectNames names) {
    return names.isEmpty()
        ? !head.isEmpty()
            && !ShapedHeader.isCorner(head.text())
            && head.text().codePoints().anyMatch(Character::isLetter)
        : names.contain(head);
  }

  // --- a row for each subject -----------------------------------------------------------------

  private PageTable turned(PageTable table, SubjectNames names) {
    Row header = table.header().orElseThrow();
    boolean whole =
        table.rows().stream().allMatch(row -> row.cells().size() == header.cells().size());
    return whole && isTurned(table, header, names) ? turnedOver(table, header) : table;
  }

  private boolean isTurned(PageTable table, Row header, SubjectNames names) {
    boolean labelled = table.rows().stream().anyMatch(row -> isLabel(row.label()));
    boolean named = table.rows().stream().anyMatch(row -> row.label().isEmpty());
    if (labelled || named || header.cells().stream().anyMatch(names::contain)) {
      return false;
    }
    long known = header.cells().stream().filter(this::isLabel).count();
    return (known >= 2 && known * 2 >= header.cells().size())
        || names.areIn(table.rows().stream().map(Row::label).toList());
  }

  private static PageTable turnedOver(PageTable table, Row header) {
    List<SourceText> subjects = table.rows().stream().map(Row::label).toList();
    List<Row> rows =
        IntStream.range(0, header.cells().size())
            .mapToObj(i -> new Row(header.cells().get(i), column(table, i), Join.APART))
            .toList();
    Row names = new Row(header.label(), subjects, Join.APART);
    return new PageTable(table.layout(), Optional.of(names), rows, table.sides());
  }

  private static List<SourceText> column(PageTable table, int column) {
    return table.rows().stream().map(row -> row.cells().get(column)).toList();
  }
}
