package dev.unglue.extract.table.label;

import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.function.Predicate;

/** What a table with one cell a line ends at. */
public enum TableEnd {
  /** The last line of its group. */
  GROUP,
  /** A sentence, before which its heading may stand. */
  PROSE,
  /** A heading, or one of the names. */
  MARK;

  /** The first line from one on that is a sentence or a mark, or the end of the group. */
  public static int from(List<SourceText> group, int from, Predicate<SourceText> marks) {
    int to = from;
    while (to < group.size()
        && !CellText.isProse(group.get(to).text())
        && !marks.test(group.get(to))) {
      to++;
    }
    return to;
  }

  /** What a table ends at whose last line stands before one of its group. */
  public static TableEnd at(List<SourceText> group, int to) {
    if (to == group.size()) {
      return GROUP;
    }
    return CellText.isProse(group.get(to).text()) ? PROSE : MARK;
  }
}
