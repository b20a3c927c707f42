package dev.unglue.extract.table;

import dev.unglue.extract.text.RuledColumns;
import dev.unglue.extract.text.WrappedCells;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns that blanks draw, as programs print a table to be looked at, as lines with tabs between
 * the cells: below each other, which shows on which side a lone cell stands, or each line with as
 * many wide gaps. A cell that goes on below itself is one; a rule of strokes tells where columns
 * begin ({@link RuledColumns}).
 */
final class ColumnLines {
  private static final String GAP = "  ";
  private static final int FEWEST = 3;
  private static final int LONGEST = 1_000;

  private ColumnLines() {}

  /** The lines, tabs between the cells of such tables; most pages come back as they are. */
  static List<SourceText> tabbed(List<SourceText> lines) {
    List<SourceText> tabbed = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int ruler = at;
      while (isOfBlock(lines, ruler) && !RuledColumns.isRule(lines.get(ruler))) {
        ruler++;
      }
      RuledColumns ruled = RuledColumns.at(lines, at, isOfBlock(lines, ruler) ? ruler : -1);
      if (!ruled.rows().isEmpty()) {
        addFree(lines.subList(at, ruled.from()), tabbed);
        addTabbed(ruled.rows(), tabbed);
        at = ruled.to();
        continue;
      }
      int to = ruler;
      while (isOfBlock(lines, to)) {
        to++;
      }
      if (to == at) {
        tabbed.add(lines.get(at));
        to++;
      } else {
        addFree(lines.subList(at, to), tabbed);
      }
      at = to;
    }
    return tabbed;
  }

  private static boolean isOfBlock(List<SourceText> lines, int at) {
    SourceText line = at < lines.size() ? lines.get(at) : SourceText.verbatim("", 0);
    return !line.isBlank()
        && line.length() <= LONGEST
        && line.text().indexOf('|') < 0
        && line.text().indexOf('\t') < 0;
  }

  private static void addTabbed(List<List<SourceText>> rows, List<SourceText> tabbed) {
    rows.stream()
        .filter(row -> row.stream().anyMatch(cell -> !RuledColumns.isStrokes(cell.text())))
        .forEach(row -> tabbed.add(WrappedCells.line(row, '\t')));
  }

  /** Adds lines that no blank line parts: as one table if they are, else what tables they hold. */
  private static void addFree(List<SourceText> block, List<SourceText> tabbed) {
    int from = 0;
    int to = block.size();
    while (from < to && !isGapped(block.get(from))) {
      from++;
    }
    while (to > from && !isGapped(block.get(to - 1))) {
      to--;
    }
    from -= isAboveCorner(block, from) ? 1 : 0;
    List<List<SourceText>> rows = wrapped(block, from, to);
    if (rows.isEmpty()) {
      addGapped(block, tabbed);
      return;
    }
    tabbed.addAll(block.subList(0, from));
    addTabbed(rows, tabbed);
  }

  /** True if a line stands below one that begins much further to the right: above no label. */
  private static boolean isAboveCorner(List<SourceText> block, int at) {
    return at > 0
        && at < block.size()
        && indent(block.get(at - 1)) > indent(block.get(at)) + GAP.length();
  }

  private static int indent(SourceText line) {
    return line.length() - line.text().stripLeading().length();
  }

  /** The rows of all lines from one on where some of them are parts of others. */
  private static List<List<SourceText>> wrapped(List<SourceText> block, int from, int to) {
    List<SourceText> gapped =
        IntStream.range(from, to)
            .filter(at -> at == from || isGapped(block.get(at)))
            .mapToObj(block::get)
            .toList();
    List<Integer> starts = gapped.size() < FEWEST ? List.of() : starts(gapped);
    if (starts.size() < FEWEST
        || !block.subList(from, block.size()).stream()
            .allMatch(line -> RuledColumns.fits(line, starts))) {
      return List.of();
    }
    List<List<SourceText>> lines =
        block.subList(from, block.size()).stream()
            .map(line -> RuledColumns.cells(line, starts))
            .toList();
    List<List<SourceText>> rows = new WrappedCells(lines).rows();
    boolean whole = lines.stream().flatMap(List::stream).noneMatch(ColumnLines::isGapped);
    boolean behind = rows.size() > 0 && to < block.size() && isLone(rows.get(rows.size() - 1));
    return whole && !behind ? rows : List.of();
  }

  private static boolean isLone(List<SourceText> row) {
    return row.stream().filter(cell -> !cell.isEmpty()).count() < 2;
  }

  /** Adds lines, each run of those with wide gaps as a table if it is one. */
  private static void addGapped(List<SourceText> block, List<SourceText> tabbed) {
    int at = 0;
    while (at < block.size()) {
      int to = at;
      while (to < block.size()
          && (isGapped(block.get(to)) || (to > at && RuledColumns.isSolid(block.get(to))))) {
        to++;
      }
      List<SourceText> drawn = new ArrayList<>(block.subList(at, to)); // nearly always empty
      drawn.removeIf(RuledColumns::isSolid);
      List<List<SourceText>> rows = drawn.size() < FEWEST ? List.of() : rows(drawn);
      to = Math.max(to, at + 1);
      if (rows.isEmpty()) {
        tabbed.addAll(block.subList(at, to));
      } else {
        addTabbed(rows, tabbed);
      }
      at = to;
    }
  }

  private static boolean isGapped(SourceText line) {
    return line.text().contains(GAP) && segments(line).size() > 1;
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
    List<List<SourceText>> rows =
        block.stream().map(line -> RuledColumns.cells(line, starts)).toList();
    boolean whole = rows.stream().flatMap(List::stream).noneMatch(ColumnLines::isGapped);
    return whole && starts.size() >= FEWEST ? new WrappedCells(rows).rows() : gapped(block);
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

  /**
   * True if most lines begin a cell there, most of them behind a wide gap, or all of them do, and
   * below the first figures stand on both sides.
   */
  private static boolean isLined(List<SourceText> block, int at) {
    long begin = block.stream().filter(line -> isInk(line, at)).count();
    long wide = block.stream().filter(line -> isInk(line, at) && !isInk(line, at - 2)).count();
    boolean most = begin * 3 >= block.size() * 2L && wide * 2 >= block.size();
    return most
        || (begin == block.size()
            && figures(block.get(0).text(), at) == 0
            && block.stream().skip(1).allMatch(line -> figures(line.text(), at) == 2));
  }

  /** How many of the words before and behind a blank are figures; a date goes on at a comma. */
  private static int figures(String line, int at) {
    int from = line.lastIndexOf(' ', at - 2) + 1;
    int to = line.indexOf(' ', at);
    String before = line.substring(from, at - 1);
    String behind = line.substring(at, to < 0 ? line.length() : to);
    return (hasDigit(before) && !before.endsWith(",") ? 1 : 0) + (hasDigit(behind) ? 1 : 0);
  }

  private static boolean hasDigit(String word) {
    return IntStream.range(0, word.length()).anyMatch(i -> Character.isDigit(word.charAt(i)));
  }

  private static boolean isInk(SourceText line, int at) {
    return at < line.length() && line.charAt(at) != ' ';
  }
}
