package dev.unglue.extract.table;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.CellGrid;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Elements built alike that the names of the title show to be the rows of a table: below a row of
 * the names, or as a card below each name.
 */
public final class AlikeRows {
  private static final int FEWEST_ROWS = 2;
  private static final int FEWEST_FIGURES = 2;
  private static final int LONGEST_CELL = 160;

  /** Lines of a card between its name and its rows: a button, a rating, a heading. */
  private static final int MOST_BELOW_NAME = 3;

  private static final int LONGEST_BELOW_NAME = 60;

  private final PageClues clues;
  private final SubjectNames names;
  private final Set<Integer> cards = new HashSet<>();
  private int endOfCard;

  private AlikeRows(PageClues clues) {
    this.clues = clues;
    this.names = clues.names();
  }

  /**
   * The tables among what is built alike; none where nothing names the subjects.
   *
   * @param others what has the shape of a table; a list of terms may be one row
   */
  public static List<FoundTable> find(
      List<HtmlGrid> alike, List<FoundTable> others, PageClues clues) {
    if (clues.names().isEmpty()) {
      return List.of();
    }
    AlikeRows rows = new AlikeRows(clues);
    List<FoundTable> found = new ArrayList<>();
    List<FoundTable> cards = new ArrayList<>();
    NamedPairs pairs = new NamedPairs(clues);
    for (HtmlGrid grid : alike) {
      if (pairs.add(grid.rows().stream().map(HtmlRow::cells).toList(), grid.place())) {
        continue;
      }
      if (grid.rows().get(grid.rows().size() - 1).cells().size() == 2) {
        rows.card(grid).ifPresent(cards::add);
      } else {
        rows.table(rows.turned(grid))
            .filter(table -> found.stream().noneMatch(each -> each.span().meets(table.span())))
            .ifPresent(found::add);
      }
    }
    if (rows.cards.size() == clues.names().keys().size() && rows.shareLabels(cards)) {
      found.addAll(cards);
    }
    others.forEach(table -> pairs.add(table.cells(), table.span()));
    found.addAll(pairs.tables());
    return found;
  }

  /** True if two labels at least stand on several cards. */
  private boolean shareLabels(List<FoundTable> cards) {
    Set<String> seen = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (FoundTable card : cards) {
      for (Row row : card.tables(clues).get(0).rows()) {
        String label = row.label().text();
        if (!seen.add(label)) {
          shared.add(label);
        }
      }
    }
    return shared.size() >= FEWEST_ROWS;
  }

  /** The labels and a column below each name, as rows: with the names in the first of them. */
  private HtmlGrid turned(HtmlGrid grid) {
    List<HtmlRow> columns = grid.rows();
    List<SourceText> heads = columns.stream().map(row -> row.cells().get(0)).toList();
    if (heads.size() != names.keys().size() + 1
        || columns.stream().map(row -> row.cells().size()).distinct().count() > 1
        || !(heads.get(0).isEmpty() || HeaderWords.isCorner(heads.get(0).text()))
        || !names.areIn(heads)
        || columns.stream().anyMatch(row -> names.areIn(row.cells()))) {
      return grid;
    }
    List<HtmlRow> rows =
        IntStream.range(0, columns.get(0).cells().size())
            .mapToObj(
                i -> new HtmlRow(columns.stream().map(row -> row.cells().get(i)).toList(), false))
            .toList();
    return new HtmlGrid(rows, grid.place(), grid.leftOut());
  }

  private Optional<FoundTable> table(HtmlGrid grid) {
    for (int i = 0; i + FEWEST_ROWS < grid.rows().size(); i++) {
      List<SourceText> cells = grid.rows().get(i).cells();
      if (names.areIn(cells)) {
        List<HtmlRow> below = grid.rows().subList(i + 1, grid.rows().size());
        List<CellRow> rows = new ArrayList<>();
        int columns = below.get(below.size() - 1).cells().size();
        rows.add(new CellRow(header(cells, columns), true, Optional.empty()));
        below.forEach(row -> rows.add(CellRow.of(row.cells())));
        Span place = new Span(cells.get(0).span().start(), grid.place().end());
        return Optional.of(new FoundTable(new CellGrid(Layout.HTML, rows), 0, 0, place));
      }
    }
    return Optional.empty();
  }

  /** The word between two names is none; before names alone stands the head of the labels. */
  private List<SourceText> header(List<SourceText> cells, int columns) {
    if (cells.size() < columns) {
      List<SourceText> heads = new ArrayList<>(cells);
      heads.add(0, cells.get(0).slice(0, 0));
      return heads;
    }
    return cells.size() == 3 && names.contain(cells.get(0)) && names.contain(cells.get(2))
        ? List.of(cells.get(0), cells.get(1).slice(0, 0), cells.get(2))
        : cells;
  }

  /** Labels and cells, or cells and labels, below the name of a subject. */
  private Optional<FoundTable> card(HtmlGrid grid) {
    Optional<SourceText> name = nameAbove(grid.place().start());
    if (name.isEmpty() || grid.rows().size() < FEWEST_ROWS) {
      return Optional.empty();
    }
    boolean swapped = figures(grid, 0) >= FEWEST_FIGURES && figures(grid, 1) == 0;
    if (!areLabels(grid, swapped ? 1 : 0)) {
      return Optional.empty();
    }
    cards.add(names.indexOf(name.get()));
    endOfCard = grid.place().end();
    List<Row> rows =
        grid.rows().stream()
            .map(HtmlRow::cells)
            .map(row -> swapped ? row(row.get(1), row.get(0)) : row(row.get(0), row.get(1)))
            .toList();
    return Optional.of(FoundTable.below(List.of(name.get()), new PageTable(Layout.HTML, rows)));
  }

  private static Row row(SourceText label, SourceText cell) {
    return new Row(LinePair.withoutColon(label), List.of(cell));
  }

  /** The name above a place, or above few short lines that stand there, such as a button. */
  private Optional<SourceText> nameAbove(int place) {
    Optional<SourceText> above = clues.lineAbove(place);
    for (int i = 0; i < MOST_BELOW_NAME && above.filter(this::mayBeBelowName).isPresent(); i++) {
      above = clues.lineAbove(above.get().span().start());
    }
    return above.flatMap(this::nameOf);
  }

  /** The name that is a line, or the first of two elements on it: behind it may be a button. */
  private Optional<SourceText> nameOf(SourceText line) {
    List<SourceText> parts = line.length() > LONGEST_BELOW_NAME ? List.of(line) : line.parts();
    return parts.size() > 2
        ? Optional.empty()
        : parts.stream().limit(1).filter(names::contain).findFirst();
  }

  private boolean mayBeBelowName(SourceText line) {
    return nameOf(line).isEmpty()
        && line.length() <= LONGEST_BELOW_NAME
        && line.span().start() >= endOfCard;
  }

  /**
   * True for words in each cell of a column, before cells that are no paragraphs: a price or a
   * picture is no label.
   */
  private static boolean areLabels(HtmlGrid grid, int column) {
    return grid.rows().stream()
        .map(HtmlRow::cells)
        .allMatch(
            row ->
                row.get(column).text().chars().anyMatch(Character::isLetter)
                    && row.get(1 - column).length() <= LONGEST_CELL);
  }

  private static long figures(HtmlGrid grid, int column) {
    return grid.rows().stream()
        .filter(row -> row.cells().get(column).text().chars().limit(2).anyMatch(Digits::is))
        .count();
  }
}
