package dev.unglue.extract.table.role;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The column of labels beside those that the names of the title head. */
final class LabelsBeside {
  private LabelsBeside() {}

  /**
   * Of the columns before the subjects, or else behind them, the one that a corner shows (of
   * several the one that groups the fewest rows), else the one next to them that is of no subject.
   */
  static int of(List<Integer> subjects, List<SourceText> header, List<List<SourceText>> rows) {
    List<Integer> candidates =
        IntStream.range(0, header.size())
            .filter(i -> !subjects.contains(i) && !TableOrientation.isCounting(rows, i))
            .filter(i -> !HeaderWords.isRemark(header.get(i).text()))
            .boxed()
            .toList();
    List<Integer> before = candidates.stream().filter(i -> i < subjects.get(0)).toList();
    List<Integer> likely = before.isEmpty() ? candidates : before;
    return likely.stream()
        .filter(i -> HeaderWords.isCorner(header.get(i).text()))
        .max(
            Comparator.comparingLong((Integer i) -> different(rows, i))
                .thenComparing(Comparator.<Integer>reverseOrder()))
        .orElseGet(() -> nextTo(subjects.get(0), before, likely, header, rows));
  }

  /**
   * The nearest column; before the subjects the first one instead, if it has a text of its own in
   * each row and nothing shows that the cells between are of no subject more.
   */
  private static int nextTo(
      int subject,
      List<Integer> before,
      List<Integer> likely,
      List<SourceText> header,
      List<List<SourceText>> rows) {
    if (before.isEmpty()) {
      return likely.isEmpty() ? 0 : likely.get(0);
    }
    int at = before.size() - 1;
    while (at > 0
        && !header.get(before.get(at)).isEmpty() // a subject has a name
        && areLabels(rows, before.get(0))
        && mayBeAlike(rows, before.get(at), subject)) {
      at--;
    }
    return before.get(at);
  }

  /** True for a text in each row, none of them twice. */
  private static boolean areLabels(List<List<SourceText>> rows, int column) {
    return different(rows, column) == rows.size()
        && rows.stream().noneMatch(row -> row.get(column).isEmpty());
  }

  private static boolean mayBeAlike(List<List<SourceText>> rows, int column, int subject) {
    List<Integer> both = List.of(column, subject);
    return !ColumnForms.of(TableOrientation.columns(rows, both)).differAlong();
  }

  /** How many different texts stand in a column. */
  static long different(List<List<SourceText>> rows, int column) {
    return rows.stream().map(row -> row.get(column).text()).distinct().count();
  }
}
