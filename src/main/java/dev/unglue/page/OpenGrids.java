package dev.unglue.page;

import dev.unglue.extract.PageContent;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.split.open.OpenTable;
import dev.unglue.split.open.OpenTableFinder;
import dev.unglue.split.open.OpenTableRow;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Tables of any kind that their layout does not show, with grids like those of other tables. */
record OpenGrids(OpenTableFinder finder) {
  private static final double THRESHOLD = 0.98;
  private static final int KEPT = 8;

  /** Rows that a table must have beyond those with known labels, to take their place. */
  private static final int FEWEST_MORE = 2;

  /**
   * A table that was found.
   *
   * @param header its columns
   * @param table its rows
   * @param span its place in the capture
   * @param beyond the lines behind it that were not tried, for they are too many
   * @param turned whether it has a row, not a column, for each subject
   */
  record Found(Header header, OpenTable table, Span span, List<SourceText> beyond, boolean turned) {
    /** True if the title alone names its columns. */
    boolean isHeadless() {
      return table.header().length() == 0;
    }

    /** Its rows; {@code known} reads a line, and may know more than the row that was read of it. */
    Grid grid(BiFunction<SourceText, GridRow, GridRow> known, Section section) {
      List<GridRow> rows = turned ? TurnedTable.rows(table) : rows(known);
      return new Grid(
          table.join() == Join.GLUED ? Layout.GLUED : Layout.SPACED,
          section,
          header.slices(),
          false,
          header.method(),
          rows);
    }

    /** Its rows, without the header where it comes again; below other names nothing is read. */
    private List<GridRow> rows(BiFunction<SourceText, GridRow, GridRow> known) {
      String names = table.header().text();
      List<OpenTableRow> own =
          table.rows().stream().filter(row -> !row.text().text().equals(names)).toList();
      int end = otherNames(own);
      return IntStream.range(0, own.size())
          .mapToObj(
              i ->
                  i >= end
                      ? unparsed(own.get(i))
                      : known.apply(own.get(i).text(), row(own.get(i), table)))
          .toList();
    }

    /** Where names of other subjects stand: a cell short, no figure, and a label comes again. */
    private int otherNames(List<OpenTableRow> rows) {
      Set<String> labels = new HashSet<>();
      for (int i = 0; i + 1 < rows.size(); i++) {
        OpenTableRow next = rows.get(i + 1);
        if (isRead(rows.get(i))) {
          labels.add(rows.get(i).best().get(0).text());
        } else if (rows.get(i).outcome() == Outcome.SHORT
            && rows.get(i).text().text().chars().noneMatch(Digits::is)
            && isRead(next)
            && labels.contains(next.best().get(0).text())) {
          return i;
        }
      }
      return rows.size();
    }

    private static boolean isRead(OpenTableRow row) {
      return row.outcome() == Outcome.READ;
    }
  }

  /**
   * The tables among the lines that no other table took, in order; a header that the rows below it
   * could cut in one place has the same names in all.
   */
  List<Found> find(List<List<SourceText>> open, List<String> named) {
    List<List<Found>> groups = new ArrayList<>();
    Map<String, List<String>> heads = new HashMap<>();
    for (int i = 0; i < open.size(); i++) {
      List<SourceText> lines = open.get(i);
      List<OpenTable> shown = finder.find(lines, named);
      List<OpenTable> all =
          shown.isEmpty() ? TurnedLines.find(lines, named).stream().toList() : shown;
      List<Found> tables = found(all, lines, named);
      if (i + 1 < open.size() && tables.size() == 1 && tables.get(0).isHeadless()) {
        List<Found> longer = longer(tables.get(0), lines, open.get(i + 1), named);
        i += longer.isEmpty() ? 0 : 1;
        tables = longer.isEmpty() ? tables : longer;
      }
      groups.add(tables);
      while (groups.size() <= i) {
        groups.add(tables.subList(0, 0));
      }
      for (Found each : tables) {
        if (!each.turned() && each.header().names().size() > 1) {
          heads.put(each.table().header().text(), each.header().names());
        }
      }
    }
    for (int i = 0; i < groups.size() && !heads.isEmpty(); i++) {
      if (groups.get(i).stream().allMatch(each -> each.header().names().isEmpty())) {
        List<Found> headed = headed(open.get(i), heads);
        groups.set(i, headed.isEmpty() ? groups.get(i) : headed);
      }
    }
    return groups.stream().flatMap(List::stream).toList();
  }

  /** The table with the lines below it that only blank ones part from it; empty for others. */
  private List<Found> longer(
      Found table, List<SourceText> lines, List<SourceText> next, List<String> named) {
    List<SourceText> all = new ArrayList<>(lines);
    all.addAll(next);
    boolean near = next.get(0).span().start() - table.span().end() <= RowsBeside.BLANK_LINES;
    List<Found> longer = near ? found(finder.find(all, named), all, named) : List.of();
    boolean whole = longer.size() == 1 && longer.get(0).table().rows().size() == all.size();
    return whole && longer.get(0).isHeadless() ? longer : List.of();
  }

  /** The tables below a header that is cut elsewhere. */
  private List<Found> headed(List<SourceText> lines, Map<String, List<String>> heads) {
    return lines.stream()
        .filter(line -> heads.containsKey(line.text()))
        .findFirst()
        .map(line -> heads.getOrDefault(line.text(), List.of()))
        .map(names -> found(finder.findNamed(lines, names), lines, names))
        .orElse(List.of());
  }

  private List<Found> found(List<OpenTable> tables, List<SourceText> lines, List<String> named) {
    return tables.stream().map(table -> found(table, lines, named)).toList();
  }

  /**
   * The tables below the names of the title that hold more rows than those which their labels alone
   * showed to be tables: some of their labels are known, most are not.
   */
  List<Found> findMixed(PageContent content, List<String> named) {
    return content.loose().stream()
        .filter(lines -> mayHoldMore(lines, content))
        .flatMap(lines -> found(finder.findNamed(lines, named), lines, named).stream())
        .filter(found -> isLarger(found, content))
        .toList();
  }

  /**
   * True if there are enough lines beside those of the tables with known labels; most pages have
   * none, and trying is dear.
   */
  private static boolean mayHoldMore(List<SourceText> lines, PageContent content) {
    int known = rowsWithin(Unread.place(lines), content);
    int header = 1;
    return known > 0 && lines.size() - known >= header + FEWEST_MORE;
  }

  /** Rows of the tables that stand at a place. */
  private static int rowsWithin(Span place, PageContent content) {
    long rows = 0;
    for (int i = 0; i < content.tables().size(); i++) {
      boolean within = content.places().get(i).meets(place);
      rows += within ? labelled(content.tables().get(i)) : 0;
    }
    return (int) rows;
  }

  /** Rows that have a label; the others are lines that nobody could read. */
  private static long labelled(PageTable table) {
    return table.rows().stream().filter(row -> !row.label().isEmpty()).count();
  }

  private static boolean isLarger(Found found, PageContent content) {
    int known = rowsWithin(found.span(), content);
    long read = found.table().rows().stream().filter(r -> r.outcome() == Outcome.READ).count();
    int all = found.table().rows().size();
    return known > 0 && all >= known + FEWEST_MORE && read * 10 >= all * 6L;
  }

  private Found found(OpenTable table, List<SourceText> lines, List<String> named) {
    boolean turned = TurnedTable.is(table, named);
    return new Found(
        turned ? turnedHeader(TurnedTable.subjects(table)) : header(table),
        table,
        new Span(table.header().span().start(), table.end()),
        finder.beyond(lines, table),
        turned);
  }

  private static Header header(OpenTable table) {
    List<Slice> slices =
        table.names().isEmpty() ? List.of(Slice.of(table.header())) : table.names();
    List<String> names = table.names().stream().map(Slice::text).toList();
    return new Header(names, slices, table.columns(), false, table.method());
  }

  private static Header turnedHeader(List<Slice> subjects) {
    List<String> names = subjects.stream().map(Slice::text).toList();
    return new Header(names, subjects, subjects.size(), false, "title");
  }

  private static GridRow row(OpenTableRow row, OpenTable table) {
    int first = table.labelled() ? 1 : 0;
    return switch (row.outcome()) {
      case READ -> whole(row, RowState.READ, first);
      case SHORT, UNPARSED ->
          row.readings().isEmpty() ? unparsed(row) : whole(row, RowState.SHORT, first);
      case HEADING -> heading(row, table.columns());
      case AMBIGUOUS -> ambiguous(row, first);
    };
  }

  private static GridRow whole(OpenTableRow row, RowState state, int first) {
    Slice label = first == 0 ? none(row) : row.best().get(0);
    List<Slice> cells = cells(row.readings().get(0), first);
    return gridRow(row, label, state, cells, "shape", readings(row, first), Map.of());
  }

  /** All of it as one cell. */
  private static GridRow unparsed(OpenTableRow row) {
    List<Slice> cells = List.of(Slice.of(row.text()));
    return gridRow(row, none(row), RowState.UNPARSED, cells, "none", List.of(), Map.of());
  }

  /** A label without cells: nothing is said of any column. */
  private static GridRow heading(OpenTableRow row, int columns) {
    Slice none = Slice.of(row.text().slice(row.text().length()));
    List<Slice> cells = Collections.nCopies(columns, none);
    return gridRow(row, Slice.of(row.text()), RowState.READ, cells, "shape", List.of(), Map.of());
  }

  /**
   * The cells of its likeliest reading; as observations they stay open, save those on which nearly
   * all readings agree.
   */
  private static GridRow ambiguous(OpenTableRow row, int first) {
    Slice label = first == 0 ? none(row) : row.best().get(0);
    boolean labelled = first > 0 && row.certain(0, THRESHOLD).isPresent();
    Map<Integer, Slice> certain = new TreeMap<>();
    for (int i = first; labelled && i < row.pieces(); i++) {
      int column = i - first;
      row.certain(i, THRESHOLD).ifPresent(cell -> certain.put(column, cell));
    }
    if (labelled && certain.size() == row.pieces() - first) {
      return whole(row, RowState.READ, first); // nothing is open
    }
    SourceText rest = labelled ? row.text().slice(label.text().length()).strip() : row.text();
    return new GridRow(
        label,
        List.of(),
        RowState.AMBIGUOUS,
        true,
        Slice.of(rest),
        cells(row.readings().get(0), first),
        "none",
        readings(row, first),
        certain);
  }

  private static GridRow gridRow(
      OpenTableRow row,
      Slice label,
      RowState state,
      List<Slice> cells,
      String method,
      List<Reading> readings,
      Map<Integer, Slice> certain) {
    Slice rest = Slice.of(row.text().slice(label.text().length()).strip());
    return new GridRow(label, List.of(), state, true, rest, cells, method, readings, certain);
  }

  /** No label. */
  private static Slice none(OpenTableRow row) {
    return Slice.of(row.text().slice(0, 0));
  }

  private static List<Reading> readings(OpenTableRow row, int first) {
    return row.readings().stream()
        .limit(KEPT)
        .map(each -> new Reading(cells(each, first), each.probability(), each.evidence()))
        .toList();
  }

  private static List<Slice> cells(Reading reading, int first) {
    List<Slice> pieces = reading.cells();
    return pieces.subList(Math.min(first, pieces.size()), pieces.size());
  }
}
