package dev.unglue.pipeline;

import dev.unglue.model.Attribute;
import dev.unglue.model.CellPart;
import dev.unglue.model.GridRow;
import dev.unglue.model.Range;
import dev.unglue.model.Relation;
import dev.unglue.pipeline.RowKinds.RowKind;
import dev.unglue.split.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a page's sentences and the sure cells of its tables tell of the cells in doubt. */
final class CertainCells {
  private final List<Relation> relations;
  private final Map<String, List<Set<String>>> said;
  private final Map<String, List<Set<String>>> keys = new HashMap<>();
  private final Map<String, List<Optional<BigDecimal>>> numbers = new HashMap<>();

  /**
   * @param said what the sentences say of each attribute, by column
   */
  CertainCells(List<Relation> relations, Map<String, List<Set<String>>> said) {
    this.relations = relations;
    this.said = said;
    said.forEach(
        (id, columns) -> numbers.put(id, columns.stream().map(CertainCells::one).toList()));
  }

  /** The number that a sentence gives; absent where it allows several. */
  private static Optional<BigDecimal> one(Set<String> values) {
    return values.size() == 1 ? values.stream().findFirst().map(BigDecimal::new) : Optional.empty();
  }

  /** Takes the cells of a row that leave no doubt. */
  void add(RowKind kind, GridRow row, int columns) {
    List<List<CellPart>> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      cells.add(kind.form().read(row.cells().get(i).text()));
    }
    keys.putIfAbsent(
        kind.attributes().get(0).id(),
        cells.stream()
            .map(parts -> parts.isEmpty() ? Set.<String>of() : Set.of(Cell.keyOf(parts)))
            .toList());
    for (Attribute attribute : kind.attributes()) {
      numbers.putIfAbsent(
          attribute.id(), cells.stream().map(parts -> number(attribute, parts)).toList());
    }
  }

  private static Optional<BigDecimal> number(Attribute attribute, List<CellPart> parts) {
    return parts.stream()
        .filter(part -> part.part() == attribute.part() && part.member().isEmpty())
        .flatMap(part -> Optional.ofNullable(part.number()).stream())
        .findFirst();
  }

  /**
   * What is known of the cells of a row of that kind.
   *
   * @param columns how many cells the row should have; what another number of columns tells is not
   *     asked, for nothing says which of them are the same
   */
  Known of(RowKind kind, int columns) {
    String id = kind.isKnown() ? kind.attributes().get(0).id() : "";
    Map<String, List<Set<String>>> values = new LinkedHashMap<>();
    values.put("prose", said.getOrDefault(id, List.of()));
    values.put("other_table", keys.getOrDefault(id, List.of()));
    values.values().removeIf(known -> known.size() != columns);
    return new Known(
        values, ranges(kind, columns, all -> true), ranges(kind, columns, Relation::isTight));
  }

  private Map<String, List<Optional<Range>>> ranges(
      RowKind kind, int columns, Predicate<Relation> wanted) {
    Map<String, List<Optional<Range>>> ranges = new HashMap<>();
    for (Attribute attribute : kind.attributes()) {
      for (Relation relation : relations) {
        if (wanted.test(relation)) {
          add(ranges, attribute.id(), relation);
        }
      }
    }
    ranges.values().removeIf(known -> known.size() != columns);
    return ranges;
  }

  private void add(Map<String, List<Optional<Range>>> ranges, String attribute, Relation relation) {
    boolean first = relation.first().equals(attribute);
    String other = first ? relation.second() : relation.first();
    List<Optional<BigDecimal>> known = numbers.get(other);
    if (known != null && (first || relation.second().equals(attribute))) {
      ranges.merge(
          attribute,
          known.stream()
              .map(value -> value.flatMap(v -> relation.rangeOf(attribute, other, v)))
              .toList(),
          CertainCells::both);
    }
  }

  /** Where both ranges hold; where they exclude each other neither is believed. */
  private static List<Optional<Range>> both(List<Optional<Range>> a, List<Optional<Range>> b) {
    List<Optional<Range>> both = new ArrayList<>();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      Optional<Range> left = a.get(i);
      Optional<Range> right = b.get(i);
      both.add(
          left.isPresent() && right.isPresent()
              ? cut(left.get(), right.get())
              : left.or(() -> right));
    }
    return both;
  }

  private static Optional<Range> cut(Range a, Range b) {
    BigDecimal min = a.min().max(b.min());
    BigDecimal max = a.max().min(b.max());
    return min.compareTo(max) <= 0 ? Optional.of(new Range(min, max)) : Optional.empty();
  }
}
