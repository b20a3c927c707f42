package dev.unglue.pipeline;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.CellForm;
import dev.unglue.model.CellPart;
import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.PageTable.Sides;
import dev.unglue.model.Reading;
import dev.unglue.model.Row;
import dev.unglue.model.Row.Join;
import dev.unglue.model.Slice;
import dev.unglue.model.SourceText;
import dev.unglue.model.Span;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.Cell;
import dev.unglue.split.Hints;
import dev.unglue.split.NameShape;
import dev.unglue.split.Question;
import dev.unglue.split.Split;
import dev.unglue.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one row: names its attributes and cuts it into one cell a column. */
final class RowParser {
  /** Columns up to which every way to place too few cells is listed; beyond, there are too many. */
  private static final int MOST_PLACED = 8;

  private final Catalogue catalogue;
  private final Map<String, List<Attribute>> byLabel;
  private final Map<String, Set<String>> lexicons;
  private final Splitter splitter;

  RowParser(Catalogue catalogue, NameShape shape) {
    this.splitter = Splitter.standard(shape);
    this.catalogue = catalogue;
    this.byLabel = catalogue.byLabel();
    this.lexicons =
        catalogue.lexicon().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> NameKnowledge.lowerCase(entry.getValue())));
  }

  /** The attributes that a row's label names; empty for an unknown label. */
  List<Attribute> attributesOf(Row row) {
    return byLabel.getOrDefault(Catalogue.labelKey(row.label().text()), List.of());
  }

  /** True if the catalogue knows a label that is spelt so. */
  boolean isLabel(String text) {
    return byLabel.containsKey(Catalogue.labelKey(text));
  }

  /**
   * Reads one row.
   *
   * @param columns number of columns; 0 where nothing tells it
   * @param sides whether a cell's place tells its column
   * @param known for each source, for each column, what it says the cell is
   */
  GridRow parse(Row row, int columns, Sides sides, Map<String, List<Set<String>>> known) {
    List<Attribute> attributes = attributesOf(row);
    Draft draft = new Draft(row, attributes.stream().map(Attribute::id).toList());
    if (row.join() == Join.APART) {
      return apart(draft, columns, sides, attributes, known);
    }
    if (columns < 2) {
      return draft.of(RowState.UNPARSED, row.cells(), "none", List.of());
    }
    Split split = splitter.split(question(row, columns, attributes, known));
    return split.match(
        decided -> draft.of(RowState.READ, decided.cells(), decided.method(), decided.readings()),
        ambiguous ->
            draft.of(
                row.join() == Join.PIPED ? RowState.LONG : RowState.AMBIGUOUS,
                row.cells(),
                "none",
                ambiguous.readings()),
        few -> shortRow(draft, few.cells(), columns, attributes, known),
        impossible -> draft.of(RowState.UNPARSED, row.cells(), "none", List.of()));
  }

  private Question question(
      Row row, int columns, List<Attribute> attributes, Map<String, List<Set<String>>> known) {
    Set<String> names =
        attributes.stream()
            .flatMap(attribute -> Stream.ofNullable(attribute.lexicon()))
            .flatMap(lexicon -> lexicons.getOrDefault(lexicon, Set.of()).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Question(
        row.cells().get(0),
        row.join(),
        columns,
        attributes,
        forms(attributes),
        catalogue.missingMarks(),
        new Hints(known, names));
  }

  private List<CellForm> forms(List<Attribute> attributes) {
    List<Attribute> types =
        attributes.isEmpty() ? Attributes.generic() : List.of(attributes.get(0));
    return types.stream()
        .flatMap(
            type -> Stream.of(CellForms.marked(type, catalogue), CellForms.of(type, catalogue)))
        .toList();
  }

  private GridRow apart(
      Draft draft,
      int columns,
      Sides sides,
      List<Attribute> attributes,
      Map<String, List<Set<String>>> known) {
    List<SourceText> cells = trimmed(draft.row().cells(), columns);
    if (cells.size() > columns) {
      return draft.of(RowState.LONG, cells, "cell", List.of());
    }
    if (cells.size() < columns && sides == Sides.SHIFTED) {
      return shortRow(draft, cells, columns, attributes, known);
    }
    List<SourceText> whole = new ArrayList<>(cells);
    while (whole.size() < columns) {
      whole.add(draft.end());
    }
    return draft.of(RowState.READ, whole, "cell", List.of());
  }

  /** Empty cells beyond the last column are padding. */
  private static List<SourceText> trimmed(List<SourceText> cells, int columns) {
    int end = cells.size();
    while (end > columns && cells.get(end - 1).isEmpty()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /** Fewer cells than columns: every way to place them is a reading; another source may decide. */
  private GridRow shortRow(
      Draft draft,
      List<SourceText> cells,
      int columns,
      List<Attribute> attributes,
      Map<String, List<Set<String>>> known) {
    if (cells.isEmpty() || columns > MOST_PLACED) {
      return draft.of(RowState.SHORT, cells, "none", List.of());
    }
    List<List<SourceText>> placements = new ArrayList<>();
    place(cells, columns, draft.end(), new ArrayList<>(), placements);
    List<List<SourceText>> agreeing =
        attributes.isEmpty()
            ? List.of()
            : placements.stream().filter(p -> agrees(p, attributes.get(0), known)).toList();
    if (agreeing.size() == 1) {
      return draft.of(RowState.READ, agreeing.get(0), agreeingSource(known), List.of());
    }
    double each = 1.0 / placements.size();
    List<Reading> readings =
        placements.stream()
            .map(placed -> new Reading(placed.stream().map(Slice::of).toList(), each, Map.of()))
            .toList();
    return draft.of(RowState.SHORT, cells, "none", readings);
  }

  private static void place(
      List<SourceText> cells,
      int columns,
      SourceText empty,
      List<SourceText> placed,
      List<List<SourceText>> placements) {
    if (placed.size() == columns) {
      if (cells.isEmpty()) {
        placements.add(List.copyOf(placed));
      }
      return;
    }
    if (!cells.isEmpty()) {
      placed.add(cells.get(0));
      place(cells.subList(1, cells.size()), columns, empty, placed, placements);
      placed.remove(placed.size() - 1);
    }
    placed.add(empty);
    place(cells, columns, empty, placed, placements);
    placed.remove(placed.size() - 1);
  }

  /** True if some source names the value of each filled cell, and so where it belongs. */
  private boolean agrees(
      List<SourceText> placed, Attribute attribute, Map<String, List<Set<String>>> known) {
    CellForm form = CellForms.of(attribute, catalogue);
    for (int i = 0; i < placed.size(); i++) {
      int column = i;
      List<CellPart> parts = form.read(placed.get(i).text());
      Set<String> said =
          known.values().stream()
              .flatMap(columns -> columns.get(column).stream())
              .collect(Collectors.toUnmodifiableSet());
      if (!placed.get(i).isEmpty() && !said.contains(Cell.keyOf(parts))) {
        return false;
      }
    }
    return true;
  }

  private static String agreeingSource(Map<String, List<Set<String>>> known) {
    Optional<String> first = known.keySet().stream().sorted().findFirst();
    return first.orElse("none");
  }

  /** What is known of a row before its cells are. */
  private record Draft(Row row, List<String> attributes) {
    GridRow of(RowState state, List<SourceText> cells, String method, List<Reading> readings) {
      return new GridRow(
          Slice.of(row.label()),
          attributes,
          state,
          row.join() != Join.APART,
          body(),
          cells.stream().map(Slice::of).toList(),
          method,
          readings);
    }

    /** All cells as one text, as the page prints it. */
    private Slice body() {
      List<SourceText> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
      return filled.isEmpty() ? Slice.of(end()) : Slice.of(SourceText.join(filled));
    }

    /** An empty cell at the end of the row. */
    SourceText end() {
      SourceText last =
          row.cells().isEmpty() ? row.label() : row.cells().get(row.cells().size() - 1);
      Span span = last.span();
      return SourceText.verbatim("", span.end());
    }
  }
}
