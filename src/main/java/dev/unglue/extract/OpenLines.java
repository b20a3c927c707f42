package dev.unglue.extract;

import dev.unglue.extract.table.PageLines;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a page outside its tables, in groups that blank lines or tables part. */
final class OpenLines {
  private OpenLines() {}

  /** The groups; where each line stands alone between blank lines, those are one group. */
  static List<List<SourceText>> of(PageLines lines, List<Span> tables) {
    List<List<SourceText>> groups = new ArrayList<>();
    List<SourceText> group = new ArrayList<>();
    int table = 0;
    for (SourceText line : lines.lines()) {
      while (table < tables.size() && tables.get(table).end() <= line.span().start()) {
        table++;
      }
      boolean taken =
          table < tables.size() && tables.get(table).start() < Math.max(line.span().end(), 1);
      if (line.isBlank() || taken) {
        close(groups, group, taken);
        group = new ArrayList<>();
      } else {
        group.add(line.strip());
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
