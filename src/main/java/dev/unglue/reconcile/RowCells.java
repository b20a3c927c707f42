package dev.unglue.reconcile;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stored cells of one row.
 *
 * @param byAttribute for each attribute of the row, its cells in the order of the columns; at least
 *     one
 */
record RowCells(List<List<StoredCell>> byAttribute) {
  RowCells {
    byAttribute = byAttribute.stream().map(List::copyOf).toList();
  }

  /** What the page says of the first attribute, column by column. */
  List<Observation> first() {
    return byAttribute.get(0).stream().map(StoredCell::seen).toList();
  }

  /** Whose cells they are, in the order of the columns. */
  List<Subject> subjects() {
    return subjects(byAttribute.get(0));
  }

  private static List<Subject> subjects(List<StoredCell> cells) {
    return cells.stream()
        .flatMap(cell -> Optional.ofNullable(cell.seen().subject()).stream())
        .toList();
  }

  /** True if each attribute has one cell for each of two or more subjects. */
  boolean isWhole() {
    List<Subject> subjects = subjects();
    return subjects.size() >= 2
        && Set.copyOf(subjects).size() == subjects.size()
        && byAttribute.stream().allMatch(cells -> subjects(cells).equals(subjects));
  }

  /** Keys of the observations, attribute by attribute and column by column. */
  List<Long> ids() {
    return byAttribute.stream().flatMap(List::stream).map(StoredCell::id).toList();
  }
}
