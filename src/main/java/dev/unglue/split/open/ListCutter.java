package dev.unglue.split.open;

import dev.unglue.split.open.ListCells.Typed;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists every way to cut a row into a number of typed cells, by the pattern of their types. */
final class ListCutter {
  /** Steps after which a row is too ambiguous to enumerate. */
  private static final int MOST_STEPS = 20_000;

  private final ListCells cells;
  private final String text;
  private final int pieces;
  private final Map<String, List<List<Integer>>> found = new TreeMap<>();
  private int steps;

  private ListCutter(ListCells cells, String text, int pieces) {
    this.cells = cells;
    this.text = text;
    this.pieces = pieces;
  }

  /** By pattern, the ways: for each piece its beginning and end; none if there are too many. */
  static Map<String, List<List<Integer>>> cut(ListCells cells, String text, int pieces) {
    ListCutter cutter = new ListCutter(cells, text, pieces);
    cutter.step(0, "", new ArrayList<>());
    return cutter.steps > MOST_STEPS ? Map.of() : cutter.found;
  }

  private void step(int from, String pattern, List<Integer> ends) {
    if (++steps > MOST_STEPS) {
      return;
    }
    if (pattern.length() == pieces) {
      if (from == text.length()) {
        found.computeIfAbsent(pattern, p -> new ArrayList<>()).add(List.copyOf(ends));
      }
      return;
    }
    if (from < text.length()) {
      for (Typed cell : cells.at(text, from)) {
        ends.add(from);
        ends.add(cell.end());
        step(Whitespace.skip(text, cell.end()), pattern + cell.type(), ends);
        ends.remove(ends.size() - 1);
        ends.remove(ends.size() - 1);
      }
    }
  }
}
