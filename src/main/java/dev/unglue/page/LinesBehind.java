package dev.unglue.page;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that follow the last row of a table which its layout does not show, with no blank line
 * between: the table ends there because they are too long or end as sentences do, and they are its
 * rows, for few of them are left. They are kept, not read.
 *
 * @param group the lines that the table was found among
 * @param table the table
 */
record LinesBehind(List<SourceText> group, OpenGrids.Found table) {
  /** Words of a row that names a label and two cells; a heading or a foot has fewer. */
  private static final int FEWEST_WORDS = 4;

  private static final int MOST_FOR_EACH_ROW = 2;

  /** Those behind each of the tables, in order. */
  static List<Unread> unread(List<List<SourceText>> groups, List<OpenGrids.Found> tables) {
    List<Unread> unread = new ArrayList<>();
    for (OpenGrids.Found table : tables) {
      for (List<SourceText> group : groups) {
        if (table.span().meets(Unread.place(group)) && isNamed(table)) {
          unread.addAll(new LinesBehind(group, table).unread());
        }
      }
    }
    return unread;
  }

  private static boolean isNamed(OpenGrids.Found table) {
    return table.header().names().size() >= 2 && table.beyond().isEmpty();
  }

  private List<Unread> unread() {
    int from = group.size();
    while (from > 0 && group.get(from - 1).span().start() >= table.span().end()) {
      from--;
    }
    List<SourceText> behind = group.subList(from, group.size());
    List<Unread> unread = new ArrayList<>();
    if (behind.size() <= table.table().rows().size() * MOST_FOR_EACH_ROW) {
      for (int i = 0; i < behind.size() && mayBeRow(behind.get(i).text()); i++) {
        unread.add(unread(behind.get(i)));
      }
    }
    return unread;
  }

  private static boolean mayBeRow(String line) {
    int words = 1;
    for (int i = 0; i < line.length(); i++) {
      words += line.charAt(i) == ' ' ? 1 : 0;
    }
    return words >= FEWEST_WORDS && Character.isLetterOrDigit(line.charAt(0));
  }

  private static Unread unread(SourceText line) {
    String why =
        "no table took a line right behind its last row: expected the cells of a row, found \"%s\""
            .formatted(CodePoints.cut(line.text(), 80));
    return new Unread(Unread.ROW, why, line.span());
  }
}
