package dev.unglue.page;

import dev.unglue.extract.PageContent;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.RowKinds;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.split.open.piece.PieceCuts;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joined rows to which what the catalogue says of their label is no help: their cells have not its
 * type, or it is any name and no list tells which. They are cut as rows of an unknown label are, so
 * that a page reads with attributes of its own no worse than with none. What a cell is remains the
 * attribute's to say: one that has not its type is unparsed, and flagged, as in a cell of its own.
 */
record UnfitRows(Catalogue catalogue, RowKinds kinds, OpenGrids open) {
  /** Pairs of places to cut; two hundred rows of usual length have fewer. */
  private static final long MOST_TRIED = 6_000;

  private static final int YEAR = 4;

  /**
   * The grids with those rows cut, where all of a table makes clear how.
   *
   * @param columns those of each grid
   * @param named the names by title or address; may be empty
   */
  List<Grid> read(List<Grid> grids, List<Header> columns, PageContent content, List<String> named) {
    Set<Integer> unfit = new HashSet<>();
    for (Grid grid : grids) {
      for (GridRow row : grid.rows()) {
        if (isUnfit(row) || mayBeYears(row)) {
          unfit.add(row.label().span().start());
        }
      }
    }
    if (unfit.isEmpty()) {
      return grids;
    }
    Map<Integer, GridRow> cut = cut(affordable(content.loose(), unfit), named);
    List<Grid> read = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      int width = columns.get(i).columns();
      List<GridRow> rows = grids.get(i).rows().stream().map(row -> read(row, width, cut)).toList();
      read.add(grids.get(i).with(rows));
    }
    return read;
  }

  /** The groups with such rows, from the first on, as many as a page may try so. */
  private static List<List<SourceText>> affordable(
      List<List<SourceText>> groups, Set<Integer> unfit) {
    List<List<SourceText>> tried = new ArrayList<>();
    long cost = 0;
    for (List<SourceText> group : groups) {
      if (group.stream().anyMatch(line -> unfit.contains(line.span().start()))) {
        for (SourceText line : group) {
          long points = PieceCuts.of(line.text(), Join.GLUED).size();
          cost += points * points;
        }
        if (cost > MOST_TRIED) {
          return tried;
        }
        tried.add(group);
      }
    }
    return tried;
  }

  /** The rows of the page that are read without the catalogue, by where they begin. */
  private Map<Integer, GridRow> cut(List<List<SourceText>> groups, List<String> named) {
    Map<Integer, GridRow> cut = new HashMap<>();
    open.find(groups, named).stream()
        .map(found -> found.grid((line, row) -> row, Section.PAGE))
        .flatMap(grid -> grid.rows().stream())
        .filter(row -> row.state() == RowState.READ)
        .forEach(row -> cut.put(row.label().span().start(), row));
    return cut;
  }

  private GridRow read(GridRow row, int columns, Map<Integer, GridRow> cut) {
    GridRow other = cut.get(row.label().span().start());
    if (other == null || other.cells().size() != columns || !isUnfit(row, other)) {
      return row;
    }
    if (row.attributes().isEmpty() || goesOn(row, other)) {
      return other;
    }
    boolean same = other.label().span().equals(row.label().span());
    return same && !isRefused(row, other) ? cutAs(row, other) : row;
  }

  /** True if the label is the beginning of a longer one, which goes on with a small word. */
  private static boolean goesOn(GridRow row, GridRow other) {
    String label = row.label().text();
    int next = label.length() + 1;
    return other.label().text().startsWith(label + " ")
        && Character.isLowerCase(other.label().text().charAt(next))
        && row.state() != RowState.UNPARSED;
  }

  /** True if all cells have the type: then it was their range that spoke against such a cut. */
  private boolean isRefused(GridRow row, GridRow other) {
    if (row.state() != RowState.UNPARSED || row.attributes().isEmpty()) {
      return false;
    }
    if (other.cells().stream().anyMatch(cell -> kinds.isLabel(cell.text()))) {
      return true; // a label is no value
    }
    CellForm form = kinds.of(attributes(row)).form();
    return other.cells().stream().noneMatch(cell -> form.read(cell.text()).isEmpty());
  }

  private List<Attribute> attributes(GridRow row) {
    return row.attributes().stream().flatMap(id -> catalogue.attribute(id).stream()).toList();
  }

  /** The row with the cells of another one, which is read of the same text. */
  static GridRow cutAs(GridRow row, GridRow other) {
    return new GridRow(
        row.label(),
        row.attributes(),
        RowState.READ,
        true,
        row.body(),
        other.cells(),
        other.method(),
        other.readings(),
        Map.of());
  }

  /** True for an open row of as many digits as years have. */
  private static boolean mayBeYears(GridRow row) {
    String body = row.body().text();
    return row.joined()
        && row.state() == RowState.AMBIGUOUS
        && body.length() % YEAR == 0
        && Digits.count(body) == body.length();
  }

  /** The same for a count that is years without any mark, which other rows show how to cut. */
  private boolean isUnfit(GridRow row, GridRow other) {
    boolean years =
        row.state() == RowState.AMBIGUOUS
            && other.cells().stream()
                .allMatch(cell -> cell.text().length() == YEAR && Edge.isYear(cell.text(), 0));
    return isUnfit(row) || (row.joined() && years);
  }

  private boolean isUnfit(GridRow row) {
    if (!row.joined() || row.state() == RowState.READ) {
      return false;
    }
    return row.state() == RowState.UNPARSED
        || attributes(row).stream().allMatch(UnfitRows::isAnyName);
  }

  /** True for an attribute that says nothing of its cells: they may be any name. */
  static boolean isAnyName(Attribute attribute) {
    return attribute.lexicon() == null
        && (attribute.type() == CellType.NAME || attribute.type() == CellType.TEXT);
  }
}
