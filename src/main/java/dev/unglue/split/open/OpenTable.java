package dev.unglue.split.open;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import java.util.List;

/**
 * A table whose labels nobody knows, as the lines of a page showed it.
 *
 * @param join how its cells stand to each other
 * @param header the line of its header
 * @param names the names of its columns, the one above the labels left out; empty where nothing
 *     tells them
 * @param method how the header was read: {@code title}, {@code shape}, {@code none}
 * @param columns number of its columns, that of the labels left out
 * @param labelled false where the column of labels is empty all the way down
 * @param rows its rows, from top to bottom
 */
public record OpenTable(
    Join join,
    SourceText header,
    List<Slice> names,
    String method,
    int columns,
    boolean labelled,
    List<OpenTableRow> rows) {
  /** The end of a line, of two characters at most, and a serial number before the next. */
  private static final int LINE_END = 7;

  /** Copies the lists. */
  public OpenTable {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /** Where its last row ends. */
  public int end() {
    return rows.get(rows.size() - 1).text().span().end();
  }

  /**
   * The same without the rows at its end, behind the first {@code least}, that were not read; those
   * that may be read in several ways stay where no blank line parts them from the others.
   */
  public OpenTable endingWith(int least) {
    int end = rows.size();
    while (end > least && rows.get(end - 1).outcome() != OpenTableRow.Outcome.READ) {
      end--;
    }
    while (end < rows.size()
        && rows.get(end).outcome() == OpenTableRow.Outcome.AMBIGUOUS
        && isNext(rows.get(end - 1), rows.get(end))) {
      end++;
    }
    return with(rows.subList(0, end));
  }

  /** The same with other rows. */
  OpenTable with(List<OpenTableRow> others) {
    return new OpenTable(join, header, names, method, columns, labelled, others);
  }

  /** True if a row stands on the line below another. */
  static boolean isNext(OpenTableRow above, OpenTableRow below) {
    return below.text().span().start() - above.text().span().end() <= LINE_END;
  }

  /** How many of its rows were read. */
  public int read() {
    return (int) rows.stream().filter(row -> row.outcome() == OpenTableRow.Outcome.READ).count();
  }
}
