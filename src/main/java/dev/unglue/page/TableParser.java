package dev.unglue.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Relation;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.RowKinds;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the tables of one page, row by row; what one table leaves open, a certain cell of another
 * may decide.
 *
 * @param spoken what the page's sentences say of each attribute, by column
 * @param decided what people have decided of its rows
 */
record TableParser(
    List<Relation> relations,
    RowKinds kinds,
    RowParser rows,
    Map<String, ColumnKeys> spoken,
    PageDecisions decided) {
  private static final int LONGEST_LABEL = 60;

  /** The method of names that nothing but their shape told apart. */
  private static final String SHAPE = "shape";

  /**
   * The grids of a page's tables.
   *
   * @param headers one a table
   */
  List<Grid> parse(List<LabelledTable> tables, List<Header> headers) {
    CertainCells said = new CertainCells(relations, spoken);
    List<Grid> grids = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      LabelledTable table = tables.get(i);
      Header header = headers.get(i);
      List<GridRow> read = new ArrayList<>();
      for (int at = 0; at < table.rows().size(); at++) {
        read.add(parse(table, at, header, said));
      }
      grids.add(
          new Grid(
              table.table().layout(),
              table.section(),
              header.slices(),
              header.shifted(),
              header.method(),
              read));
    }
    if (grids.stream().anyMatch(grid -> grid.rows().stream().anyMatch(TableParser::isOpen))) {
      readAgain(tables, headers, grids);
    }
    return grids;
  }

  /** The rows that are still open are asked again, now that the other tables are read. */
  private void readAgain(List<LabelledTable> tables, List<Header> headers, List<Grid> grids) {
    CertainCells certain = certain(tables, grids, headers);
    for (int i = 0; i < tables.size(); i++) {
      List<GridRow> rows = new ArrayList<>(grids.get(i).rows());
      for (int at = 0; at < rows.size(); at++) {
        if (isOpen(rows.get(at))) {
          rows.set(at, parse(tables.get(i), at, headers.get(i), certain));
        }
      }
      grids.set(i, grids.get(i).with(rows));
    }
  }

  private static boolean isOpen(GridRow row) {
    return row.state() == RowState.AMBIGUOUS || row.state() == RowState.SHORT;
  }

  /** The cells that no other table is needed for, and what the sentences say. */
  private CertainCells certain(List<LabelledTable> tables, List<Grid> grids, List<Header> headers) {
    CertainCells certain = new CertainCells(relations, spoken);
    for (int i = 0; i < tables.size(); i++) {
      for (int at = 0; at < tables.get(i).rows().size(); at++) {
        GridRow row = grids.get(i).rows().get(at);
        RowKind kind = tables.get(i).kinds().get(at);
        if (row.state() == RowState.READ
            && Observation.CERTAIN.contains(row.method())
            && kind.isKnown()) {
          certain.add(kind, row, headers.get(i).columns());
        }
      }
    }
    return certain;
  }

  private GridRow parse(LabelledTable table, int at, Header header, CertainCells certain) {
    Row row = table.rows().get(at);
    RowKind kind = table.kinds().get(at);
    return !table.table().unclear().isEmpty() || row.reachesOver()
        ? RowParser.unclear(row, kind)
        : parse(row, kind, header, table.table().sides(), certain);
  }

  private GridRow parse(Row row, RowKind kind, Header header, Sides sides, CertainCells certain) {
    // Cells that stand apart, each below its name, need no evidence.
    Hints known =
        row.join() == Join.APART && sides == Sides.KEPT
            ? Hints.NONE
            : certain.of(kind, header.columns()).with(decided.of(row, kind, header));
    return rows.parse(row, kind, header.columns(), sides, known);
  }

  // --- tables that their layout does not show -------------------------------------------------

  /** The grid of an open table; what the catalogue knows of its labels is made use of. */
  Grid parse(OpenGrids.Found found) {
    CertainCells said = new CertainCells(relations, spoken);
    Join join = found.table().join();
    List<RowKind> known =
        found.table().rows().stream()
            .flatMap(row -> labelled(kinds, row.text(), join).stream())
            .map(kinds::of)
            .toList();
    Grid grid =
        found.grid(
            (text, open) ->
                labelled(kinds, text, join)
                    .map(row -> known(row, open, found.header(), said))
                    .orElse(open),
            LabelledTable.section(known));
    return grid.with(grid.rows().stream().map(decided::decided).toList());
  }

  /**
   * A row whose label the catalogue knows; as it was read without, where that says more: what
   * follows does not fit, is any name, begins with the end of a longer label, or holds numbers that
   * their type leaves in doubt, and the rest of the table does not.
   */
  private GridRow known(Row row, GridRow open, Header header, CertainCells certain) {
    RowKind kind = kinds.of(row);
    GridRow read = parse(row, kind, header, Sides.SHIFTED, certain);
    boolean named = kind.attributes().stream().allMatch(UnfitRows::isAnyName);
    boolean same = open.label().span().equals(read.label().span());
    boolean guessed = named || (kind.marked().isFree() && read.method().equals(SHAPE));
    if (read.state() == RowState.UNPARSED || (guessed && goesOn(row, open))) {
      return open;
    }
    boolean cut = same && read.state() != RowState.READ && open.state() == RowState.READ;
    return cut && (named || areNumbers(open.cells(), kind)) ? UnfitRows.cutAs(read, open) : read;
  }

  /** True for cells of a row that holds numbers; names of a list are cut by that list alone. */
  private static boolean areNumbers(List<Slice> cells, RowKind kind) {
    return kind.attributes().stream().allMatch(Attribute::isNumber)
        && cells.stream().noneMatch(cell -> kind.form().read(cell.text()).isEmpty());
  }

  /** True if a label of more words begins with that of a row: what follows it is a small word. */
  private static boolean goesOn(Row row, GridRow open) {
    SourceText rest = row.cells().get(0);
    return !rest.isEmpty()
        && rest.span().start() > row.label().span().end()
        && Character.isLowerCase(rest.charAt(0))
        && open.label().span().end() > row.label().span().end();
  }

  /** True if the catalogue knows a label of the table. */
  static boolean isKnown(OpenGrids.Found found, RowKinds kinds) {
    return found.table().rows().stream()
        .anyMatch(row -> labelled(kinds, row.text(), found.table().join()).isPresent());
  }

  /** The row of a line that begins with a label of the catalogue, the longest if several fit. */
  private static Optional<Row> labelled(RowKinds kinds, SourceText line, Join join) {
    for (int end = Math.min(line.length() - 1, LONGEST_LABEL); end > 1; end--) {
      char next = line.charAt(end);
      boolean edge = join == Join.GLUED ? !Character.isLowerCase(next) : next == ' ';
      if (edge && kinds.isLabel(line.text().substring(0, end))) {
        SourceText rest = line.slice(end).strip();
        return Optional.of(new Row(line.slice(0, end), List.of(rest), join));
      }
    }
    return Optional.empty();
  }
}
