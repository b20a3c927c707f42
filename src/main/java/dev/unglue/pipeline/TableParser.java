package dev.unglue.pipeline;

import dev.unglue.model.Catalogue;
import dev.unglue.model.Grid;
import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.Observation;
import dev.unglue.model.PageTable;
import dev.unglue.model.PageTable.Sides;
import dev.unglue.model.Relation;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.model.Section;
import dev.unglue.model.SourceText;
import dev.unglue.pipeline.RowKinds.RowKind;
import dev.unglue.split.Question;
import dev.unglue.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the tables of one page, row by row; what one table leaves open, a certain cell of another
 * may decide.
 */
final class TableParser {
  private static final int LONGEST_LABEL = 60;

  private final List<Relation> relations;
  private final RowKinds kinds;
  private final RowParser rows;

  TableParser(Catalogue catalogue, RowKinds kinds, Function<Question, Split> splitter) {
    this.relations = catalogue.relations();
    this.kinds = kinds;
    this.rows = new RowParser(catalogue, kinds, splitter);
  }

  /** True if the catalogue knows a label of the table. */
  boolean isKnown(PageTable table) {
    return table.rows().stream().anyMatch(row -> kinds.of(row).isKnown());
  }

  /**
   * The grids of a page's tables.
   *
   * @param headers one a table
   * @param said what the page's sentences say of each attribute, by column
   * @param decided what people have decided of its rows
   */
  List<Grid> parse(
      List<PageTable> tables,
      List<Header> headers,
      Map<String, List<Set<String>>> said,
      PageDecisions decided) {
    CertainCells spoken = new CertainCells(relations, said);
    List<List<GridRow>> first = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      first.add(rows(tables.get(i), headers.get(i), spoken, decided));
    }
    boolean open = first.stream().flatMap(List::stream).anyMatch(TableParser::isOpen);
    CertainCells certain = open ? certain(tables, first, headers, said) : spoken;
    List<Grid> grids = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      PageTable table = tables.get(i);
      Header header = headers.get(i);
      List<GridRow> read = again(table, header, first.get(i), certain, decided);
      grids.add(
          new Grid(
              table.layout(),
              section(table.rows()),
              header.slices(),
              header.shifted(),
              header.method(),
              read));
    }
    return grids;
  }

  /** The grid of an open table; what the catalogue knows of its labels is made use of. */
  Grid parse(OpenGrids.Found found, Map<String, List<Set<String>>> said, PageDecisions decided) {
    List<Row> known =
        found.table().rows().stream()
            .flatMap(row -> labelled(row.text(), found.table().join()).stream())
            .toList();
    Grid grid = found.grid(text -> read(text, found, said, decided), section(known));
    return grid.with(grid.rows().stream().map(decided::settled).toList());
  }

  /** A line whose label is known, unless what follows it does not fit. */
  private Optional<GridRow> read(
      SourceText text,
      OpenGrids.Found found,
      Map<String, List<Set<String>>> said,
      PageDecisions decided) {
    CertainCells spoken = new CertainCells(relations, said);
    return labelled(text, found.table().join())
        .map(row -> parse(row, found.header(), Sides.SHIFTED, spoken, decided))
        .filter(row -> row.state() != RowState.UNPARSED);
  }

  /** True if the catalogue knows a label of the table. */
  boolean isKnown(OpenGrids.Found found) {
    return found.table().rows().stream()
        .anyMatch(row -> labelled(row.text(), found.table().join()).isPresent());
  }

  /** The row of a line that begins with a label of the catalogue, the longest if several fit. */
  private Optional<Row> labelled(SourceText line, Join join) {
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

  /** The rows that are still open are asked again, now that the other tables are read. */
  private List<GridRow> again(
      PageTable table,
      Header header,
      List<GridRow> first,
      CertainCells certain,
      PageDecisions decided) {
    List<GridRow> read = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Row row = table.rows().get(i);
      read.add(
          isOpen(first.get(i))
              ? parse(row, header, table.sides(), certain, decided)
              : first.get(i));
    }
    return read;
  }

  private static boolean isOpen(GridRow row) {
    return row.state() == RowState.AMBIGUOUS || row.state() == RowState.SHORT;
  }

  private List<GridRow> rows(
      PageTable table, Header header, CertainCells certain, PageDecisions decided) {
    return table.rows().stream()
        .map(row -> parse(row, header, table.sides(), certain, decided))
        .toList();
  }

  private GridRow parse(
      Row row, Header header, Sides sides, CertainCells certain, PageDecisions decided) {
    RowKind kind = kinds.of(row);
    Known known = certain.of(kind, header.columns()).with(decided.of(row, kind, header));
    return rows.parse(row, header.columns(), sides, known);
  }

  /** The cells that no other table is needed for, and what the sentences say. */
  private CertainCells certain(
      List<PageTable> tables,
      List<List<GridRow>> read,
      List<Header> headers,
      Map<String, List<Set<String>>> said) {
    CertainCells certain = new CertainCells(relations, said);
    for (int i = 0; i < tables.size(); i++) {
      for (int j = 0; j < read.get(i).size(); j++) {
        GridRow row = read.get(i).get(j);
        RowKind kind = kinds.of(tables.get(i).rows().get(j));
        if (row.state() == RowState.READ
            && Observation.CERTAIN.contains(row.method())
            && kind.isKnown()) {
          certain.add(kind, row, headers.get(i).columns());
        }
      }
    }
    return certain;
  }

  /** The part of the page that most labels of the table belong to. */
  private Section section(List<Row> labelled) {
    Map<Section, Integer> votes = new LinkedHashMap<>();
    for (Row row : labelled) {
      kinds.of(row).attributes().stream()
          .limit(1)
          .flatMap(attribute -> attribute.sections().stream())
          .forEach(section -> votes.merge(section, 1, Integer::sum));
    }
    Section best = Section.PAGE;
    int most = 0;
    for (Map.Entry<Section, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        most = vote.getValue();
        best = vote.getKey();
      }
    }
    return best;
  }
}
