package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.text.InlineMarkdown;
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
      Pattern.compile("(?:[-*•●▪] +)?(\\p{L}[^:|\\t]{0,59}): +([^\\t]{1,160})");
  private static final Pattern WAY = Pattern.compile(".*[>›»] ++");
  private static final Pattern VERSUS = Pattern.compile(" (?:vs\\.?|versus) ");
  private static final Pattern STROKE = Pattern.compile(" / ");

  private static final Pattern BAR = Pattern.compile(" \\| ");

  /** Parts nothing. */
  private static final Pattern NONE = Pattern.compile("(?!)");

  private static final int FEWEST_ROWS = 2;

  /** Rows that no names above them show to be rows. */
  private static final int FEWEST_BARE = 3;

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

  /**
   * Rows with strokes or bars below no names: the title tells whose cells they are, if each row of
   * a list has one for each of its names.
   *
   * @param lines the lines outside tables; an empty one where a table stood
   * @param names the subjects by title or address
   */
  static List<FoundTable> named(List<SourceText> lines, SubjectNames names) {
    List<FoundTable> found = new ArrayList<>();
    if (!mayHaveRows(lines)) {
      return found;
    }
    int at = 0;
    while (at < lines.size()) {
      Pattern mark = lines.get(at).text().contains(" | ") ? BAR : STROKE;
      List<Row> rows = new ArrayList<>();
      int from = at;
      Optional<Row> row = row(lines.get(at), mark);
      while (row.isPresent()) {
        rows.add(row.get());
        at++;
        row = at < lines.size() ? row(lines.get(at), mark) : Optional.empty();
      }
      if (areOf(names, rows) && (from == 0 || !isHead(lines.get(from - 1), names))) {
        found.add(FoundTable.of(headed(rows, names)));
      }
      at = Math.max(at, from + 1);
    }
    return found;
  }

  /** False where no line has a stroke or a bar: each row has one between two of its cells. */
  private static boolean mayHaveRows(List<SourceText> lines) {
    for (SourceText line : lines) {
      if (line.text().indexOf('/') >= 0 || line.text().indexOf('|') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** True for a line that says whose all cells below it are, or in which order they stand. */
  private static boolean isHead(SourceText line, SubjectNames names) {
    boolean ofOne = !line.text().endsWith(".") && names.within(line).isPresent();
    return ofOne || STROKE.matcher(line.text()).find() || BAR.matcher(line.text()).find();
  }

  private static boolean areOf(SubjectNames names, List<Row> rows) {
    return rows.size() >= FEWEST_BARE
        && rows.stream().map(VersusReader::label).distinct().count() >= FEWEST_BARE
        && rows.stream().allMatch(row -> width(row) == names.keys().size() && width(row) > 1);
  }

  /** The first row may hold the names: {@code Feature: Oak / Elm}. */
  private static PageTable headed(List<Row> rows, SubjectNames names) {
    boolean headed = names.areExactly(rows.get(0).cells());
    Optional<Row> header = headed ? Optional.of(rows.get(0)) : Optional.empty();
    List<Row> body = rows.subList(headed ? 1 : 0, rows.size());
    return new PageTable(Layout.SPACED, header, body, Sides.KEPT);
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
    if (!mayBeRow(line)) {
      return Optional.empty();
    }
    SourceText bare = InlineMarkdown.row(line);
    boolean parted = bare.text().contains(" vs") || bare.text().contains(" versus");
    return parted
        ? bareRow(bare, VERSUS)
            .filter(row -> width(row) > 1 && row.cells().stream().allMatch(VersusReader::isWhole))
        : Optional.empty();
  }

  /** False for a cell with one of two brackets: these hold what is compared, {@code 5 (5 vs 3)}. */
  private static boolean isWhole(SourceText cell) {
    return cell.text().chars().filter(c -> c == '(').count()
        == cell.text().chars().filter(c -> c == ')').count();
  }

  private static Optional<Row> row(SourceText printed, Pattern mark) {
    return bareRow(InlineMarkdown.row(printed), mark);
  }

  private static Optional<Row> bareRow(SourceText line, Pattern mark) {
    if (!line.text().contains(": ") || (mark != BAR && line.text().indexOf('|') >= 0)) {
      return Optional.empty(); // the pattern would read most of the line
    }
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
