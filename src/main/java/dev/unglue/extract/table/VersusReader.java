package dev.unglue.extract.table;

import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A label and cells with "vs" between them: {@code - Average age: 41 vs 38}. Which cell is whose,
 * the title tells. Strokes may stand for "vs" below a line of names that has them, too, {@code Oak
 * / Elm}; these names must be in a line further above, as in a title.
 */
final class VersusReader implements TableReader {
  private static final Pattern ROW =
      Pattern.compile("(?:[-*•●▪] +)?(\\p{L}[^:|\\t]{0,59}): +([^|\\t]{1,160})");
  private static final Pattern WAY = Pattern.compile(".*[>›»] ++");
  private static final Pattern VERSUS = Pattern.compile(" (?:vs\\.?|versus) ");
  private static final Pattern STROKE = Pattern.compile(" / ");

  /** Parts nothing. */
  private static final Pattern NONE = Pattern.compile("(?!)");

  private static final int FEWEST_ROWS = 2;
  private static final int MOST_NAMES = 8;

  /** Lines between names and title at most. */
  private static final int FARTHEST_TITLE = 200;

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    SourceText first = lines.get(from).strip();
    if (first.text().contains(" / ")) {
      List<SourceText> names = names(first);
      return isHeader(lines, from, names) ? below(names, lines, from) : Optional.empty();
    }
    if (!mayBeRow(first)) {
      return Optional.empty(); // most lines
    }
    List<Row> rows = new ArrayList<>();
    int at = from;
    int end = from;
    while (at < lines.size()) {
      Optional<Row> row = versus(lines.get(at).strip());
      if (row.isEmpty() || (!rows.isEmpty() && width(rows.get(0)) != width(row.get()))) {
        break;
      }
      rows.add(row.get());
      end = at + 1;
      at = lines.skipBlank(end);
    }
    PageTable table = new PageTable(Layout.SPACED, rows);
    return areRows(rows) ? Optional.of(FoundTable.of(table, lines, from, end)) : Optional.empty();
  }

  /** Rows below the names; one with other strokes than these is left without sides. */
  private static Optional<FoundTable> below(List<SourceText> names, PageLines lines, int from) {
    List<Row> rows = new ArrayList<>();
    int whole = 0;
    int end = from + 1;
    int at = lines.skipBlank(end);
    while (at < lines.size()) {
      SourceText line = lines.get(at).strip();
      Optional<Row> row = row(line, STROKE);
      if (row.isEmpty()) {
        break;
      }
      boolean fits = width(row.get()) == names.size();
      rows.add(fits ? row.get() : row(line, NONE).orElseThrow());
      if (fits) {
        whole = rows.size();
        end = at + 1;
      }
      at = lines.skipBlank(at + 1);
    }
    List<Row> body = rows.subList(0, whole);
    PageTable table = new PageTable(Layout.SPACED, names, body, Sides.SHIFTED);
    return areRows(body) ? Optional.of(FoundTable.of(table, lines, from, end)) : Optional.empty();
  }

  /** The names of a line, or of the brackets at its end. */
  private static List<SourceText> names(SourceText line) {
    int open = line.text().lastIndexOf('(', line.text().indexOf(" / "));
    boolean enclosed = open >= 0 && line.text().indexOf(')', open) == line.length() - 1;
    return parts(enclosed ? line.slice(open + 1, line.length() - 1) : line, 0, STROKE);
  }

  /** True if a line above has all of the names in it. */
  private static boolean isHeader(PageLines lines, int from, List<SourceText> names) {
    int next = lines.skipBlank(from + 1);
    return next < lines.size()
        && lines.get(next).text().contains(" / ")
        && names.size() <= MOST_NAMES
        && lines.get(from).text().indexOf(": ") < 0 // a row, as each below it
        && names.stream().noneMatch(SourceText::isEmpty)
        && IntStream.range(Math.max(0, from - FARTHEST_TITLE), from)
            .mapToObj(at -> lines.get(at).text())
            .anyMatch(line -> names.stream().allMatch(name -> line.contains(name.text())));
  }

  private static boolean areRows(List<Row> rows) {
    return rows.stream().map(VersusReader::label).distinct().count() >= FEWEST_ROWS;
  }

  /** Without the way to it: {@code Home › Costs: A vs B} is the title {@code Costs: A vs B}. */
  private static String label(Row row) {
    return WAY.matcher(row.label().text()).replaceFirst("");
  }

  private static int width(Row row) {
    return row.cells().size();
  }

  private static boolean mayBeRow(SourceText line) {
    return line.text().contains(" v");
  }

  private static Optional<Row> versus(SourceText line) {
    // the pattern would read any line to its end
    return mayBeRow(line) ? row(line, VERSUS).filter(row -> width(row) > 1) : Optional.empty();
  }

  private static Optional<Row> row(SourceText line, Pattern mark) {
    Matcher found = ROW.matcher(line.text());
    return found.matches()
        ? Optional.of(
            new Row(line.slice(found.start(1), found.end(1)), parts(line, found.start(2), mark)))
        : Optional.empty();
  }

  private static List<SourceText> parts(SourceText line, int from, Pattern mark) {
    List<SourceText> parts = new ArrayList<>();
    Matcher found = mark.matcher(line.text()).region(from, line.length());
    int start = from;
    while (found.find()) {
      parts.add(line.slice(start, found.start()).strip());
      start = found.end();
    }
    parts.add(line.slice(start).strip());
    return parts;
  }
}
