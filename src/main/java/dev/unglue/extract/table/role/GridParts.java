package dev.unglue.extract.table.role;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parts a grid into tables: each begins with a row that heads columns. A header inside the grid is
 * one that comes again, one that names the subjects of the title, a row of heads between rows of
 * cells, or the row above a label that returns.
 */
final class GridParts {
  /** Digits of a year. */
  private static final int YEAR = 4;

  private final Layout layout;
  private final PageClues clues;
  private final List<CellRow> rows;
  private final int[] newest;

  /** The labels of the part so far. */
  private final Set<String> labels = new HashSet<>();

  private GridParts(Layout layout, PageClues clues, List<CellRow> rows) {
    this.layout = layout;
    this.clues = clues;
    this.rows = rows;
    this.newest = newest();
  }

  /** The tables of a grid, in order. */
  static List<HeadedRows> of(Layout layout, PageClues clues, List<CellRow> rows) {
    return new GridParts(layout, clues, rows).parts();
  }

  private List<HeadedRows> parts() {
    List<HeadedRows> parts = new ArrayList<>();
    int heads = heads();
    Optional<CellRow> header =
        heads == 0
            ? Optional.of(owners(rows.get(0))).filter(row -> !row.isEmpty())
            : Optional.of(best(heads)).filter(row -> !isTitle(row, heads));
    Set<String> seen = new HashSet<>();
    List<CellRow> above = rows.subList(0, heads);
    int from = heads;
    for (int i = heads; i < rows.size(); i++) {
      boolean returns = labelReturns(i, seen);
      boolean headless = returns && !isHeaderAbove(i, from);
      if (i > from && (headless || isInnerHeader(i, header, seen))) {
        parts.add(part(header, above, from, i));
        above = List.of();
        header = headless ? Optional.empty() : Optional.of(rows.get(i));
        from = headless ? i : i + 1;
        seen.clear();
        labels.clear();
      }
      labels.add(label(i));
      addLabel(rows.get(i), seen);
    }
    parts.add(part(header, above, from, rows.size()));
    return parts;
  }

  private HeadedRows part(Optional<CellRow> header, List<CellRow> above, int from, int to) {
    Optional<CellRow> names = header.map(row -> HeaderNames.bare(row, clues.names()));
    return new HeadedRows(names, above, rows.subList(from, to), false);
  }

  // --- the top --------------------------------------------------------------------------------

  /** Rows above the body, a title among them. */
  private int heads() {
    if (layout != Layout.HTML) {
      int title = isTitled() ? 1 : 0;
      CellRow first = rows.get(title);
      boolean row =
          first.isLabelled(clues.labels())
              || goesOn(first)
              || !owners(first).isEmpty()
              || isGroup(first);
      return title + (row ? 0 : 1);
    }
    int heads = 0;
    while (heads < rows.size() && rows.get(heads).head()) {
      heads++;
    }
    int bands = 0;
    while (heads == 0 && bands < rows.size() - 1 && rows.get(bands).isBand()) {
      bands++;
    }
    boolean emptyCorner = rows.get(bands).cells().get(0).isEmpty();
    // a table of heads only has one header all the same
    return heads == rows.size() ? 1 : heads == 0 && emptyCorner ? bands + 1 : heads;
  }

  /** True for one text above rows of three cells and more: it heads rows, not columns. */
  private boolean isGroup(CellRow first) {
    return first.texts().size() == 1
        && first.filled().size() == 1
        && !HeaderWords.isCorner(first.cells().get(0).text())
        && TableRoles.width(rows.subList(1, rows.size())) > 2
        && !rows.get(1).cells().get(0).isEmpty();
  }

  /**
   * True for a first row that is no header: nothing in it looks like one, it has a cell for each
   * subject of the title, and holds a figure or goes on with a table above that names them.
   */
  private boolean goesOn(CellRow first) {
    int columns = first.filled().size() - 1;
    return columns == clues.names().keys().size()
        && columns >= 2
        && TableRoles.width(rows) == columns + 1
        && !first.cells().get(0).isEmpty()
        && !HeaderWords.isOnlyCorner(first.cells().get(0).text())
        && first.texts().stream().noneMatch(clues.names()::shareWord)
        && (isAboveNamed() ? figures() >= 1 : hasFigure(first) && figures() >= 2);
  }

  /** The names before the cells of a row that tell whose each is; no cells where they do not. */
  private CellRow owners(CellRow row) {
    List<SourceText> names = new ArrayList<>();
    SourceText label = row.cells().get(0);
    if (label.isEmpty() || HeaderWords.isOnlyCorner(label.text())) {
      return CellRow.of(names);
    }
    for (SourceText cell : row.filled().subList(1, row.filled().size())) {
      for (int at = cell.text().indexOf(": "); at > 0; at = cell.text().indexOf(": ", at + 1)) {
        Optional.of(cell.slice(0, at)).filter(clues.names()::contain).ifPresent(names::add);
      }
    }
    boolean each = names.size() == row.filled().size() - 1 && clues.names().areExactly(names);
    return CellRow.of(each ? names : List.of());
  }

  private boolean isAboveNamed() {
    return clues
        .above()
        .flatMap(PageTable::header)
        .filter(above -> clues.names().areExactly(above.cells()))
        .isPresent();
  }

  /** Rows that hold a figure; a menu has none. */
  private long figures() {
    return rows.stream().filter(GridParts::hasFigure).count();
  }

  private static boolean hasFigure(CellRow row) {
    return row.texts().stream().skip(1).anyMatch(GridParts::isFigure);
  }

  /** True for a number with or without a unit; a year may head a column. */
  static boolean isFigure(SourceText cell) {
    char first = cell.isEmpty() ? ' ' : cell.charAt(0);
    boolean year = cell.length() == YEAR && cell.text().chars().allMatch(Digits::is);
    return (Digits.is(first) || "$€£¥+-".indexOf(first) >= 0) && !year;
  }

  /** A first line of one text is the table's title where a line of several is its header. */
  private boolean isTitled() {
    if (rows.size() < 3 || rows.get(0).names() > 1 || rows.get(1).isLabelled(clues.labels())) {
      return false;
    }
    CellRow next = rows.get(1);
    int width = TableRoles.width(rows.subList(2, rows.size()));
    boolean repeated = rows.get(0).texts().size() > 1;
    return next.texts().size() >= 2
        && (repeated || next.cells().get(0).isEmpty() || next.filled().size() == width - 1);
  }

  /** The last of the rows above the body that names the most columns. */
  private CellRow best(int heads) {
    if (layout != Layout.HTML) {
      return rows.get(heads - 1);
    }
    CellRow best = rows.get(0);
    for (CellRow row : rows.subList(0, heads)) {
      best = columns(row) >= columns(best) ? row : best;
    }
    return best;
  }

  /** One text over all columns is the title of the rows below, and names none of their columns. */
  private boolean isTitle(CellRow row, int heads) {
    return layout == Layout.HTML
        && row.isBand()
        && TableRoles.width(rows.subList(heads, rows.size())) > 2;
  }

  private static long columns(CellRow row) {
    return row.cells().stream()
        .skip(1)
        .filter(text -> !text.isEmpty())
        .map(SourceText::text)
        .distinct()
        .count();
  }

  // --- inside ---------------------------------------------------------------------------------

  private boolean isInnerHeader(int at, Optional<CellRow> header, Set<String> seen) {
    CellRow row = rows.get(at);
    if (at + 1 >= rows.size() || row.names() < 2 || row.isLabelled(clues.labels())) {
      return false;
    }
    return header.filter(above -> isSame(row, above)).isPresent()
        || isOfNames(row)
        || isHeadOfColumns(row, header)
        || isRowOfHeads(at, header)
        || isAboveReturn(at, header)
        || (labelReturns(at + 1, seen) && isHeaderAbove(at + 1, 0));
  }

  /** The same names again, with the same corner or without one. */
  private static boolean isSame(CellRow row, CellRow header) {
    List<String> names = texts(header.texts());
    List<String> here = texts(row.texts());
    boolean corner = names.size() > 2 && !header.cells().get(0).isEmpty();
    return here.equals(names) || (corner && here.equals(names.subList(1, names.size())));
  }

  private static List<String> texts(List<SourceText> cells) {
    return cells.stream().map(SourceText::text).toList();
  }

  /** The subjects of the title, behind a corner that is empty or lost; a label makes it a row. */
  private boolean isOfNames(CellRow row) {
    List<SourceText> texts = row.texts();
    boolean cornered = row.cells().get(0).isEmpty() || texts.size() == row.filled().size();
    return cornered && clues.names().areExactly(texts);
  }

  /** A row of heads below an empty corner, or any row below the word that stands in the corner. */
  private static boolean isHeadOfColumns(CellRow row, Optional<CellRow> header) {
    String corner = row.cells().get(0).text();
    boolean same = header.filter(above -> above.cells().get(0).text().equals(corner)).isPresent();
    return row.head() ? corner.isEmpty() || same : same && HeaderWords.isCorner(corner);
  }

  /**
   * True for names above labels that have come before: below an empty corner the first of them
   * tells, below a word that may be a label all of them, and the names of the title further up.
   */
  private boolean isAboveReturn(int at, Optional<CellRow> header) {
    CellRow row = rows.get(at);
    boolean shaped =
        header.filter(names -> names.filled().size() == row.filled().size()).isPresent();
    if (layout == Layout.HTML || !shaped || hasFigure(row)) {
      return false;
    }
    return row.cells().get(0).isEmpty()
        ? !label(at + 1).isEmpty() && labels.contains(label(at + 1))
        : newest[at + 1] < at
            && header.filter(names -> clues.names().areIn(names.texts())).isPresent();
  }

  private String label(int at) {
    return rows.get(at).cells().get(0).text();
  }

  /** For each row the last place at which a label of it or of the rows below stands first. */
  private int[] newest() {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      first.putIfAbsent(label(i), i);
    }
    int[] newest = new int[rows.size() + 1];
    for (int i = rows.size() - 1; i >= 0; i--) {
      newest[i] = Math.max(newest[i + 1], first.getOrDefault(label(i), i));
    }
    return newest;
  }

  /** A row of heads between rows of cells, below a header with the names of the title. */
  private boolean isRowOfHeads(int at, Optional<CellRow> header) {
    CellRow row = rows.get(at);
    return row.head()
        && header
            .filter(above -> clues.names().areIn(above.texts()))
            .filter(above -> isWhole(row) || (!isWhole(above) && isShapedAs(row, above)))
            .isPresent()
        && !rows.get(at - 1).head()
        && !rows.get(at + 1).head();
  }

  private static boolean isWhole(CellRow row) {
    return row.texts().size() == row.cells().size();
  }

  /** True if the same columns are empty, as where both rows have lost their corner. */
  private static boolean isShapedAs(CellRow row, CellRow other) {
    return row.cells().stream()
        .map(SourceText::isEmpty)
        .toList()
        .equals(other.cells().stream().map(SourceText::isEmpty).toList());
  }

  /** True if several tables stand together with nothing between them, and one begins here. */
  private boolean labelReturns(int at, Set<String> seen) {
    CellRow row = rows.get(at);
    return layout == Layout.PIPE
        && row.texts().size() > 1
        && row.isLabelled(clues.labels())
        && seen.contains(Catalogue.labelKey(row.cells().get(0).text()));
  }

  /** True if the row above has the shape of a header: an empty corner, or one that was lost. */
  private boolean isHeaderAbove(int at, int from) {
    if (at <= from) {
      return false;
    }
    CellRow row = rows.get(at - 1);
    return !row.isLabelled(clues.labels())
        && !row.isEmpty()
        && (row.cells().get(0).isEmpty() || row.filled().size() < rows.get(at).filled().size());
  }

  private void addLabel(CellRow row, Set<String> seen) {
    if (row.texts().size() > 1 && row.isLabelled(clues.labels())) {
      seen.add(Catalogue.labelKey(row.cells().get(0).text()));
    }
  }
}
