package dev.unglue.page;

import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.PageLines;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.RowLook;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of each line of a page: a part of a table, of a sentence or a list that was read, or
 * furniture. A line that has the shape of a row and that nobody took is none of these.
 */
final class PageAccount {
  private static final int FEWEST_CELLS = 2;

  /** Lines that may stand between two rows that nobody took. */
  private static final int MOST_BETWEEN = 4;

  /** Where what was taken begins, ascending, and for each the furthest end up to it. */
  private final int[] starts;

  private final int[] furthest;

  /** An account of what stands at these places, in any order. */
  PageAccount(List<Span> taken) {
    List<Span> sorted = new ArrayList<>(taken);
    sorted.sort(Comparator.comparingInt(Span::start));
    this.starts = new int[sorted.size()];
    this.furthest = new int[sorted.size()];
    int reached = 0;
    for (int i = 0; i < starts.length; i++) {
      reached = Math.max(reached, sorted.get(i).end());
      starts[i] = sorted.get(i).start();
      furthest[i] = reached;
    }
  }

  /** An account of what stands in rows and headers, is kept, or stands at places besides. */
  static PageAccount of(List<Grid> grids, List<Unread> unread, List<Span> besides) {
    List<Span> taken = new ArrayList<>(besides);
    unread.forEach(each -> taken.add(each.span()));
    for (Grid grid : grids) {
      addPlaces(grid.header(), taken);
      for (GridRow row : grid.rows()) {
        taken.add(row.label().span());
        taken.add(row.body().span());
        // A cell that reaches down into the row stands before the row's own: the body ends there.
        addPlaces(row.cells(), taken);
        addPlaces(row.notes(), taken);
      }
    }
    return new PageAccount(taken);
  }

  private static void addPlaces(List<Slice> slices, List<Span> places) {
    for (Slice slice : slices) {
      places.add(slice.span());
    }
  }

  /** The rows of two cells and more that nobody took, though a table was looked for there. */
  List<Unread> unreadTables(List<FoundTable> tables) {
    List<Unread> unread = new ArrayList<>();
    for (FoundTable table : tables) {
      unread.addAll(unreadRows(table.cells()));
    }
    return unread;
  }

  /** The same of the rows of one table. */
  List<Unread> unreadRows(List<List<SourceText>> rows) {
    List<Unread> unread = new ArrayList<>();
    List<SourceText> above = List.of();
    for (List<SourceText> cells : rows) {
      if (cells.size() >= FEWEST_CELLS && isUnread(cells, above)) {
        unread.add(unreadRow(cells));
      }
      above = cells;
    }
    return unread;
  }

  /** A cell that reaches down from the row above is none of the row's own. */
  private boolean isUnread(List<SourceText> cells, List<SourceText> above) {
    if (areTaken(cells)) {
      return false; // as nearly every row
    }
    Set<Span> own = cells.stream().map(SourceText::span).collect(Collectors.toSet());
    above.forEach(cell -> own.remove(cell.span()));
    return !own.isEmpty() && own.stream().noneMatch(this::isTaken);
  }

  private boolean areTaken(List<SourceText> cells) {
    for (SourceText cell : cells) {
      if (!isTaken(cell.span())) {
        return false;
      }
    }
    return true;
  }

  private static Unread unreadRow(List<SourceText> cells) {
    String why =
        "no table took a row of %d cells: expected a table around it, found \"%s\""
            .formatted(cells.size(), Unread.shown(cells));
    return new Unread(Unread.ROW, why, Unread.place(cells));
  }

  /**
   * The lines that nobody took though they look like rows, those that were joined to paragraphs as
   * they are printed.
   *
   * @param printed the same lines as they are printed
   * @param labels the labels that are known
   * @param compares true if the page names the subjects that it compares, or has a table; else only
   *     a known label makes a row
   */
  List<Unread> unread(PageText text, PageLines printed, Labels labels, boolean compares) {
    RowLook look = new RowLook(labels);
    List<Unread> unread = new ArrayList<>();
    Set<SourceText> seen = new HashSet<>();
    for (Line line : text.lines()) {
      if (mayBeUnread(line.text())) {
        seen.add(line.text());
        addUnread(line.text(), look, compares, unread);
      }
    }
    PageAccount told = new PageAccount(unread.stream().map(Unread::span).toList());
    for (SourceText line : printed.lines()) {
      if (mayBeUnread(line) && !told.isTaken(line.span()) && !seen.contains(line)) {
        addUnread(line, look, compares, unread);
      }
    }
    unread.addAll(between(printed, unread));
    return unread;
  }

  /** The few lines between two of those, no blank one or sentence among them: rows of words. */
  private List<Unread> between(PageLines printed, List<Unread> unread) {
    Set<Integer> told = new HashSet<>();
    unread.forEach(each -> told.add(each.span().start()));
    List<Unread> between = new ArrayList<>();
    List<SourceText> since = new ArrayList<>();
    boolean open = false;
    for (SourceText line : told.size() < 2 ? List.<SourceText>of() : printed.lines()) {
      if (told.contains(line.span().start())) {
        if (open && since.size() <= MOST_BETWEEN) {
          since.forEach(each -> between.add(between(each)));
        }
        open = true;
        since.clear();
      } else {
        open &= !line.isBlank() && !line.text().endsWith(".") && !isTaken(line.span());
        since.add(line);
      }
    }
    return between;
  }

  private boolean mayBeUnread(SourceText line) {
    return RowLook.mayBeRow(line.text()) && !isTaken(line.span());
  }

  private static void addUnread(
      SourceText line, RowLook look, boolean compares, List<Unread> unread) {
    look.at(line)
        .filter(kind -> compares || kind == RowLook.Kind.LABELLED)
        .ifPresent(kind -> unread.add(unread(line, kind)));
  }

  private static Unread unread(SourceText line, RowLook.Kind kind) {
    String why =
        "no table took a line that looks like a row: expected a table around %s, found \"%s\""
            .formatted(
                switch (kind) {
                  case LABELLED -> "its known label";
                  case VALUES -> "its values";
                },
                CodePoints.cut(line.text(), 80));
    return new Unread(Unread.ROW, why, line.span());
  }

  private static Unread between(SourceText line) {
    String why =
        "no table took a line between two that look like rows: expected a table around them, found"
            + " \"%s\"".formatted(CodePoints.cut(line.text(), 80));
    return new Unread(Unread.ROW, why, line.span());
  }

  /** The line that names all subjects, on a page of which no row was read; none in an address. */
  static List<Unread> withoutTable(PageText text, List<String> named) {
    return named.size() < 2
        ? List.of()
        : text.lines().stream()
            .map(Line::text)
            .filter(line -> namesAll(line, named))
            .limit(1)
            .map(line -> new Unread(Unread.NO_TABLE, noTable(named), line.span()))
            .toList();
  }

  private static String noTable(List<String> named) {
    return "the title compares, and no row was read: expected a table about %s, found none"
        .formatted(String.join(" and ", named));
  }

  private static boolean namesAll(SourceText line, List<String> named) {
    String slug = Subject.slugOf(line.text());
    return named.stream().allMatch(name -> slug.contains(Subject.slugOf(name)));
  }

  /** True if something that was taken meets a place. */
  boolean isTaken(Span place) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < Math.max(place.end(), place.start() + 1)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && furthest[low - 1] > place.start();
  }
}
