package dev.unglue.extract.table;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.Labels.After;
import dev.unglue.extract.table.label.Labels.Match;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that only their labels show to be rows: a label and, on the same line, all cells joined. The
 * two layouts differ in what follows a label.
 *
 * @param labels the known labels
 * @param layout the layout that is read
 * @param join how the cells of a row are joined
 * @param after what follows a label in this layout
 */
record LabelledRows(Labels labels, Layout layout, Join join, After after) implements TableReader {
  private static final int LONGEST_HEADER = 400;
  private static final int LONGEST_UNKNOWN_ROW = 400;

  /** An unknown label and its cells: the cells begin at the first sign, digit or currency. */
  private static final Pattern UNKNOWN_ROW =
      Pattern.compile("(\\p{L}[\\p{L} /&'’().]*?):? ?((?!-\\p{L})[-–—$£€]?[\\d$£€–—-].*)");

  /** Stands between the names of a title, which lies above many a table without a header. */
  private static final Pattern VERSUS = Pattern.compile("(?i) (?:vs\\.?|versus) ");

  /** Cells with nothing between them: {@code Yearly salary$34,920$43,251}. */
  static TableReader glued(Labels labels) {
    return new LabelledRows(labels, Layout.GLUED, Join.GLUED, After.CELL);
  }

  /** Cells with one blank between them: {@code Yearly salary $34,920 $43,251}. */
  static TableReader spaced(Labels labels) {
    return new LabelledRows(labels, Layout.SPACED, Join.SPACED, After.BLANK);
  }

  @Override
  public Optional<FoundTable> read(PageLines lines, int from) {
    if (rowAt(lines, from).isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> headerAt = headerAbove(lines, from);
    Optional<SourceText> names = headerAt.map(at -> lines.get(at).strip());
    List<Row> rows = new ArrayList<>();
    int to = readRows(lines, from, names.map(SourceText::text).orElse(""), rows);
    // One row alone, with no header above it, may be a sentence that begins like a label.
    if (rows.size() == 1 && names.isEmpty()) {
      return Optional.empty();
    }
    Optional<Row> header = names.map(text -> Row.header(List.of(text), join));
    PageTable table = new PageTable(layout, header, rows, Sides.SHIFTED);
    return Optional.of(FoundTable.of(table, lines, headerAt.orElse(from), to));
  }

  private int readRows(PageLines lines, int from, String names, List<Row> rows) {
    Set<String> seen = new HashSet<>();
    int at = from;
    int end = from;
    while (at < lines.size()) {
      Optional<Row> row = rowAt(lines, at);
      if (row.isEmpty() && at == end) {
        row = unknownAt(lines, at, names, seen);
      }
      if (row.isEmpty() || !seen.add(key(row.get()))) {
        break;
      }
      rows.add(row.get());
      end = at + 1;
      at = lines.skipBlank(end);
    }
    return end;
  }

  private static String key(Row row) {
    String label = Catalogue.labelKey(row.label().text());
    return label.isEmpty() ? row.cells().get(0).text() : label;
  }

  private Optional<Row> rowAt(PageLines lines, int at) {
    Optional<Match> match = labels.at(lines.get(at));
    return match.isPresent() && match.get().after() == after && isBody(match.get())
        ? Optional.of(new Row(match.get().label(), List.of(match.get().rest()), join))
        : Optional.empty();
  }

  /** A sentence that begins with a label goes on in small letters and ends with a full stop. */
  private boolean isBody(Match match) {
    String rest = match.rest().text();
    if (join == Join.GLUED) {
      return true;
    }
    boolean goesOnSmall =
        Character.isLowerCase(rest.charAt(0)) && rest.indexOf(' ') > 0 && !labels.isMissing(rest);
    return !goesOnSmall && !(rest.endsWith(".") && rest.length() > 80);
  }

  /** A row of an unknown label among known ones: its cells where figures show them, else open. */
  private Optional<Row> unknownAt(PageLines lines, int at, String names, Set<String> seen) {
    SourceText line = lines.get(at).strip();
    boolean again = names.equals(line.text());
    Optional<Match> label = labels.at(line);
    if (label.filter(match -> match.after() == After.NOTHING).isPresent()) {
      // a row whose cells are all empty, if its table goes on
      boolean goesOn = isBetweenRows(lines, at, seen);
      return label.filter(match -> goesOn).map(match -> new Row(match.label(), List.of()));
    }
    boolean known = label.filter(match -> match.after() == after).isPresent();
    if (again || known || line.length() > LONGEST_UNKNOWN_ROW) {
      return Optional.empty();
    }
    Matcher found = UNKNOWN_ROW.matcher(line.text());
    if (found.matches() && !line.text().endsWith(".") && label.isEmpty()) {
      return Optional.of(
          new Row(line.slice(0, found.end(1)), List.of(line.slice(found.start(2))), join));
    }
    boolean row = isBetweenRows(lines, at, seen) || isGluedRow(line);
    return row ? Optional.of(Row.header(List.of(line), join)) : Optional.empty();
  }

  /** A line between two rows of one table is a row, even if nothing tells its label. */
  private boolean isBetweenRows(PageLines lines, int at, Set<String> seen) {
    return at + 1 < lines.size()
        && rowAt(lines, at + 1).map(next -> !seen.contains(key(next))).orElse(false);
  }

  /** Cells that have run together show it where a word ends and another begins at once. */
  private boolean isGluedRow(SourceText line) {
    if (join != Join.GLUED || line.text().endsWith(".")) {
      return false;
    }
    for (int i = 2; i < line.length(); i++) {
      char last = line.charAt(i - 1);
      char next = line.charAt(i);
      boolean word = Character.isLowerCase(last) && Character.isLowerCase(line.charAt(i - 2));
      if ((word && Character.isUpperCase(next)) || (last == ')' && Character.isLetter(next))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Integer> headerAbove(PageLines lines, int from) {
    int at = lines.rightAbove(from);
    return at >= 0 && isHeader(lines.get(at).strip()) ? Optional.of(at) : Optional.empty();
  }

  private boolean isHeader(SourceText line) {
    boolean sentence = ".:?!".indexOf(line.charAt(line.length() - 1)) >= 0 && isSentence(line);
    return line.length() <= LONGEST_HEADER
        && !sentence
        && !compares(line)
        && line.text().indexOf(": ") < 0
        && labels.at(line).isEmpty();
  }

  /** True for a title of the form {@code Baker vs Miller}, which names no column. */
  static boolean compares(SourceText line) {
    return VERSUS.matcher(line.text()).find();
  }

  /** "Corp." ends a name; a sentence has at least six words. */
  private static boolean isSentence(SourceText line) {
    return line.text().endsWith(":") || line.text().split(" ", -1).length >= 6;
  }
}
