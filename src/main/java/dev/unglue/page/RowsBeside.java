package dev.unglue.page;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.split.open.piece.SureCells;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines that look like more rows of a table whose cells have run together, and that it did not
 * take: they stand beside it, where no sentence parts them from it, or show their cells as its rows
 * do.
 *
 * @param lines all lines of the page, in order
 * @param places where such tables stand
 * @param headers what heads them; one that comes again is no row
 */
record RowsBeside(List<SourceText> lines, PageAccount places, Set<String> headers) {
  /** How far the next part of such a table may be: blank lines have few characters. */
  static final int BLANK_LINES = 6;

  private static final int LONGEST_ROW = 200;

  private static final int NOWHERE = Integer.MIN_VALUE;

  static RowsBeside of(List<SourceText> lines, List<OpenGrids.Found> tables) {
    List<Span> places = new ArrayList<>();
    Set<String> headers = new HashSet<>();
    for (OpenGrids.Found each : tables) {
      if (each.table().join() == Join.GLUED && !each.turned()) {
        places.add(each.span());
        headers.add(each.table().header().text());
      }
    }
    return new RowsBeside(places.isEmpty() ? List.of() : lines, new PageAccount(places), headers);
  }

  /** Each such line that nobody took, in order. */
  List<Unread> unread(PageAccount account) {
    List<Unread> unread = new ArrayList<>();
    boolean[] beside = new boolean[lines.size()];
    mark(beside, 1);
    mark(beside, -1);
    for (int i = 0; i < beside.length; i++) {
      SourceText line = lines.get(i);
      if (isRow(line, beside[i]) && !account.isTaken(line.span())) {
        unread.add(unread(line));
      }
    }
    return unread;
  }

  /** Marks the lines behind each table, or those before it, up to a sentence or a wider gap. */
  private void mark(boolean[] beside, int step) {
    int near = NOWHERE;
    for (int i = step > 0 ? 0 : lines.size() - 1; i >= 0 && i < lines.size(); i += step) {
      SourceText line = lines.get(i);
      if (!line.isEmpty()) {
        Span place = line.span();
        int apart = step > 0 ? place.start() - near : near - place.end();
        beside[i] |= near != NOWHERE && apart <= BLANK_LINES && !isSentence(line);
        boolean goesOn = beside[i] || places.isTaken(place);
        near = goesOn ? (step > 0 ? place.end() : place.start()) : NOWHERE;
      }
    }
  }

  private static boolean isSentence(SourceText line) {
    return line.length() > LONGEST_ROW || line.text().endsWith(".");
  }

  private boolean isRow(SourceText line, boolean beside) {
    return !isSentence(line)
        && !headers.contains(line.text())
        && (beside ? SureCells.isJoined(line.text()) : !SureCells.of(line).isEmpty());
  }

  private static Unread unread(SourceText line) {
    String why =
        "no table took a line whose cells have run together: expected it beside rows like it,"
            + " found \"%s\"".formatted(CodePoints.cut(line.text(), 80));
    return new Unread(Unread.ROW, why, line.span());
  }
}
