package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns tables whose cells are kept apart, until their labels stand on the left and their subjects
 * above: a first row that names the subjects becomes the header, a column of labels between the
 * cells or behind numbers of rows goes first, and a table with a row for each subject is turned
 * over. Known labels and the names of the title tell which it is; where they tell nothing, the
 * table stays as it came.
 */
record TableOrientation(PageClues clues) {
  private static final int FEWEST_BETWEEN = 3;

  /** The table as its rows and columns are meant. */
  PageTable orient(PageTable table) {
    if (!isApart(table)) {
      return table;
    }
    PageTable headed = table.header().isPresent() ? table : promoted(table);
    if (headed.header().isEmpty()) {
      return areBetween(headed.rows()) ? labelsBetween(headed) : headed;
    }
    PageTable placed = labelsFirst(withoutRepeatedHeader(headed));
    return HeaderNames.withoutNames(new SubjectRows(clues).turned(placed));
  }

  private SubjectNames names() {
    return clues.names();
  }

  private static boolean isApart(PageTable table) {
    return table.header().map(Row::isApart).orElse(true)
        && !table.rows().isEmpty()
        && table.rows().stream().allMatch(Row::isApart);
  }

  // --- the header -----------------------------------------------------------------------------

  /**
   * The first row as header, where it names the title's subjects, or labels, or has a corner, be it
   * behind the head of the numbers of rows.
   */
  private PageTable promoted(PageTable table) {
    Row first = table.rows().get(0);
    boolean other = !names().isEmpty() && first.cells().stream().noneMatch(names()::shareWord);
    boolean corner =
        HeaderWords.isCorner(first.label().text()) && isOfNames(first.cells()) && !other;
    boolean labels = first.cells().stream().filter(this::isLabel).count() >= 2;
    boolean numbered =
        HeaderWords.isSerial(first.label().text())
            && (names().areIn(first.cells()) || HeaderWords.isCorner(first.cells().get(0).text()));
    boolean header = corner || labels || numbered || names().areExactly(first.cells());
    if (table.rows().size() < 2 || first.cells().size() < 2 || isLabel(first.label()) || !header) {
      return table;
    }
    List<Row> body = table.rows().subList(1, table.rows().size());
    return table.withHeader(first).withRows(body);
  }

  /** Cells that begin with a letter or a number of a name, and hold no amount. */
  private static boolean isOfNames(List<SourceText> cells) {
    return cells.stream()
        .allMatch(cell -> cell.text().codePoints().filter(Character::isLetter).count() >= 2);
  }

  /**
   * A header that comes again among the rows is none of them, nor are those that have other words
   * above the labels where the first one has some, too: each of them heads a part.
   */
  private PageTable withoutRepeatedHeader(PageTable table) {
    Row header = table.header().orElseThrow();
    SourceText corner = header.label();
    boolean mayHead = table.layout() != Layout.HTML && clues.names().areExactly(header.cells());
    int fewest = mayHead ? 1 : 2; // HTML can say that cells head columns
    boolean parts =
        !corner.isEmpty()
            && !HeaderWords.isOnlyCorner(corner.text())
            && table.rows().stream().filter(row -> isOfSame(row, header)).count() >= fewest;
    List<Row> rows =
        table.rows().stream()
            .filter(row -> parts ? !isOfSame(row, header) : !isSame(row, header))
            .toList();
    return rows.isEmpty() || rows.size() == table.rows().size() ? table : table.withRows(rows);
  }

  private static boolean isSame(Row row, Row header) {
    return isOfSame(row, header)
        && (row.label().isEmpty() || row.label().text().equals(header.label().text()));
  }

  private static boolean isOfSame(Row row, Row header) {
    return header.cells().size() >= 2 && texts(row.cells()).equals(texts(header.cells()));
  }

  private static List<String> texts(List<SourceText> cells) {
    return cells.stream().map(SourceText::text).toList();
  }

  // --- the column of labels -------------------------------------------------------------------

  /** True for words between two cells of which figures show that neither is the label. */
  private boolean areBetween(List<Row> rows) {
    boolean pairs = rows.stream().allMatch(row -> row.cells().size() == 2);
    if (!pairs || names().keys().size() != 2 || rows.size() < FEWEST_BETWEEN) {
      return false;
    }
    long figures =
        rows.stream()
            .filter(row -> GridParts.isFigure(row.label()))
            .filter(row -> GridParts.isFigure(row.cells().get(1)))
            .count();
    List<String> labels = rows.stream().map(row -> row.cells().get(0).text()).toList();
    return figures * 2 > rows.size()
        && labels.stream().distinct().count() == labels.size()
        && labels.stream().allMatch(label -> label.codePoints().noneMatch(Character::isDigit));
  }

  private static PageTable labelsBetween(PageTable table) {
    List<Row> rows =
        table.rows().stream()
            .map(
                row ->
                    new Row(
                        row.cells().get(0),
                        List.of(row.label(), row.cells().get(1)),
                        row.join(),
                        row.notes()))
            .toList();
    return new PageTable(table.layout(), table.header(), rows, Sides.KEPT, table.unclear());
  }

  private PageTable labelsFirst(PageTable table) {
    int named = table.header().orElseThrow().cells().size() + 1;
    boolean beyond = table.rows().stream().anyMatch(row -> row.cells().size() >= named);
    // one column more has no name, as links have none; of several nobody knows which
    int width = table.layout() == Layout.HTML && beyond ? named + 1 : named;
    List<SourceText> header = cells(table.header().orElseThrow(), width);
    List<List<SourceText>> rows =
        table.rows().stream().map(row -> cells(row, header.size())).toList();
    boolean placed = table.sides() == Sides.KEPT || isWhole(table);
    if (!placed || rows.stream().anyMatch(row -> row.size() != header.size())) {
      return table;
    }
    int labels = labelColumn(header, rows);
    List<Integer> kept = withoutSides(keptColumns(header, rows, labels), header, rows);
    int columns = isRarelyBeyond(table, named) ? named : header.size();
    if (labels == 0 && isInOrder(kept) && kept.size() == columns - 1) {
      return table;
    }
    List<Row> body =
        IntStream.range(0, rows.size())
            .mapToObj(i -> row(rows.get(i), labels, kept, table.rows().get(i).notes()))
            .toList();
    return table.withHeader(row(header, labels, kept, List.of())).withRows(body);
  }

  /** True if a few rows are longer than the header: such a cell is no remark below no name. */
  private static boolean isRarelyBeyond(PageTable table, int columns) {
    long beyond =
        table.rows().stream()
            .map(row -> cells(row))
            .filter(row -> row.stream().skip(columns).anyMatch(cell -> !cell.isEmpty()))
            .count();
    return beyond > 0 && beyond * 2 < table.rows().size();
  }

  private static boolean isInOrder(List<Integer> columns) {
    return IntStream.range(1, columns.size()).allMatch(i -> columns.get(i - 1) < columns.get(i));
  }

  private static List<SourceText> cells(Row row) {
    List<SourceText> cells = new ArrayList<>();
    cells.add(row.label());
    cells.addAll(row.cells());
    return cells;
  }

  /** The cells of a row; those that it lacks at its end are empty. */
  private static List<SourceText> cells(Row row, int fewest) {
    List<SourceText> cells = cells(row);
    while (cells.size() < fewest) {
      SourceText last = cells.get(cells.size() - 1);
      cells.add(last.slice(last.length()));
    }
    return cells;
  }

  /** A row of these columns; what stands in others is a note. */
  private static Row row(
      List<SourceText> cells, int label, List<Integer> kept, List<SourceText> notes) {
    List<SourceText> more = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i != label && !kept.contains(i) && !cells.get(i).isEmpty()) {
        more.add(cells.get(i));
      }
    }
    more.addAll(notes);
    return new Row(cells.get(label), kept.stream().map(cells::get).toList(), more);
  }

  /** The column that holds the labels: most of the known ones, or the one before the subjects. */
  private int labelColumn(List<SourceText> header, List<List<SourceText>> rows) {
    if (known(rows, 0) > 0) {
      return 0;
    }
    for (int i = 1; i < header.size(); i++) {
      if (known(rows, i) * 2 >= rows.size()) {
        return i;
      }
    }
    boolean between =
        header.size() > 2 && header.get(1).isEmpty() && names().contain(header.get(0));
    if (between || isBetween(header)) {
      return 1;
    }
    List<Integer> subjects = subjects(header);
    boolean second =
        header.size() > 2
            && (isNumbering(header, rows) || isEmpty(rows, 0) || isOfGroups(header, rows))
            && isOfLabels(header, rows);
    return subjects.isEmpty()
        ? (second ? 1 : cornerAtEnd(header))
        : LabelsBeside.of(subjects, header, rows);
  }

  /**
   * True if the second column holds labels, or the names of the rows: by its head, the title, or
   * the forms of what stands behind it; pictures have no such before cells of subjects.
   */
  private boolean isOfLabels(List<SourceText> header, List<List<SourceText>> rows) {
    ColumnForms forms = ColumnForms.of(behind(rows, 2));
    boolean pictures = isEmpty(rows, 0);
    boolean shown = forms.areOfRows() || (pictures && forms.areOfColumns());
    return HeaderWords.isCorner(header.get(1).text())
        || names().areIn(rows.stream().map(row -> row.get(1)).toList())
        || (header.size() > 3 && shown);
  }

  /** The last column where a word for labels heads it and no other; else the first. */
  private static int cornerAtEnd(List<SourceText> header) {
    int last = header.size() - 1;
    boolean first = header.get(0).isEmpty() || HeaderWords.isCorner(header.get(0).text());
    return last > 1 && !first && HeaderWords.isOnlyCorner(header.get(last).text()) ? last : 0;
  }

  /** True for a column between two names, one of which the title may go on behind. */
  private boolean isBetween(List<SourceText> header) {
    return header.size() == 3
        && names().keys().size() == 2
        && names().contain(header.get(0))
        && !names().shareWord(header.get(1))
        && names().begin(header.get(2));
  }

  private static List<List<SourceText>> behind(List<List<SourceText>> rows, int column) {
    return rows.stream().map(row -> row.subList(column, row.size())).toList();
  }

  /** The columns that the names of the title head; none unless it names two of them. */
  private List<Integer> subjects(List<SourceText> header) {
    List<Integer> subjects =
        IntStream.range(0, header.size())
            .filter(i -> names().contain(header.get(i)))
            .boxed()
            .toList();
    return subjects.size() < 2 ? List.of() : subjects;
  }

  /**
   * The columns of cells: subjects first where the title names them, then what has a name. One
   * column more than all subjects of the title is about them and no subject, whatever its name.
   */
  private List<Integer> keptColumns(
      List<SourceText> header, List<List<SourceText>> rows, int labels) {
    List<Integer> subjects = subjects(header);
    boolean named = !subjects.isEmpty();
    List<Integer> kept = new ArrayList<>(subjects);
    boolean all = names().areIn(header) && subjects.size() == names().keys().size();
    if (all && header.size() - 1 - subjects.size() == 1) {
      return kept;
    }
    for (int i = 0; i < header.size(); i++) {
      boolean behind = i > (named ? subjects.get(0) : labels);
      boolean before = isSubject(header.get(i)) && !isEmpty(rows, i);
      boolean more = behind ? !named || !header.get(i).isEmpty() : before;
      if (i != labels && more && !kept.contains(i)) {
        kept.add(i);
      }
    }
    return kept;
  }

  /**
   * Without columns that say something of others ({@code Unit}, {@code Rank}): beside the names of
   * the title, or beside two columns at least that are alike along the rows.
   */
  private List<Integer> withoutSides(
      List<Integer> kept, List<SourceText> header, List<List<SourceText>> rows) {
    List<Integer> others =
        kept.stream()
            .filter(
                i -> names().contain(header.get(i)) || !HeaderWords.isSide(header.get(i).text()))
            .toList();
    boolean shown =
        others.size() != kept.size()
            && others.size() >= 2
            && (others.stream().filter(i -> names().contain(header.get(i))).count() >= 2
                || ColumnForms.of(columns(rows, others)).areOfRows());
    return shown ? others : kept;
  }

  static List<List<SourceText>> columns(List<List<SourceText>> rows, List<Integer> some) {
    return rows.stream().map(row -> some.stream().map(row::get).toList()).toList();
  }

  private long known(List<List<SourceText>> rows, int column) {
    return rows.stream().filter(row -> isLabel(row.get(column))).count();
  }

  private boolean isLabel(SourceText text) {
    return clues.labels().isLabel(text);
  }

  /**
   * Numbers of the rows: below a heading that says so, or none, one after the other; beside a
   * heading of labels, of any form.
   */
  private static boolean isNumbering(List<SourceText> header, List<List<SourceText>> rows) {
    boolean serial = HeaderWords.isSerial(header.get(0).text());
    return (serial && HeaderWords.isCorner(header.get(1).text()))
        || ((serial || header.get(0).isEmpty()) && isCounting(rows, 0));
  }

  /** True for a first column that groups the rows, and whose head says so beside that of labels. */
  private static boolean isOfGroups(List<SourceText> header, List<List<SourceText>> rows) {
    return header.stream().limit(2).map(SourceText::text).allMatch(HeaderWords::isCorner)
        && LabelsBeside.different(rows, 0) < rows.size()
        && LabelsBeside.different(rows, 1) == rows.size();
  }

  /** A column of pictures. */
  private static boolean isEmpty(List<List<SourceText>> rows, int column) {
    return rows.stream().allMatch(row -> row.get(column).isEmpty());
  }

  static boolean isCounting(List<List<SourceText>> rows, int column) {
    return rows.size() >= 2
        && IntStream.range(0, rows.size())
            .allMatch(i -> isNumber(rows.get(i).get(column).text(), i + 1));
  }

  private static boolean isNumber(String cell, int number) {
    String digits = (number < 10 && cell.startsWith("0") ? "0" : "") + number;
    return cell.equals(digits) || cell.equals(digits + ".") || cell.equals(digits + ")");
  }

  private boolean isSubject(SourceText head) {
    return names().isEmpty()
        ? !head.isEmpty()
            && !HeaderWords.isCorner(head.text())
            && !HeaderWords.isSerial(head.text())
            && head.text().codePoints().anyMatch(Character::isLetter)
        : names().contain(head);
  }

  /** True if each row has a cell for each of the header. */
  static boolean isWhole(PageTable table) {
    int columns = table.header().map(header -> header.cells().size()).orElse(0);
    return table.rows().stream().allMatch(row -> row.cells().size() == columns);
  }
}
