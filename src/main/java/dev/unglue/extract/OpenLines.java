package dev.unglue.extract;

import dev.unglue.extract.table.PageLines;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a page outside its tables, in groups that blank lines or tables part. */
final class OpenLines {
  private OpenLines() {}

  /**
   * A line of the page.
   *
   * @param text without white space at its ends
   * @param taken true for a part of a table
   */
  private record Seen(SourceText text, boolean taken) {}

  /** The lines that are not blank, in order; an empty one for each of a table. */
  static List<SourceText> outside(PageLines lines, List<Span> tables) {
    return seen(lines, tables).stream()
        .filter(line -> line.taken() || !line.text().isEmpty())
        .map(line -> line.taken() ? line.text().slice(0, 0) : line.text())
        .toList();
  }

  private static List<Seen> seen(PageLines lines, List<Span> tables) {
    List<Seen> seen = new ArrayList<>();
    int table = 0;
    for (SourceText line : lines.lines()) {
      while (table < tables.size() && tables.get(table).end() <= line.span().start()) {
        table++;
      }
      boolean taken =
          table < tables.size() && tables.get(table).start() < Math.max(line.span().end(), 1);
      seen.add(new Seen(line.strip(), taken));
    }
    return seen;
  }

  /** The groups; where each line stands alone between blank lines, those are one group. */
  static List<List<SourceText>> of(PageLines lines, List<Span> tables) {
    List<List<SourceText>> groups = new ArrayList<>();
    List<SourceText> group = new ArrayList<>();
    for (Seen line : seen(lines, tables)) {
      if (line.taken() || line.text().isEmpty()) {
        close(groups, group, line.taken());
        group = new ArrayList<>();
      } else {
        group.add(line.text());
      }
    }
    close(groups, group, false);
    return groups.stream()
        .filter(lone -> lone.size() > 1)
        .map(LoneCells::bare)
        .filter(lone -> lone.size() > 1)
        .toList();
  }

  private static void close(
      List<List<SourceText>> groups, List<SourceText> group, boolean byTable) {
    int last = groups.size() - 1;
    boolean lone = group.size() == 1 && last >= 0 && groups.get(last).size() >= 1;
    if (lone && isLoose(groups.get(last))) {
      groups.get(last).add(group.get(0));
    } else if (!group.isEmpty()) {
      groups.add(group);
    }
    if (byTable) {
      groups.add(new ArrayList<>());
    }
  }

  /** True for a line alone, and for lines each of which stood alone. */
  private static boolean isLoose(List<SourceText> group) {
    for (int i = 1; i < group.size(); i++) {
      if (group.get(i).span().start() - group.get(i - 1).span().end() < 2) {
        return false;
      }
    }
    return !group.isEmpty();
  }
}
