package dev.unglue.extract;

import dev.unglue.extract.table.PageLines;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a page outside its tables, in groups that blank lines or tables part. */
final class OpenLines {
  /** All lines, without white space at their ends. */
  private final List<SourceText> lines;

  /** Where each of them begins and ends, that white space included. */
  private final List<Span> places;

  OpenLines(PageLines printed) {
    lines = new ArrayList<>(printed.lines());
    lines.replaceAll(SourceText::strip);
    places = new ArrayList<>(lines.size());
    printed.lines().forEach(line -> places.add(line.span()));
  }

  /** The lines that are not blank, in order; an empty one for each of a table. */
  List<SourceText> outside(List<Span> tables) {
    List<SourceText> outside = new ArrayList<>();
    int table = 0;
    for (int i = 0; i < lines.size(); i++) {
      table = next(tables, table, i);
      SourceText line = lines.get(i);
      if (isTaken(tables, table, i)) {
        outside.add(line.slice(0, 0));
      } else if (!line.isEmpty()) {
        outside.add(line);
      }
    }
    return outside;
  }

  /** The first table, from one on, that does not end before a line. */
  private int next(List<Span> tables, int from, int line) {
    int table = from;
    while (table < tables.size() && tables.get(table).end() <= places.get(line).start()) {
      table++;
    }
    return table;
  }

  private boolean isTaken(List<Span> tables, int table, int line) {
    return table < tables.size() && tables.get(table).start() < Math.max(places.get(line).end(), 1);
  }

  /** The groups; where each line stands alone between blank lines, those are one group. */
  List<List<SourceText>> groups(List<Span> tables) {
    List<List<SourceText>> groups = new ArrayList<>();
    List<SourceText> group = new ArrayList<>();
    int table = 0;
    for (int i = 0; i < lines.size(); i++) {
      table = next(tables, table, i);
      boolean taken = isTaken(tables, table, i);
      if (taken || lines.get(i).isEmpty()) {
        close(groups, group, taken);
        group = new ArrayList<>();
      } else {
        group.add(lines.get(i));
      }
    }
    close(groups, group, false);
    groups.removeIf(lone -> lone.size() < 2);
    groups.replaceAll(LoneCells::bare);
    groups.removeIf(lone -> lone.size() < 2);
    return groups;
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
