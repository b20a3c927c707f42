package dev.unglue.extract.table;

import dev.unglue.extract.table.Labels.After;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Layout;
import dev.unglue.model.PageTable;
import dev.unglue.model.PageTable.Sides;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.model.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One cell a line: a label on a line of its own, then its cells, each on its own line.
 *
 * <p>An empty cell leaves no line, so rows are told apart by their labels, never by counting; a row
 * with too few cells has lost its sides.
 */
final class LinesReader implements TableReader {
  private static final int LONGEST_NAME = 160;

  private final Labels labels;

  LinesReader(Labels labels) {
    this.labels = labels;
  }

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    List<Integer> all = starts(lines, from);
    int columns = columns(lines, all);
    List<Integer> starts = untilLongGap(lines, all, columns);
    if (starts.size() < 2 || columns < 2) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    int end = from;
    for (int i = 0; i < starts.size(); i++) {
      boolean last = i == starts.size() - 1;
      int limit = last ? lines.size() : starts.get(i + 1);
      List<Integer> cells = cellLines(lines, starts.get(i) + 1, limit, last ? columns : limit);
      rows.add(row(lines, starts.get(i), cells));
      end = cells.isEmpty() ? starts.get(i) + 1 : cells.get(cells.size() - 1) + 1;
    }
    List<Integer> names = namesBefore(lines, from, columns);
    Optional<Row> header = names.isEmpty() ? Optional.empty() : Optional.of(header(lines, names));
    PageTable table = new PageTable(Layout.LINES, header, rows, Sides.SHIFTED);
    return Optional.of(
        FoundTable.of(
            table, lines, names.isEmpty() ? from : names.get(0), Math.max(end, from + 1)));
  }

  /** The lines of the labels of one table: it ends where a label returns or the rows grow long. */
  private List<Integer> starts(PageLines lines, int from) {
    List<Integer> starts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int at = from;
    int silent = 0;
    while (at < lines.size() && silent <= 8) {
      SourceText line = lines.get(at);
      if (isLabel(line)) {
        if (!seen.add(Catalogue.labelKey(line.text()))) {
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

  /** More lines than columns between two labels: other things stand there, the table has ended. */
  private static List<Integer> untilLongGap(PageLines lines, List<Integer> starts, int columns) {
    for (int i = 0; i + 1 < starts.size(); i++) {
      int cells = cellLines(lines, starts.get(i) + 1, starts.get(i + 1), lines.size()).size();
      if (cells > columns) {
        return starts.subList(0, i + 1);
      }
    }
    return starts;
  }

  private boolean isLabel(SourceText line) {
    return labels.at(line).filter(match -> match.after() == After.NOTHING).isPresent();
  }

  /** The number of cells that most rows have, the last row left out: its end is not known yet. */
  private static int columns(PageLines lines, List<Integer> starts) {
    Map<Integer, Integer> votes = new TreeMap<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      int cells = cellLines(lines, starts.get(i) + 1, starts.get(i + 1), lines.size()).size();
      votes.merge(cells, 1, Integer::sum);
    }
    return votes.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static List<Integer> cellLines(PageLines lines, int from, int to, int most) {
    List<Integer> cells = new ArrayList<>();
    for (int i = from; i < to && cells.size() < most; i++) {
      if (!lines.isBlank(i)) {
        cells.add(i);
      }
    }
    return cells;
  }

  private static Row row(PageLines lines, int label, List<Integer> cells) {
    return new Row(
        lines.get(label).strip(),
        cells.stream().map(cell -> lines.get(cell).strip()).toList(),
        Join.APART);
  }

  private static Row header(PageLines lines, List<Integer> names) {
    return row(lines, names.get(0), names).withLabel(lines.get(names.get(0)).slice(0, 0));
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
            || line.text().endsWith(":")) {
          break;
        }
        names.add(0, at);
      }
      at--;
    }
    return names.size() == columns ? names : List.of();
  }
}
