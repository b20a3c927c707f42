package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows of joined text whose labels stand between the cells of two subjects: {@code
 * 214Appearances388} below a line that begins with one name and ends with the other.
 *
 * <p>Only figures of the same unit show where the label begins and ends; a row of others is left
 * open.
 */
final class CentredRows {
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_CORNER = 20;
  private static final int FEWEST_ROWS = 3;

  private static final String FIGURE = "[~<>+−–-]?[$£€]?\\d[\\d.,]*+(?: ?/ ?\\d[\\d.,]*+)?";
  private static final Pattern ROW =
      Pattern.compile(
          "("
              + FIGURE
              + "(\\D{0,20}?))\\s?(\\p{Lu}(?:[^\\d$£€]|(?<=\\p{L})\\d(?=[ \\p{L}])){0,50}?)\\s?("
              + FIGURE
              + "\\2)");

  private CentredRows() {}

  /**
   * The table of a group of lines; absent where fewer than three rows, or not most, are sure.
   *
   * @param lines lines that follow each other, none of them blank
   * @param names the subjects by title or address
   */
  static Optional<FoundTable> find(List<SourceText> lines, SubjectNames names) {
    List<Integer> sure =
        IntStream.range(0, lines.size())
            .filter(at -> row(lines.get(at)).isPresent())
            .boxed()
            .toList();
    if (sure.size() < FEWEST_ROWS || names.keys().size() != 2) {
      return Optional.empty();
    }
    int end = sure.get(sure.size() - 1) + 1;
    for (int at = sure.get(0) - 1; at >= 0; at--) {
      List<SourceText> header = header(lines, at, names);
      if (!header.isEmpty()) {
        return sure.size() * 2 <= end - at - 1
            ? Optional.empty()
            : Optional.of(table(header, lines.subList(at + 1, end)));
      }
    }
    return Optional.empty();
  }

  private static FoundTable table(List<SourceText> header, List<SourceText> lines) {
    List<Row> rows = new ArrayList<>();
    for (SourceText line : lines) {
      rows.add(row(line).or(() -> parted(line)).orElseGet(() -> Row.header(List.of(line))));
    }
    Layout layout = rows.stream().anyMatch(CentredRows::isGlued) ? Layout.GLUED : Layout.SPACED;
    return FoundTable.of(new PageTable(layout, header, rows, Sides.KEPT));
  }

  /** True if nothing stands between the first cell and the label behind it. */
  private static boolean isGlued(Row row) {
    return !row.label().isEmpty() && row.label().span().start() == row.cells().get(0).span().end();
  }

  private static Optional<Row> row(SourceText line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    if (isParted(line)) {
      return parted(line);
    }
    Matcher row = ROW.matcher(line.text());
    return row.matches()
        ? Optional.of(
            new Row(
                line.slice(row.start(3), row.end(3)).strip(),
                List.of(
                    line.slice(row.start(1), row.end(1)).strip(),
                    line.slice(row.start(4), row.end(4)).strip())))
        : Optional.empty();
  }

  /** True if the lines have the rows of such a table, whose cells marks of the page part. */
  static boolean areParted(List<SourceText> lines) {
    return lines.stream().filter(CentredRows::isParted).count() >= FEWEST_ROWS;
  }

  private static boolean isParted(SourceText line) {
    return parted(line)
        .filter(row -> Digits.count(row.label().text()) == 0)
        .filter(row -> row.cells().stream().allMatch(cell -> Digits.count(cell.text()) > 0))
        .isPresent();
  }

  /** The three parts that the marks of the page make of a line. */
  private static Optional<Row> parted(SourceText line) {
    List<SourceText> parts = line.length() > LONGEST_LINE ? List.of() : line.parts();
    return parts.size() == 3
        ? Optional.of(new Row(parts.get(1), List.of(parts.get(0), parts.get(2))))
        : Optional.empty();
  }

  /** The names in a line, or in two. */
  private static List<SourceText> header(List<SourceText> lines, int at, SubjectNames names) {
    List<SourceText> two = at == 0 ? List.of() : lines.subList(at - 1, at + 1);
    return names.areExactly(two) ? two : header(lines.get(at), names);
  }

  /** The names at the two ends of a line, hardly anything between them; none where it has none. */
  private static List<SourceText> header(SourceText line, SubjectNames names) {
    int length = line.length() > LONGEST_LINE ? 0 : line.length();
    Optional<SourceText> first =
        IntStream.rangeClosed(1, length)
            .mapToObj(to -> line.slice(0, to))
            .filter(names::contain)
            .findFirst();
    Optional<SourceText> last =
        IntStream.range(0, length)
            .mapToObj(back -> line.slice(length - 1 - back))
            .filter(names::contain)
            .findFirst();
    if (first.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    int between = length - first.get().length() - last.get().length();
    boolean both = names.indexOf(first.get()) != names.indexOf(last.get());
    return both && between >= 0 && between <= LONGEST_CORNER
        ? List.of(first.get(), last.get())
        : List.of();
  }
}
