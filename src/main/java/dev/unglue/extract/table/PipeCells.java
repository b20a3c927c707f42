package dev.unglue.extract.table;

import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one line that pipes part.
 *
 * @param line the line, without white space at its ends
 * @param cells every cell, empty ones too, without the nothing before a leading pipe and after a
 *     closing one
 * @param leading true if the line begins with a pipe
 */
record PipeCells(SourceText line, List<SourceText> cells, boolean leading) {
  /** Takes a line apart at each pipe that is not escaped. */
  static PipeCells of(SourceText raw) {
    SourceText line = raw.strip();
    List<SourceText> cells = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean escaped = i > 0 && line.charAt(i - 1) == '\\';
      if (line.charAt(i) == '|' && !escaped) {
        cells.add(cell(line.slice(start, i)));
        start = i + 1;
      }
    }
    if (start < line.length()) {
      cells.add(cell(line.slice(start)));
    }
    boolean leading = !line.isEmpty() && line.charAt(0) == '|';
    return new PipeCells(line, leading ? cells.subList(1, cells.size()) : cells, leading);
  }

  /** A cell without the backslash before a pipe of its own. */
  private static SourceText cell(SourceText text) {
    SourceText cell = text.strip();
    return cell.text().contains("\\|") ? TextBuilder.unescape(cell, '|') : cell;
  }

  /** True for a line such as {@code |---|:--:|}. */
  boolean isSeparator() {
    return !cells.isEmpty() && cells.stream().allMatch(this::isRule);
  }

  /** One hyphen alone in a line is a missing cell; several between pipes are a rule. */
  private boolean isRule(SourceText cell) {
    return cell.text().matches(cells.size() > 1 ? ":?-+:?" : ":?-{2,}:?|:-+:?|-+:");
  }

  /** The cells up to the last that is not empty. */
  List<SourceText> filled() {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isEmpty()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /** True if the first cell is a known label: a row, never a header. */
  boolean isLabelled(Labels labels) {
    return !cells.isEmpty() && labels.isLabel(cells.get(0));
  }

  /** Number of cells that are not empty. */
  int fill() {
    return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
  }

  /** Number of different texts in its cells. */
  int names() {
    return (int)
        cells.stream().filter(cell -> !cell.isEmpty()).map(SourceText::text).distinct().count();
  }

  static boolean hasPipe(SourceText line) {
    return line.text().indexOf('|') >= 0;
  }
}
