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
import java.util.stream.IntStream;

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
    List<Integer> starts = starts(lines, from);
    if (starts.size() < 2 || areBetween(lines, starts)) {
      return Optional.empty(); // most lines are no label
    }
    List<Integer> gaps = gaps(lines, starts);
    List<Integer> titled = new TitledLines(lines).namesAbove(from);
    boolean isTitled = titled.size() > 1 && fitting(gaps, titled.size()) * 2 > gaps.size();
    int columns = isTitled ? titled.size() : columns(gaps);
    return columns < 2
        ? card(lines, from)
        : table(lines, starts, columns, isTitled ? titled : List.of()).or(() -> card(lines, from));
  }

  /**
   * The rows of known labels and those that are built alike.
   *
   * @param starts the lines of the labels
   * @param titled the lines of the names that a title lists; none where there is no such
   */
  private static Optional<FoundTable> table(
      PageLines lines, List<Integer> starts, int columns, List<Integer> titled) {
    UnknownRows unknown = new UnknownRows(lines, columns);
    int from = starts.get(0);
    int above =
        titled.isEmpty() ? unknown.before(from) : lines.skipBlank(titled.get(columns - 1) + 1);
    List<Integer> names = titled.isEmpty() ? namesBefore(lines, above, columns) : titled;
    List<List<Integer>> rows = new ArrayList<>();
    int last = 0;
    while (last + 1 < starts.size()) {
      List<List<Integer>> next = unknown.rows(starts.get(last), starts.get(last + 1));
      if (!next.stream().skip(1).allMatch(row -> unknown.isRow(row, names))) {
        break; // other things than rows between two labels: the table has ended
      }
      rows.addAll(next);
      last++;
    }
    if (last == 0) {
      return Optional.empty();
    }
    boolean dense = rows.stream().allMatch(UnknownRows::isOne);
    boolean headed = !names.isEmpty() && names.get(0) >= lines.free();
    rows.addAll(0, headed ? unknown.rows(above, from) : List.of());
    rows.addAll(unknown.last(starts.get(last), dense, titled));
    List<Row> body = rows.stream().map(row -> Row.of(texts(lines, row))).toList();
    PageTable table =
        new PageTable(Layout.LINES, headed ? texts(lines, names) : List.of(), body, Sides.SHIFTED);
    List<Integer> end = rows.get(rows.size() - 1);
    int start = headed ? names.get(0) : from;
    return Optional.of(FoundTable.of(table, lines, start, end.get(end.size() - 1) + 1));
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

  /** How many lines stand between each label and the next. */
  private static List<Integer> gaps(PageLines lines, List<Integer> starts) {
    return IntStream.range(1, starts.size())
        .mapToObj(i -> lines.filled(starts.get(i - 1) + 1, starts.get(i)).size())
        .toList();
  }

  /** How many of the gaps are so many cells, or these and whole rows of unknown labels. */
  private static long fitting(List<Integer> gaps, int columns) {
    return gaps.stream().filter(gap -> gap % (columns + 1) == columns).count();
  }

  /** The number of cells that most rows have, the last row left out: its end is not known yet. */
  private static int columns(List<Integer> gaps) {
    return gaps.stream()
        .distinct()
        .filter(cells -> cells > 0) // a row without cells tells nothing
        .max(
            Comparator.comparingLong((Integer cells) -> fitting(gaps, cells))
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
            || LabelledRows.compares(line)
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
