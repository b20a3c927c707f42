package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.text.Marks;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One cell a line: a label on a line of its own, then its cells, each on its own line.
 *
 * <p>An empty cell leaves no line, so rows are told apart by their labels, never by counting; a row
 * with too few cells has lost its sides. A row whose label nobody knows is taken where a label and
 * its cells fit between two others, line by line, or follow the last with figures.
 */
record LinesReader(Labels labels) implements TableReader {
  private static final int LONGEST_NAME = 160;

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    List<Integer> all = starts(lines, from);
    if (all.size() < 2 || areBetween(lines, all)) {
      return Optional.empty(); // most lines are no label
    }
    List<Integer> titled = new TitledLines(lines).namesAbove(from);
    boolean isTitled = titled.size() > 1 && fits(lines, all, titled.size());
    int columns = isTitled ? titled.size() : columns(lines, all);
    if (columns < 2) {
      return card(lines, from);
    }
    UnknownRows unknown = new UnknownRows(lines, columns);
    int above = isTitled ? lines.skipBlank(titled.get(columns - 1) + 1) : unknown.before(from);
    List<Integer> names = isTitled ? titled : namesBefore(lines, above, columns);
    int first = names.isEmpty() ? from : above;
    List<Integer> starts = untilLongGap(unknown, all, names);
    if (starts.size() < 2) {
      return card(lines, from);
    }
    List<List<Integer>> known = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      known.addAll(unknown.rows(starts.get(i), starts.get(i + 1)));
    }
    boolean dense = known.stream().allMatch(UnknownRows::isOne);
    List<List<Integer>> rows = new ArrayList<>(unknown.rows(first, from));
    rows.addAll(known);
    rows.addAll(unknown.last(starts.get(starts.size() - 1), dense, isTitled ? names : List.of()));
    List<Integer> end = rows.get(rows.size() - 1);
    List<Row> body = rows.stream().map(row -> Row.of(texts(lines, row))).toList();
    PageTable table = new PageTable(Layout.LINES, texts(lines, names), body, Sides.SHIFTED);
    int start = names.isEmpty() ? first : names.get(0);
    int last = Math.max(end.get(end.size() - 1), from);
    return Optional.of(FoundTable.of(table, lines, start, last + 1));
  }

  /**
   * One cell behind each label: what a page prints of one subject, for others to find out whose.
   */
  private Optional<FoundTable> card(PageLines lines, int from) {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int end = from;
    int at = from;
    while (at < lines.size() && labels.isAlone(lines.get(at))) {
      SourceText label = lines.get(at).strip();
      int cell = lines.skipBlank(at + 1);
      if (cell == lines.size() || !isCell(lines.get(cell)) || !seen.add(key(label))) {
        break;
      }
      rows.add(Row.of(List.of(label, lines.get(cell).strip())));
      end = cell + 1;
      at = lines.skipBlank(end);
    }
    PageTable card = new PageTable(Layout.LINES, rows);
    return rows.size() < 2 ? Optional.empty() : Optional.of(FoundTable.of(card, lines, from, end));
  }

  private boolean isCell(SourceText line) {
    return line.length() <= LONGEST_NAME && !labels.isAlone(line);
  }

  private static String key(SourceText label) {
    return Catalogue.labelKey(label.text());
  }

  /** The lines of the labels of one table: it ends where a label returns or the rows grow long. */
  private List<Integer> starts(PageLines lines, int from) {
    List<Integer> starts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int at = from;
    int silent = 0;
    while (at < lines.size() && silent <= 8) {
      SourceText line = lines.get(at);
      if (labels.isAlone(line)) {
        if (!seen.add(key(line))) {
          break;
        }
        starts.add(at);
        silent = 0;
      } else if (starts.isEmpty()) {
        return List.of();
      } else if (!line.isBlank()) {
        silent++;
      }
      at++;
    }
    return starts;
  }

  /** Other things than rows between two labels: the table has ended. */
  private static List<Integer> untilLongGap(
      UnknownRows unknown, List<Integer> starts, List<Integer> names) {
    for (int i = 0; i + 1 < starts.size(); i++) {
      if (!unknown.areRows(starts.get(i), starts.get(i + 1), names)) {
        return starts.subList(0, i + 1);
      }
    }
    return starts;
  }

  /**
   * The number of cells that most rows have, the last row left out: its end is not known yet. Rows
   * of unknown labels make the way to the next known one longer by whole rows.
   */
  private static int columns(PageLines lines, List<Integer> starts) {
    List<Integer> gaps = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      gaps.add(lines.filled(starts.get(i) + 1, starts.get(i + 1)).size());
    }
    return gaps.stream()
        .distinct()
        .filter(cells -> cells > 0) // a row without cells tells nothing
        .max(
            Comparator.<Integer>comparingLong(
                    cells -> gaps.stream().filter(gap -> gap % (cells + 1) == cells).count())
                .thenComparing(Comparator.naturalOrder()))
        .orElse(0);
  }

  /** True if labels stand between two cells: a figure above the first, one cell below the last. */
  private static boolean areBetween(PageLines lines, List<Integer> starts) {
    int above = starts.get(0) - 1;
    int below = starts.get(starts.size() - 1) + 1;
    int end = below;
    while (end < lines.size() && !lines.isBlank(end)) {
      end++;
    }
    return above >= 0
        && UnknownRows.isFigure(lines.get(above).strip().text())
        && (end - below) % 3 == 1;
  }

  /** True if most of the ways from label to label are so many cells, or rows of them. */
  private static boolean fits(PageLines lines, List<Integer> starts, int columns) {
    int fitting = 0;
    for (int i = 0; i + 1 < starts.size(); i++) {
      int gap = lines.filled(starts.get(i) + 1, starts.get(i + 1)).size();
      fitting += gap % (columns + 1) == columns ? 1 : 0;
    }
    return starts.size() > 1 && fitting * 2 > starts.size() - 1;
  }

  private static List<SourceText> texts(PageLines lines, List<Integer> row) {
    return row.stream().map(line -> Marks.withoutBullet(lines.get(line).strip())).toList();
  }

  /** The names of the columns: as many lines, just above, none of them a sentence. */
  private static List<Integer> namesBefore(PageLines lines, int from, int columns) {
    List<Integer> names = new ArrayList<>();
    int at = from - 1;
    while (at >= 0 && names.size() < columns) {
      if (!lines.isBlank(at)) {
        SourceText line = lines.get(at).strip();
        if (line.length() > LONGEST_NAME
            || line.text().endsWith(".")
            || line.text().endsWith(":")
            || saysWhose(lines, line, from, columns)) {
          break;
        }
        names.add(0, at);
      }
      at--;
    }
    return names.size() == columns ? names : List.of();
  }

  /** True for a cell that says whose it is, as those of the next row do: {@code Alpha: 5 kg}. */
  private static boolean saysWhose(PageLines lines, SourceText above, int from, int columns) {
    List<Integer> next = lines.filled(from, Math.min(lines.size(), from + 2 * columns + 2));
    return LinePair.of(
            above,
            name ->
                next.stream()
                    .anyMatch(line -> lines.get(line).strip().text().startsWith(name.text())))
        .isPresent();
  }
}
