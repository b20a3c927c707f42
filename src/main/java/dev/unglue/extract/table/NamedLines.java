package dev.unglue.extract.table;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.label.TableEnd;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table with one cell a line, of which no label is known: below the names of the title, each on a
 * line of its own, stand rows of a label and as many cells.
 *
 * <p>An empty cell leaves no line, so counting alone would read what follows it wrong. Rows whose
 * cells all are figures or choices show where a row begins; what stands between two of them is read
 * only if the count is right all the way, is left without sides where one cell is missing, and is
 * left open otherwise. Of two subjects the label may stand between the cells.
 */
final class NamedLines {
  private static final int FEWEST_SHOWN = 2;

  /** Rows behind few that show themselves; more may be another part of the page. */
  private static final int MOST_NOT_SHOWN = 3;

  /** Rows of words alone; fewer may be a menu. */
  private static final int FEWEST_OF_WORDS = 3;

  private List<SourceText> lines;
  private final int columns;
  private final int labelAt;
  private TableEnd endsAt;
  private final NamesAgain again;
  private final PageClues clues;
  private final List<Row> rows = new ArrayList<>();
  private int shown;
  private boolean ofWords;

  private NamedLines(
      List<SourceText> lines,
      int columns,
      int labelAt,
      TableEnd endsAt,
      NamesAgain again,
      PageClues clues) {
    this.lines = lines;
    this.columns = columns;
    this.labelAt = labelAt;
    this.endsAt = endsAt;
    this.again = again;
    this.clues = clues;
  }

  /**
   * The tables of a group of lines; none where the names stand above none. They show each other to
   * be tables, for the parts of a page are drawn alike.
   *
   * @param group lines that follow each other, none of them blank
   * @param clues what the page tells, which names 2 subjects or more
   * @param ends tells whether a line ends a table: a heading, or one of the names
   */
  static List<FoundTable> find(
      List<SourceText> group, PageClues clues, Predicate<SourceText> ends) {
    int count = clues.names().keys().size();
    List<FoundTable> found = new ArrayList<>();
    int shown = 0;
    boolean ofWords = false;
    int at = 0;
    while (at + count < group.size()) {
      int next = at + 1;
      if (clues.names().standAt(group, at)) {
        boolean remarked = isRemarked(group, at + count, clues.names(), ends);
        int from = at + count + (remarked ? 1 : 0);
        NamesAgain again = new NamesAgain(group, at, clues.names());
        int to = again.end(from, remarked ? besides(ends, clues.names()) : ends);
        NamedLines table = of(group, from, to, again, clues);
        while (table.labelAt > 0 && again.areAround(to)) {
          to = TableEnd.from(group, to + count + 1, ends);
          table = of(group, from, to, again, clues);
        }
        if (table.read()) {
          List<SourceText> names = group.subList(at, from);
          found.add(FoundTable.of(new PageTable(Layout.LINES, names, table.rows, Sides.SHIFTED)));
          next = to;
        }
        shown += table.shown;
        ofWords |= table.ofWords;
      }
      at = next;
    }
    return shown < FEWEST_SHOWN && !ofWords ? List.of() : found;
  }

  /** True for a remark that heads one line more of each row: {@code Winner}, a name below it. */
  private static boolean isRemarked(
      List<SourceText> group, int at, SubjectNames subjects, Predicate<SourceText> ends) {
    if (!HeaderWords.isSide(group.get(at).text())) {
      return false;
    }
    int columns = subjects.keys().size();
    int left = TableEnd.from(group, at + 1, besides(ends, subjects)) - at - 1;
    boolean again =
        IntStream.rangeClosed(at + 1, at + 1 + left - columns)
            .anyMatch(i -> subjects.standAt(group, i));
    long others = // the one word for a draw
        IntStream.iterate(at + columns + 2, i -> i <= at + left, i -> i + columns + 2)
            .filter(i -> !subjects.contain(group.get(i)))
            .mapToObj(i -> group.get(i).text())
            .distinct()
            .count();
    boolean told = others <= 1 && left > 2 * (columns + 2);
    return left % (columns + 2) == 0 && (told || (left + 1) % (columns + 1) != 0) && !again;
  }

  private static Predicate<SourceText> besides(Predicate<SourceText> ends, SubjectNames subjects) {
    return ends.and(line -> !subjects.contain(line));
  }

  /** Lines with the label before its cells or, where rows show it, between two of them. */
  private static NamedLines of(
      List<SourceText> group, int from, int to, NamesAgain again, PageClues clues) {
    List<SourceText> lines = group.subList(from, to);
    int columns = from - again.at();
    NamedLines between = new NamedLines(lines, columns, 1, TableEnd.at(group, to), again, clues);
    return columns == 2 && between.isBetween()
        ? between
        : new NamedLines(lines, columns, 0, TableEnd.at(group, to), again, clues);
  }

  /**
   * True if labels stand between two cells. A heading before the first label looks the same, but
   * then text and figure stand around a label, and the count is not that of whole rows.
   */
  private boolean isBetween() {
    int at = 0;
    int found = 0;
    boolean alike = true;
    while (at + columns < lines.size() && isText(label(at))) {
      long figures = cells(at).stream().filter(this::isFigure).count();
      alike &= found > 0 || figures != 1;
      found += isShown(at) ? 1 : 0;
      at += columns + 1;
    }
    boolean whole = endsAt == TableEnd.GROUP && at == lines.size();
    boolean odd = endsAt == TableEnd.GROUP && lines.size() % (columns + 1) == 1;
    return found >= FEWEST_SHOWN && (whole || (alike && !odd));
  }

  /** Reads the rows; true if they are shown to be a table. */
  private boolean read() {
    int done = 0;
    while (done < lines.size()) {
      int at = walk(done);
      boolean goesOn = at + columns < lines.size() && isShown(at);
      int next = goesOn ? at : nextShown(done);
      if (next < 0) {
        readTail(done, at);
        break;
      }
      if (goesOn) {
        addRows(done, at);
      } else {
        addOpen(done, next);
      }
      done = next + columns + 1;
      if (isVote(next)) {
        addOpen(next, done);
      } else {
        addRows(next, done);
        shown++;
      }
    }
    // rows that do not show themselves are carried by those of another part that is drawn alike
    return shown == 0 ? !rows.isEmpty() : shown * 3 >= rows.size();
  }

  /** True for the last row if it asks the reader, as no other does: {@code Did this help? Yes}. */
  private boolean isVote(int at) {
    Predicate<SourceText> asks = label -> label.text().endsWith("?");
    return asks.test(lines.get(label(at)))
        && rows.stream().map(Row::label).noneMatch(asks)
        && cells(at).stream().noneMatch(cell -> cell.text().chars().anyMatch(Character::isDigit))
        && !rows.isEmpty()
        && nextShown(at + columns + 1) < 0;
  }

  /**
   * Row by row, as long as labels stand where they should, up to the first that shows itself. A row
   * that shows itself from the middle of another on tells that a line is lost or has come between.
   */
  private int walk(int from) {
    int at = from;
    while (at + columns < lines.size() && !isShown(at) && isText(label(at)) && !isShownWithin(at)) {
      at += columns + 1;
    }
    return at;
  }

  private boolean isShownWithin(int row) {
    return IntStream.rangeClosed(row + 1, Math.min(row + columns, lines.size() - columns - 1))
        .anyMatch(this::isShown);
  }

  /** A label that is no figure: before a text, a figure may be the last cell of the row above. */
  private boolean isText(int at) {
    return isLabel(at) && !isFigure(lines.get(at));
  }

  /** Reads what stands behind the last row that shows itself, up to a line that names a subject. */
  private void readTail(int from, int walked) {
    int end = endOfTail(from);
    int to = Math.min(walked, end);
    endsAt = end < lines.size() ? TableEnd.MARK : endsAt;
    lines = lines.subList(0, end);
    boolean many = (to - from) / (columns + 1) >= (shown > 0 ? 1 : FEWEST_SHOWN);
    if (isEnd(from, to)) {
      ofWords = from == 0 && areOfWords(to);
      int sure = ofWords ? to : endOfSure(from, to);
      addRows(from, sure);
      addOpen(sure, to);
    } else if (many || lines.subList(from, end).stream().anyMatch(this::isFigure)) {
      addOpen(from, end);
    }
  }

  /**
   * Where blank lines part the rows, lines of a footer look like more of them: up to the last whose
   * cells all look like cells.
   */
  private int endOfSure(int from, int to) {
    if (from == 0 || from == to || CellText.areNext(lines.get(from - 1), lines.get(from))) {
      return to;
    }
    int sure = to;
    while (sure > from && !isSure(sure - columns - 1)) {
      sure -= columns + 1;
    }
    return sure;
  }

  private boolean isSure(int row) {
    return cells(row).stream().allMatch(cell -> CellText.isWordy(cell.text()) && !isOther(cell));
  }

  /**
   * No label has the name of a subject in it: "More about Alpha" leads to other pages; nor is it a
   * sentence, unless lines above are.
   */
  private int endOfTail(int from) {
    boolean stopped =
        lines.subList(0, from).stream().map(SourceText::text).anyMatch(CellText::isSentence);
    return IntStream.range(from, lines.size())
        .filter(at -> (at - from) % (columns + 1) == labelAt)
        .filter(
            at ->
                clues.names().within(lines.get(at)).isPresent()
                    || (!stopped && CellText.isSentence(lines.get(at).text())))
        .map(at -> at - labelAt)
        .findFirst()
        .orElse(lines.size());
  }

  /**
   * True if the rows behind the last that shows itself are whole: nothing is left over but a
   * heading before prose, and no row may have lost a cell.
   */
  private boolean isEnd(int from, int to) {
    int left = lines.size() - to;
    boolean fits =
        left == (endsAt == TableEnd.PROSE ? 1 : 0) || (left == 1 && endsAt == TableEnd.MARK);
    boolean few = to - from <= Math.max(MOST_NOT_SHOWN, shown + 1) * (columns + 1);
    boolean sound = true;
    for (int at = from; at < to; at += columns + 1) {
      sound &= !mayBeShort(at);
    }
    return fits && sound && (few || (from == 0 && areOfWords(to)));
  }

  /** True for rows of words if the cells of one look like cells, and no label does. */
  private boolean areOfWords(int to) {
    Set<String> labels = new HashSet<>();
    boolean shown = false;
    for (int at = 0; at < to; at += columns + 1) {
      String label = lines.get(label(at)).text();
      if (CellText.isWordy(label) || !labels.add(label)) {
        return false;
      }
      shown |= cells(at).stream().allMatch(cell -> CellText.isWordy(cell.text()));
    }
    return shown
        && labels.size() >= FEWEST_OF_WORDS
        && to == lines.size()
        && lines.stream().noneMatch(this::isOther);
  }

  /** True for what leads to another comparison, or to more of a subject. */
  private boolean isOther(SourceText line) {
    return clues.names().within(line).isPresent() || line.text().contains(" vs");
  }

  /** A figure before a text that is none: a cell may be lost, and the text be the next label. */
  private boolean mayBeShort(int row) {
    boolean figure = false;
    for (SourceText cell : cells(row)) {
      if (figure && !isFigure(cell)) {
        return true;
      }
      figure |= isFigure(cell) && !isMissing(cell);
    }
    return false;
  }

  /** True if a row begins here beyond doubt: a label, and cells that all are figures or choices. */
  private boolean isShown(int at) {
    int next = at + columns + 1;
    return next <= lines.size()
        && isLabel(label(at))
        && (labelAt == 0 || isText(label(at)))
        && (isMarked(at)
            || cells(at).stream().limit(clues.names().keys().size()).allMatch(this::isFigure))
        && (next == lines.size() || mayBegin(next));
  }

  /** False where what should be the first line of a row is none, or that of another. */
  private boolean mayBegin(int row) {
    return labelAt == 0
        ? isLabel(row)
        : !isText(row) || (label(row) < lines.size() && isText(label(row)));
  }

  private int label(int row) {
    return row + labelAt;
  }

  private List<SourceText> cells(int row) {
    List<SourceText> cells = new ArrayList<>(lines.subList(row, row + columns + 1));
    cells.remove(labelAt);
    return cells;
  }

  /** True if a colon marks the label, and of the lines up to the next label none has one. */
  private boolean isMarked(int at) {
    Predicate<SourceText> marked = line -> line.text().endsWith(":");
    int next = label(at) + columns + 1;
    return marked.test(lines.get(label(at)))
        && cells(at).stream().noneMatch(marked)
        && (next >= lines.size() || marked.test(lines.get(next)));
  }

  /** Where the label of another row may stand right above, the first line may be its cell. */
  private int nextShown(int from) {
    return IntStream.range(from, lines.size() - columns)
        .filter(at -> isShown(at) && (at == from || labelAt == 0 || !isText(at - 1)))
        .findFirst()
        .orElse(-1);
  }

  private boolean isFigure(SourceText cell) {
    return CellText.isFigure(cell.text()) || isMissing(cell);
  }

  private boolean isMissing(SourceText cell) {
    return clues.labels().isMissingMark(cell.text());
  }

  private boolean isLabel(int at) {
    String text = lines.get(at).text();
    return CellText.mayBeLabel(text) && !isMissing(lines.get(at));
  }

  /** Whole rows whose cells do not show it. */
  private void addRows(int from, int to) {
    for (int at = from; at < to; at += columns + 1) {
      boolean open = labelAt == 0 && again.mayBeHead(cells(at));
      rows.add(
          open
              ? Row.header(lines.subList(at, at + columns + 1))
              : new Row(lines.get(label(at)), cells(at)));
    }
  }

  /** Lines between two rows that are too few or too many: one cell lost, or nobody knows which. */
  private void addOpen(int from, int to) {
    List<SourceText> open = lines.subList(from, to);
    if (!open.isEmpty()) {
      boolean whole = open.size() == columns && labelAt == 0 && isLabel(from);
      rows.add(whole ? Row.of(open) : Row.header(open));
    }
  }
}
