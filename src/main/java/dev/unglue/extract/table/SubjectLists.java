package dev.unglue.extract.table;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.text.InlineMarkdown;
import dev.unglue.extract.text.ListMarks;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A label, and below it a line for each subject of the title: {@code Sensor}, {@code Alpha: CMOS},
 * {@code Beta: CCD}, figures also without the colon; or all of it on one line: {@code Sensor -
 * Alpha: CMOS, Beta: CCD}; or names in brackets behind the cells. Where labels have a cell for
 * each, others may have fewer, if no blank line parts them from what is below.
 */
final class SubjectLists {
  private static final Comparator<Map.Entry<Integer, LinePair>> BY_PLACE =
      Comparator.comparingInt(said -> said.getValue().left().span().start());

  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_CELL = 200;
  private static final int LONGEST_LINE = 2_000;
  private static final int FEWEST_ROWS = 2;

  /** Words of a remark between a label and its figures. */
  private static final int REMARK = 8;

  /** Words of the longest name. */
  private static final int MOST_WORDS = 10;

  /** A line ends with two characters at most. */
  private static final int LINE_END = 2;

  private final List<SourceText> lines;
  private final SubjectNames names;

  /** Of each line, false if none of the names can stand in it. */
  private final boolean[] mayBeNamed;

  private final Predicate<SourceText> headings;
  private final int lineEnd;
  private final List<List<Row>> parts = new ArrayList<>();
  private List<Row> rows = new ArrayList<>();
  private List<SourceText> header = List.of();

  private boolean bulleted;

  /** The columns as the first whole row lists them, by their number in the title. */
  private List<Integer> order = List.of();

  private boolean mixed;
  private int whole;

  private SubjectLists(List<SourceText> lines, SubjectNames names, Predicate<SourceText> headings) {
    this.lines = new ArrayList<>(lines);
    this.lines.replaceAll(InlineMarkdown::row);
    this.names = names;
    this.headings = headings;
    this.mayBeNamed = new boolean[lines.size()];
    for (int at = 0; at < mayBeNamed.length; at++) {
      mayBeNamed[at] = names.mayBeIn(this.lines.get(at));
    }
    this.lineEnd = lineEnd();
  }

  /**
   * The tables of a page's lines; none where fewer than two labels have a cell for each subject.
   *
   * @param lines the lines outside tables; an empty one where a table stood
   * @param all gives those of tables, too, where known labels may show that others are rows
   * @param names the subjects by title or address
   * @param headings tells a heading of the page
   */
  static List<FoundTable> find(
      List<SourceText> lines,
      Supplier<List<SourceText>> all,
      SubjectNames names,
      Predicate<SourceText> headings) {
    SubjectLists lists = new SubjectLists(lines, names, headings);
    lists.read();
    if (lists.whole == 1) {
      SubjectLists every = new SubjectLists(all.get(), names, headings);
      every.read();
      lists.whole = every.whole;
    }
    return lists.whole < FEWEST_ROWS
        ? List.of()
        : lists.bareParts().stream()
            .filter(part -> !part.isEmpty())
            .map(part -> withoutNumbers(part, headings))
            .map(part -> new PageTable(Layout.LINES, part))
            .map(part -> FoundTable.below(lists.printed(lists.header), part))
            .toList();
  }

  /** The rows, without the marks that all labels share, and the full stops behind all texts. */
  private List<List<Row>> bareParts() {
    List<Row> all = parts.stream().flatMap(List::stream).toList();
    List<SourceText> labels = ListMarks.bare(all.stream().map(Row::label).toList(), bulleted);
    boolean stopped =
        labels.stream().allMatch(SubjectLists::isStopped)
            && all.stream().flatMap(row -> row.cells().stream()).allMatch(SubjectLists::isStopped);
    UnaryOperator<SourceText> bare =
        text -> stopped && !text.isEmpty() ? text.slice(0, text.length() - 1) : text;
    Iterator<SourceText> label = labels.iterator();
    return parts.stream()
        .map(part -> part.stream().map(row -> bare(label.next(), row, bare)).toList())
        .toList();
  }

  private Row bare(SourceText label, Row row, UnaryOperator<SourceText> bare) {
    List<SourceText> cells = printed(row.cells()).stream().map(bare).toList();
    return new Row(bare.apply(label), cells);
  }

  /** The columns as all rows of the page list them, or as the title does. */
  private List<SourceText> printed(List<SourceText> columns) {
    return mixed || columns.isEmpty() ? columns : order.stream().map(columns::get).toList();
  }

  private static boolean isStopped(SourceText text) {
    return text.isEmpty() || text.text().endsWith(".");
  }

  /** Headings that are counted ({@code 1. Power}, {@code 2. Noise}) without their numbers. */
  private static List<Row> withoutNumbers(List<Row> part, Predicate<SourceText> headings) {
    List<Row> bare = new ArrayList<>();
    for (Row row : part) {
      String number = bare.size() + 1 + ". ";
      if (!row.label().text().startsWith(number) || !headings.test(row.label())) {
        return part;
      }
      bare.add(row.withLabel(row.label().slice(number.length())));
    }
    return bare.size() < FEWEST_ROWS ? part : bare;
  }

  private void read() {
    int at = 0;
    while (at < lines.size()) {
      int taken = readRow(at);
      if (taken == 0 && !isNext(at)) {
        parts.add(rows);
        rows = new ArrayList<>();
      }
      at += Math.max(1, taken);
    }
    parts.add(rows);
  }

  /** True for a line right below another, no blank line or table between them. */
  private boolean isNext(int at) {
    return at > 0 && !lines.get(at).isEmpty() && between(at) <= lineEnd;
  }

  /** Characters between a line and the one before it. */
  private int between(int at) {
    return lines.get(at).span().start() - lines.get(at - 1).span().end();
  }

  /** Characters with which the lines of the page end: one or two. */
  private int lineEnd() {
    return IntStream.range(1, lines.size()).anyMatch(at -> between(at) == 1) ? 1 : LINE_END;
  }

  /** The number of lines of a row that begins at a line with its label; 0 if none does. */
  private int readRow(int at) {
    SourceText label = lines.get(at);
    boolean named = mayBeNamed[at] || (at + 1 < lines.size() && mayBeNamed[at + 1]);
    if (!named && !headings.test(LinePair.label(label))) {
      return 0; // nearly all lines: each cell has a name before it or behind it
    }
    Map<Integer, LinePair> cells = mayBeNamed[at] ? said(label) : new TreeMap<>();
    if (!cells.isEmpty()) {
      boolean whole = cells.size() == names.keys().size();
      return whole && add(lead(label, cells), cells) ? 1 : 0;
    }
    if (label.isEmpty()
        || label.length() > LONGEST_LABEL
        || CellText.isProse(label.text())
        || names.contain(label)) {
      return 0;
    }
    int next = at + 1;
    while (headings.test(LinePair.label(label))
        && next < lines.size()
        && isSentence(lines.get(next))) {
      next++; // what is said of both before the list
    }
    int first = next;
    while (next < lines.size() && mayBeNamed[next]) {
      Map<Integer, LinePair> more = isFirst(at) ? saidBelow(next) : new TreeMap<>();
      int taken = more.isEmpty() ? 1 : 2;
      more = more.isEmpty() ? saidOrNot(lines.get(next)) : more;
      if (more.isEmpty()
          || more.keySet().stream().anyMatch(cells::containsKey)
          || !LinePair.label(lead(LinePair.bareName(lines.get(next)), more)).isEmpty()) {
        break;
      }
      cells.putAll(more);
      bulleted |= LinePair.bareName(lines.get(next)).length() < lines.get(next).length();
      next += taken;
    }
    int figures = cells.isEmpty() ? readFigures(label, first) : 0;
    if (figures > 0) {
      return first + figures - at;
    }
    boolean row = cells.size() == names.keys().size() || (next > first && isNext(first));
    boolean filled = cells.values().stream().anyMatch(cell -> !cell.right().isEmpty());
    return row && filled && add(label, cells) ? next - at : 0;
  }

  /**
   * Takes lines with a name and a figure each, one for every subject, perhaps below a remark; units
   * only where a blank line shows that what stands above them is no row of heads.
   */
  private int readFigures(SourceText label, int below) {
    Map<Integer, LinePair> figures = new TreeMap<>();
    boolean alone = below + 1 < lines.size() && !isNext(below) && !isNext(below + 1);
    boolean remark = alone && lines.get(below).text().split(" ", -1).length >= REMARK;
    int first = remark ? below + 1 : below;
    int end = first + names.keys().size();
    for (int at = first; at < end && at < lines.size() && mayBeNamed[at]; at++) {
      LinePair.ofFigure(lines.get(at), names::contain)
          .filter(said -> !isNext(first) || said.right().text().indexOf(' ') < 0)
          .ifPresent(said -> figures.put(names.indexOf(said.left()), said));
    }
    boolean all = figures.size() == names.keys().size() && names.areNoneIn(label);
    return all && add(label, figures) ? end - below : 0;
  }

  private boolean isSentence(SourceText line) {
    return CellText.isSentence(line.text()) && said(line).isEmpty();
  }

  /** What a line says, and the name with a mark behind it of whom nothing is said. */
  private Map<Integer, LinePair> saidOrNot(SourceText printed) {
    Map<Integer, LinePair> said = said(printed);
    SourceText line = said.isEmpty() ? LinePair.bareName(printed) : printed;
    int end = line.length() - 1;
    if (said.isEmpty() && end > 0 && ":-–—=".indexOf(line.charAt(end)) >= 0) {
      SourceText name = line.slice(0, end).strip();
      if (names.contain(name)) {
        said.put(names.indexOf(name), new LinePair(name, line.slice(end + 1)));
      }
    }
    return said;
  }

  /**
   * True for a label below a blank line or below another row: elsewhere what stands above may be
   * the label, and each cell stand above its name.
   */
  private boolean isFirst(int at) {
    return !isNext(at) || !rows.isEmpty();
  }

  /** A name alone on its line, and its cell alone on the next. */
  private Map<Integer, LinePair> saidBelow(int at) {
    Map<Integer, LinePair> said = new TreeMap<>();
    if (at + 1 < lines.size() && names.contain(lines.get(at)) && isNext(at) && isNext(at + 1)) {
      SourceText name = lines.get(at);
      SourceText cell = lines.get(at + 1);
      boolean alone = Character.isLetterOrDigit(name.charAt(name.length() - 1));
      boolean text = cell.length() > LONGEST_LABEL || cell.text().endsWith(".");
      if (alone && !text && !cell.text().endsWith(":") && !names.contain(cell)) {
        said.put(names.indexOf(name), new LinePair(name, cell));
      }
    }
    return said;
  }

  /** What stands on a line before the first of the names. */
  private static SourceText lead(SourceText line, Map<Integer, LinePair> said) {
    int start =
        said.values().stream()
            .mapToInt(each -> Math.min(each.left().span().start(), each.right().span().start()))
            .min()
            .orElse(0);
    int end = 0;
    while (end < line.length() && line.offsetAt(end) < start) {
      end++;
    }
    return line.slice(0, end);
  }

  private boolean add(SourceText label, Map<Integer, LinePair> said) {
    SourceText text = LinePair.label(label);
    if (text.isEmpty() || text.length() > LONGEST_LABEL || text.charAt(0) == '{') {
      return false; // no line of a program is a label
    }
    if (said.size() == names.keys().size()) {
      whole++;
      header = header.isEmpty() ? said.values().stream().map(LinePair::left).toList() : header;
    }
    List<Integer> printed =
        said.entrySet().stream().sorted(BY_PLACE).map(Map.Entry::getKey).toList();
    order = order.isEmpty() && said.size() == names.keys().size() ? printed : order;
    mixed |= !order.isEmpty() && !order.stream().filter(said::containsKey).toList().equals(printed);
    SourceText none = label.slice(label.length());
    List<SourceText> cells =
        IntStream.range(0, names.keys().size())
            .mapToObj(i -> said.containsKey(i) ? said.get(i).right() : none)
            .toList();
    rows.add(new Row(text, cells));
    return true;
  }

  /** What a line says, by column: of one subject, whose name it begins with, or of several. */
  private Map<Integer, LinePair> said(SourceText printed) {
    Map<Integer, LinePair> said = new TreeMap<>();
    SourceText line = LinePair.bareName(printed);
    int end = line.length();
    int colon = line.text().lastIndexOf(": ");
    while (colon > 0) {
      int start = nameBefore(line, colon);
      SourceText cell = start < 0 ? line : withoutEnd(line.slice(colon + 1, end));
      if (start >= 0 && !cell.isEmpty() && cell.length() <= LONGEST_CELL) {
        SourceText name = line.slice(start, colon);
        if (said.put(names.indexOf(name), new LinePair(name, cell)) != null) {
          return new TreeMap<>();
        }
        end = start;
      }
      colon = line.text().lastIndexOf(": ", (start < 0 ? colon : start) - 1);
    }
    if (said.size() < 2) {
      said.clear();
      LinePair.of(line, names::contain)
          .ifPresent(pair -> said.put(names.indexOf(pair.left()), pair));
    }
    return said.isEmpty() ? saidBefore(line) : said;
  }

  /** What a line says before names in brackets: {@code Sensor: CMOS (Alpha), CCD (Beta)}. */
  private Map<Integer, LinePair> saidBefore(SourceText line) {
    Map<Integer, LinePair> said = new TreeMap<>();
    String text = line.text();
    if (text.length() > LONGEST_LINE) {
      return said; // prose, and each bracket would be looked at to its end
    }
    int start = text.indexOf(": ") + 1;
    for (int open = text.indexOf(" ("); open > 0; open = text.indexOf(" (", open + 1)) {
      int close = Math.max(open, text.indexOf(')', open));
      SourceText name = line.slice(Math.min(open + 2, close), close);
      if (open > start && names.contain(name)) {
        LinePair pair = new LinePair(name, line.slice(start, open).strip());
        boolean cell = !pair.right().isEmpty() && pair.right().length() <= LONGEST_CELL;
        boolean last = close + 1 == text.length();
        if (!cell || said.put(names.indexOf(name), pair) != null) {
          return new TreeMap<>();
        }
        if (!last && ",;|/".indexOf(text.charAt(close + 1)) < 0) {
          return new TreeMap<>(); // a sentence goes on
        }
        start = Math.min(close + 2, text.length());
      }
    }
    return start < text.length() ? new TreeMap<>() : said;
  }

  /** Where the longest of the names begins that ends before a colon; -1 if none does. */
  private int nameBefore(SourceText line, int colon) {
    int found = -1;
    int words = 0;
    for (int at = colon - 1; at >= 0 && words < MOST_WORDS; at--) {
      boolean word = at == 0 || Whitespace.is(line.charAt(at - 1)) || line.charAt(at - 1) == '(';
      boolean sign =
          Whitespace.is(line.charAt(at + 1)) && !Character.isLetterOrDigit(line.charAt(at));
      if (word && !sign && " -–—|(".indexOf(line.charAt(at)) < 0) {
        words++;
        found = names.contain(line.slice(at, colon)) ? at : found;
      }
    }
    return found;
  }

  /** A cell without the mark that parts it from the next. */
  private static SourceText withoutEnd(SourceText cell) {
    int end = cell.length();
    while (end > 0 && " ,;|/·•".indexOf(cell.charAt(end - 1)) >= 0) {
      end--;
    }
    return cell.slice(0, end).strip();
  }
}
