package dev.unglue.extract.table.role;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parts a grid into tables: each begins with a row that heads columns. A header inside the grid is
 * one that comes again, one that names the subjects of the title, a row of heads between rows of
 * cells, or the row above a label that returns.
 */
final class GridParts {
  private final Layout layout;
  private final PageClues clues;
  private final List<CellRow> rows;

  private GridParts(Layout layout, PageClues clues, List<CellRow> rows) {
    this.layout = layout;
    this.clues = clues;
    this.rows = rows;
  }

  /** The tables of a grid, in order. */
  static List<HeadedRows> of(Layout layout, PageClues clues, List<CellRow> rows) {
    return new GridParts(layout, clues, rows).parts();
  }

  private List<HeadedRows> parts() {
    List<HeadedRows> parts = new ArrayList<>();
    int heads = heads();
    Optional<CellRow> header = heads == 0 ? Optional.empty() : Optional.of(best(heads));
    Set<String> seen = new HashSet<>();
    int from = heads;
    for (int i = heads; i < rows.size(); i++) {
      boolean returns = labelReturns(i, seen);
      boolean headless = returns && !isHeaderAbove(i, from);
      if (i > from && (headless || isInnerHeader(i, header, seen))) {
        parts.add(new HeadedRows(header, rows.subList(from, i), false));
        header = headless ? Optional.empty() : Optional.of(rows.get(i));
        from = headless ? i : i + 1;
        seen.clear();
      }
      addLabel(rows.get(i), seen);
    }
    parts.add(new HeadedRows(header, rows.subList(from, rows.size()), false));
    return parts;
  }

  // --- the top --------------------------------------------------------------------------------

  /** Rows above the body, a title among them. */
  private int heads() {
    if (layout != Layout.HTML) {
      int title = isTitled() ? 1 : 0;
      return title + (rows.get(title).isLabelled(clues.labels()) ? 0 : 1);
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

  /** The subjects of the title, below a corner that is empty, lost or has a name of its own. */
  private boolean isOfNames(CellRow row) {
    List<SourceText> texts = row.texts();
    boolean cornered = row.cells().get(0).isEmpty() || texts.size() == row.filled().size();
    boolean section = layout != Layout.HTML && texts.size() > 2;
    return cornered
        && (clues.names().areExactly(texts)
            || (section && clues.names().areExactly(texts.subList(1, texts.size()))));
  }

  /** A row of heads below an empty corner, or any row below the word that stands in the corner. */
  private static boolean isHeadOfColumns(CellRow row, Optional<CellRow> header) {
    String corner = row.cells().get(0).text();
    boolean same = header.filter(above -> above.cells().get(0).text().equals(corner)).isPresent();
    return row.head() ? corner.isEmpty() || same : same && HeaderWords.isCorner(corner);
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
