package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns a table with a row for each subject over. Known labels above the columns show it, the names
 * of the title before the rows, or the forms of the cells; what these leave in doubt stays open. On
 * a page that does not say what it is about, a table of nobody's names is read as it is printed.
 */
record SubjectRows(PageClues clues) {
  private static final String TWICE = "two of its columns have one name, which no title names";
  private static final String ROWS = "its rows seem to stand for subjects, which no title names";

  /** A longer list is no comparison. */
  private static final int MOST_SUBJECTS = 60;

  /** The table with a column for each subject. */
  PageTable turned(PageTable table) {
    return doubted(over(table));
  }

  private SubjectNames names() {
    return clues.names();
  }

  private PageTable over(PageTable table) {
    Row header = table.header().orElseThrow();
    if (!TableOrientation.isWhole(table) || !mayBeTurned(table, header)) {
      return table;
    }
    ColumnForms forms = ColumnForms.of(table);
    boolean named = areNames(table);
    if (isTurned(table, header) || (names().isEmpty() && named && isShown(table, header, forms))) {
      return turnedOver(table, header);
    }
    boolean rows = named ? forms.areOfColumns() : mayBeOfThings(table, header, forms);
    boolean other = header.cells().stream().noneMatch(names()::shareWord);
    return other && rows && clues.isTitled() ? table.withUnclear(ROWS) : table;
  }

  /** True if rows without names seem to be of things; ranks with gaps are read as printed. */
  private static boolean mayBeOfThings(PageTable table, Row header, ColumnForms forms) {
    return HeaderWords.isRank(header.label().text())
        ? isCounting(table.rows())
        : forms.mayBeOfColumns();
  }

  private static boolean isCounting(List<Row> rows) {
    return IntStream.range(0, rows.size())
        .allMatch(i -> rows.get(i).label().text().equals(String.valueOf(i + 1)));
  }

  /** Below names that no title knows some tables tell of nobody. */
  private PageTable doubted(PageTable table) {
    List<SourceText> all = table.header().orElseThrow().cells();
    boolean named = all.stream().anyMatch(names()::shareWord);
    List<SourceText> header =
        named ? all.stream().filter(c -> !c.isEmpty() && !names().shareWord(c)).toList() : all;
    boolean twice = header.stream().map(SourceText::text).distinct().count() < header.size();
    boolean known = table.rows().stream().anyMatch(row -> clues.labels().isLabel(row.label()));
    return twice && !known ? table.withUnclear(TWICE) : table;
  }

  /** True for a name before each row. */
  private static boolean areNames(PageTable table) {
    List<String> labels = table.rows().stream().map(row -> row.label().text()).toList();
    return labels.stream().distinct().count() == labels.size()
        && labels.stream().allMatch(label -> label.codePoints().anyMatch(Character::isLetter));
  }

  /**
   * True if the forms of the cells show a row for each subject: on a page that says what it is
   * about they tell by themselves, or with a corner that says of what kind the rows are.
   */
  private boolean isShown(PageTable table, Row header, ColumnForms forms) {
    if (table.layout() == Layout.TSV && table.rows().size() < header.cells().size()) {
      return forms.areOfColumns();
    }
    return table.rows().size() <= MOST_SUBJECTS
        && clues.isTitled()
        && (forms.areSurelyOfColumns()
            || ((forms.areOfColumns() || isOfSizes(table, header))
                && clues.areAbout(header.label().text())));
  }

  /**
   * True if nothing but the size of its cells tells its columns apart, below no word for labels.
   */
  private static boolean isOfSizes(PageTable table, Row header) {
    return !HeaderWords.isCorner(header.label().text()) && ColumnForms.differInSize(table);
  }

  /** False for labels that are known, for rows without one, and below a name of the title. */
  private boolean mayBeTurned(PageTable table, Row header) {
    return table.rows().stream()
            .noneMatch(row -> row.label().isEmpty() || clues.labels().isLabel(row.label()))
        && header.cells().stream().noneMatch(names()::contain);
  }

  private boolean isTurned(PageTable table, Row header) {
    long known = header.cells().stream().filter(clues.labels()::isLabel).count();
    return (known >= 2 && known * 2 >= header.cells().size())
        || names().areIn(table.rows().stream().map(Row::label).toList())
        || (header.cells().stream().noneMatch(names()::shareWord)
            && names().areLike(table.rows().stream().map(Row::label).toList()));
  }

  private static PageTable turnedOver(PageTable table, Row header) {
    List<SourceText> subjects = table.rows().stream().map(Row::label).toList();
    List<Row> rows =
        IntStream.range(0, header.cells().size())
            .filter(i -> !header.cells().get(i).isEmpty()) // a link in each row, or a picture
            .mapToObj(i -> new Row(header.cells().get(i), column(table, i)))
            .toList();
    Row names = new Row(header.label(), subjects);
    return new PageTable(table.layout(), Optional.of(names), rows, table.sides());
  }

  private static List<SourceText> column(PageTable table, int column) {
    return table.rows().stream().map(row -> row.cells().get(column)).toList();
  }
}
