package dev.unglue.extract.table;

import dev.unglue.extract.text.TextBuilder;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Columns that blanks draw, as programs print a table to be looked at, as lines with tabs between
 * the cells: below each other, which shows on which side a lone cell stands, or each line with as
 * many wide gaps.
 */
final class ColumnLines {
  private static final int FEWEST = 3;
  private static final int LONGEST = 1_000;
  private static final String GAP = "  ";
  private static final Pattern RULE = Pattern.compile("[-= ]*");

  private ColumnLines() {}

  /** The lines, tabs between the cells of such tables; most pages come back as they are. */
  static List<SourceText> tabbed(List<SourceText> lines) {
    List<SourceText> tabbed = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int to = at;
      while (to < lines.size() && isGapped(lines.get(to))) {
        to++;
      }
      List<List<SourceText>> rows = to - at < FEWEST ? List.of() : rows(lines.subList(at, to));
      if (rows.isEmpty()) {
        to = Math.max(to, at + 1);
        tabbed.addAll(lines.subList(at, to));
      }
      rows.stream()
          .filter(row -> !row.stream().allMatch(cell -> RULE.matcher(cell.text()).matches()))
          .map(ColumnLines::joined)
          .forEach(tabbed::add);
      at = to;
    }
    return tabbed;
  }

  private static boolean isGapped(SourceText line) {
    return line.text().contains(GAP)
        && line.length() <= LONGEST
        && line.text().indexOf('|') < 0
        && line.text().indexOf('\t') < 0
        && segments(line).size() > 1;
  }

  /** The texts of a line that wide gaps part. */
  private static List<SourceText> segments(SourceText line) {
    List<SourceText> segments = new ArrayList<>();
    int start = 0;
    for (int gap = line.text().indexOf(GAP); gap >= 0; gap = line.text().indexOf(GAP, start)) {
      segments.add(line.slice(start, gap).strip());
      start = gap + GAP.length();
    }
    segments.add(line.slice(start).strip());
    segments.removeIf(SourceText::isEmpty);
    return segments;
  }

  /** The cells of lines; none where columns are too few or cells have wide gaps in them. */
  private static List<List<SourceText>> rows(List<SourceText> block) {
    List<Integer> starts = starts(block);
    List<List<SourceText>> rows = block.stream().map(line -> cells(line, starts)).toList();
    boolean whole =
        rows.stream().flatMap(List::stream).noneMatch(cell -> cell.text().contains(GAP));
    return whole && starts.size() >= FEWEST ? rows : gapped(block);
  }

  private static List<SourceText> cells(SourceText line, List<Integer> starts) {
    List<SourceText> cells = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = Math.min(starts.get(i), line.length());
      int to = i + 1 < starts.size() ? Math.min(starts.get(i + 1), line.length()) : line.length();
      cells.add(line.slice(from, to).strip());
    }
    return cells;
  }

  /** As many texts in all lines; above an empty corner the first may have one less. */
  private static List<List<SourceText>> gapped(List<SourceText> block) {
    List<List<SourceText>> rows =
        new ArrayList<>(block.stream().map(ColumnLines::segments).toList());
    int width = rows.get(1).size();
    if (rows.get(0).size() == width - 1) {
      rows.get(0).add(0, block.get(0).slice(0, 0));
    }
    return width >= FEWEST && rows.stream().allMatch(row -> row.size() == width) ? rows : List.of();
  }

  /** Where columns begin: behind places at which all lines have two blanks, or have one by rule. */
  private static List<Integer> starts(List<SourceText> block) {
    BitSet ink = new BitSet();
    for (SourceText line : block) {
      for (int i = 0; i < line.length(); i++) {
        ink.set(i, ink.get(i) || isInk(line, i));
      }
    }
    List<Integer> starts = new ArrayList<>(List.of(0));
    int gap = ink.nextClearBit(ink.nextSetBit(0));
    for (int next = ink.nextSetBit(gap); next >= 0; next = ink.nextSetBit(gap)) {
      if (next - gap >= GAP.length() || isLined(block, next)) {
        starts.add(next);
      }
      gap = ink.nextClearBit(next);
    }
    return starts;
  }

  /** True if most lines begin a cell there, most of them behind a wide gap. */
  private static boolean isLined(List<SourceText> block, int at) {
    long begin = block.stream().filter(line -> isInk(line, at)).count();
    long wide = block.stream().filter(line -> isInk(line, at) && !isInk(line, at - 2)).count();
    return begin * 3 >= block.size() * 2L && wide * 2 >= block.size();
  }

  private static boolean isInk(SourceText line, int at) {
    return at < line.length() && line.charAt(at) != ' ';
  }

  private static SourceText joined(List<SourceText> cells) {
    TextBuilder text = new TextBuilder();
    int end = cells.get(0).span().start();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append('\t', end, end);
      }
      text.append(cells.get(i), 0, cells.get(i).length());
      end = cells.get(i).isEmpty() ? end : cells.get(i).span().end();
    }
    return text.take();
  }
}
