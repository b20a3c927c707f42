package dev.unglue.extract.table;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.label.TableEnd;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The names of the subjects once more below a table's names, in lines of one cell each: the head of
 * another part, which begins as the first did, or the cells of a row: {@code Ticker}, {@code ELM},
 * {@code OAK}.
 *
 * @param group the lines
 * @param at where the names of the table stand
 * @param subjects the names
 */
record NamesAgain(List<SourceText> group, int at, SubjectNames subjects) {
  /** The end of the rows from a line on: a mark, but for names which are or may be a row. */
  int end(int from, Predicate<SourceText> marks) {
    int to = TableEnd.from(group, from, marks);
    while (isRow(from, to)) {
      to = TableEnd.from(group, to + columns(), marks);
    }
    return to;
  }

  /** True for names behind whole rows and a label, unless these begin another part. */
  private boolean isRow(int from, int to) {
    return to > from
        && (to - from) % (columns() + 1) == 1
        && to + columns() <= group.size()
        && areInOrder(group.subList(to, to + columns()))
        && CellText.mayBeLabel(above(to))
        && !begins(to);
  }

  private boolean begins(int to) {
    String label = above(to);
    boolean alike = HeaderWords.isOnlyCorner(label) || label.equals(above(at));
    boolean headed = CellText.mayBeLabel(above(at)) && !subjects.mayBeIn(above(at));
    return alike || (headed && mayBeHead(group.subList(to, to + columns())));
  }

  /** True for names that are spelt as those of the table, above whose labels nothing stands. */
  boolean mayBeHead(List<SourceText> cells) {
    return areInOrder(cells)
        && !HeaderWords.isCorner(above(at))
        && texts(cells).equals(texts(group.subList(at, at + columns())));
  }

  /** True for names from a line on around a label: a row whose label stands between its cells. */
  boolean areAround(int from) {
    return from + 2 < group.size()
        && columns() == 2
        && CellText.mayBeLabel(group.get(from + 1).text())
        && areInOrder(List.of(group.get(from), group.get(from + 2)));
  }

  /** In another order they tell whose the cells below them are. */
  private boolean areInOrder(List<SourceText> cells) {
    return subjects.areExactly(cells)
        && IntStream.range(0, columns())
            .allMatch(i -> subjects.indexOf(cells.get(i)) == subjects.indexOf(group.get(at + i)));
  }

  private int columns() {
    return subjects.keys().size();
  }

  private String above(int line) {
    return line == 0 ? "" : group.get(line - 1).text();
  }

  private static List<String> texts(List<SourceText> lines) {
    return lines.stream().map(SourceText::text).toList();
  }
}
