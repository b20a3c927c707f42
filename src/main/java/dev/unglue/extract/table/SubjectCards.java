package dev.unglue.extract.table;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.LabelledShape;
import dev.unglue.extract.table.role.LineCells;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A card for each subject of the title: its name on a line of its own, and below it lines like
 * {@code Weight: 203 g}. Where one subject has no card, or its labels are others, there are none.
 */
final class SubjectCards {
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_CELL = 160;
  private static final int FEWEST_ROWS = 2;

  private final List<Line> lines;
  private final SubjectNames names;

  private SubjectCards(List<Line> lines, SubjectNames names) {
    this.lines = lines;
    this.names = names;
  }

  /**
   * The cards of a page, each a table of one column.
   *
   * @param clues the lines of the page, those of tables marked, and the names of the title
   */
  static List<FoundTable> find(PageClues clues) {
    List<Card> cards = withoutProse(new SubjectCards(clues.text().lines(), clues.names()).read());
    Set<Integer> subjects =
        cards.stream().map(card -> clues.names().indexOf(card.name())).collect(Collectors.toSet());
    boolean all = subjects.size() == clues.names().keys().size() && subjects.size() >= 2;
    return all && areAlike(cards) ? cards.stream().map(Card::found).toList() : List.of();
  }

  /** The name of a subject, and the rows below it. */
  private record Card(SourceText name, List<Row> rows) {
    Set<String> labels() {
      return rows.stream().map(row -> row.label().text()).collect(Collectors.toSet());
    }

    FoundTable found() {
      Row header = LineCells.header(List.of(name), Join.APART);
      PageTable table = new PageTable(Layout.LINES, Optional.of(header), rows, Sides.KEPT);
      int end = rows.get(rows.size() - 1).cells().get(0).span().end();
      return new FoundTable(new LabelledShape(table), 0, 0, new Span(name.span().start(), end));
    }
  }

  /** A sentence below the last row of a card, which no other card has, is none of its rows. */
  private static List<Card> withoutProse(List<Card> cards) {
    List<Card> kept = new ArrayList<>();
    for (Card card : cards) {
      int last = card.rows().size() - 1;
      Row row = card.rows().get(last);
      boolean prose =
          row.cells().get(0).text().endsWith(".")
              && !others(card, cards).contains(row.label().text());
      kept.add(prose ? new Card(card.name(), card.rows().subList(0, last)) : card);
    }
    return kept;
  }

  /** True if each card has two labels and more that another has, too. */
  private static boolean areAlike(List<Card> cards) {
    return cards.stream()
        .allMatch(
            card -> {
              Set<String> others = others(card, cards);
              others.retainAll(card.labels());
              return others.size() >= FEWEST_ROWS;
            });
  }

  /** The labels of the other cards. */
  private static Set<String> others(Card card, List<Card> cards) {
    Set<String> labels = new HashSet<>();
    cards.stream()
        .filter(other -> !other.equals(card))
        .forEach(other -> labels.addAll(other.labels()));
    return labels;
  }

  private List<Card> read() {
    List<Card> cards = new ArrayList<>();
    for (int at = 0; at + 1 < lines.size(); at++) {
      SourceText name = withoutColon(lines.get(at).text());
      if (isOutside(at) && names.contain(name)) {
        List<Row> rows = rows(at + 1);
        if (rows.size() >= FEWEST_ROWS) {
          cards.add(new Card(name, rows));
        }
      }
    }
    return cards;
  }

  /** The rows of a card, all of them items of a list or none. */
  private List<Row> rows(int from) {
    List<Row> rows = new ArrayList<>();
    Line.Kind kind = lines.get(from).kind();
    for (int at = from; at < lines.size() && isOutside(at) && lines.get(at).kind() == kind; at++) {
      Optional<Row> row = row(lines.get(at).text());
      if (row.isEmpty()) {
        return rows;
      }
      rows.add(row.get());
    }
    return rows;
  }

  private boolean isOutside(int at) {
    return lines.get(at).kind() != Line.Kind.TABLE;
  }

  /** A label, a colon and a cell; what stands before a name is no label of its own. */
  private Optional<Row> row(SourceText line) {
    int colon = line.text().indexOf(": ");
    if (colon <= 0 || colon > LONGEST_LABEL || line.length() - colon > LONGEST_CELL) {
      return Optional.empty();
    }
    SourceText label = line.slice(0, colon).strip();
    SourceText cell = line.slice(colon + 1).strip();
    boolean whole = !label.isEmpty() && !cell.isEmpty() && !names.contain(label);
    return whole ? Optional.of(new Row(label, List.of(cell), Join.APART)) : Optional.empty();
  }

  private static SourceText withoutColon(SourceText name) {
    return name.text().endsWith(":") ? name.slice(0, name.length() - 1).strip() : name;
  }
}
