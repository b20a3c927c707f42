package dev.unglue.extract.html;

import dev.unglue.extract.html.RawRow.RawCell;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A table while the walk is in it: its rows so far, and what stands in its open cell. */
final class UnclosedTable {
  private static final Set<String> BOLD = Set.of("b", "strong");

  private final Element table;
  private final LineWriter lines;
  private LineWriter.Place start;
  private int place;
  private final List<RawRow> rows = new ArrayList<>();
  private final List<RawCell> cells = new ArrayList<>();
  private final List<SourceText> icons = new ArrayList<>();
  private Optional<Element> cell = Optional.empty();
  private Optional<Span> sign = Optional.empty();
  private final List<Span> signs = new ArrayList<>();
  private Optional<Wordless> wordless = Optional.empty();
  private int group = 1;
  private boolean inHead;
  private boolean headsOnly = true;
  private boolean boldOnly = true;
  private final BitSet bold = new BitSet();
  private int cellStart;
  private boolean cellHoldsTable;
  private boolean holdsTables;
  private boolean holdsHeadings;

  UnclosedTable(Element table, LineWriter lines) {
    this.table = table;
    this.lines = lines;
    this.start = lines.place();
    this.place = Math.max(table.sourceRange().startPos(), 0);
  }

  /** True for a list of terms and definitions. */
  boolean isDefinitions() {
    return table.normalName().equals("dl");
  }

  @SuppressWarnings("ReferenceEquality") // the same place of the page
  boolean isOf(Element element) {
    return table == element;
  }

  /** Where the lines stood when the table began. */
  LineWriter.Place start() {
    return start;
  }

  /** Where it begins on the page. */
  int place() {
    return place;
  }

  /** What stands above its first row is a line of the page. */
  void endCaption(Element caption) {
    if (rows.isEmpty()) {
      start = lines.place();
      place = Math.max(caption.endSourceRange().endPos(), place);
    }
  }

  /** True if some cell holds a table that is one of its own. */
  boolean holdsTables() {
    return holdsTables;
  }

  /** True if some cell holds a heading of the page: a sign that the table only lays it out. */
  boolean holdsHeadings() {
    return holdsHeadings;
  }

  /** The rows so far, the open one among them. */
  List<RawRow> rows() {
    endRow();
    if (bold.get(0) && bold.cardinality() == 1) {
      rows.set(0, new RawRow(rows.get(0).cells(), true, rows.get(0).group()));
    }
    return rows;
  }

  void beginGroup(boolean head) {
    endRow();
    group++;
    inHead = head;
  }

  /** Ends the row before, too: a row that says nothing still counts for the cells above it. */
  void beginRow() {
    endRow();
    rows.add(new RawRow(List.of(), false, group));
  }

  private void endRow() {
    endCell();
    if (!cells.isEmpty()) {
      int last = rows.size() - 1;
      rows.set(last, new RawRow(cells, inHead || headsOnly, group));
      bold.set(last, boldOnly);
      addWordless();
      cells.clear();
    }
    signs.clear();
    headsOnly = true;
    boldOnly = !isDefinitions() && (rows.isEmpty() || bold.get(0)); // else it tells nothing
  }

  /** Takes note of a row that says something, beside signs without words. */
  private void addWordless() {
    if (signs.isEmpty()) {
      return; // most rows
    }
    Optional<RawCell> said = cells.stream().filter(cell -> !cell.isEmpty()).findFirst();
    if (said.isPresent()) {
      String first = lines.join(said.get().from(), said.get().to()).text();
      Span place = new Span(signs.get(0).start(), signs.get(signs.size() - 1).end());
      Optional<Wordless> row = Optional.of(new Wordless(1, first, place, true));
      wordless = Wordless.and(wordless, row);
    }
  }

  /** The signs without words in the rows so far; absent for none. */
  Optional<Wordless> wordless() {
    return wordless;
  }

  void beginCell(Element element) {
    endCell();
    if (rows.isEmpty()) {
      beginRow();
    }
    cell = Optional.of(element);
    cellStart = lines.count();
    cellHoldsTable = false;
    headsOnly = headsOnly && ElementRole.isHeading(element);
    boldOnly = boldOnly && isBold(element);
    icons.clear();
    sign = Optional.empty();
  }

  /** True for a cell that is bold as a whole: one row of such, at the top, heads the columns. */
  private static boolean isBold(Element cell) {
    return cell.childrenSize() == 1
        ? cell.ownText().isBlank() && BOLD.contains(cell.child(0).normalName())
        : !cell.hasText();
  }

  /** Ends the open cell if that element began it. */
  @SuppressWarnings("ReferenceEquality") // the same place of the page
  void endCell(Element element) {
    if (cell.isPresent() && cell.get() == element) {
      endCell();
    }
  }

  private void endCell() {
    lines.end();
    if (cell.isPresent()) {
      cells.add(ended(cell.get()));
    }
    cell = Optional.empty();
  }

  private RawCell ended(Element element) {
    if (lines.count() == cellStart) {
      icons.forEach(lines::addIcon);
      if (icons.isEmpty() && !cellHoldsTable) {
        sign.ifPresent(signs::add);
      }
    }
    return RawCell.of(element, cellStart, lines.count(), cellHoldsTable);
  }

  /** What the open cell says so far. */
  String said() {
    lines.end();
    return cell.isPresent() && lines.count() > cellStart
        ? lines.join(cellStart, lines.count()).text()
        : "";
  }

  /** True while the open cell has no text, and that picture can be what it says instead. */
  boolean takesIcon(Element picture) {
    boolean empty = cell.isPresent() && lines.count() == cellStart && lines.isLineEmpty();
    return empty && (isHeadingCell() || !IconText.isIllustration(picture));
  }

  private boolean isHeadingCell() {
    return cell.isPresent() && ElementRole.isHeading(cell.get());
  }

  /** Takes what a picture stands for, once. */
  void addIcon(SourceText icon) {
    boolean known = icons.stream().anyMatch(other -> other.text().equals(icon.text()));
    if (!known && icons.size() < IconText.MOST) {
      icons.add(icon);
    }
  }

  /** Takes note of what shows a sign in a cell without text. */
  void addSign(Element element) {
    int start = Math.max(element.sourceRange().startPos(), 0);
    sign = Optional.of(new Span(start, Math.max(element.sourceRange().endPos(), start)));
  }

  void addHeading() {
    holdsHeadings |= !isHeadingCell();
  }

  void addTable() {
    holdsTables = true;
    cellHoldsTable = true;
  }
}
