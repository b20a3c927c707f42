package dev.unglue.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.Relation;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Slice;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.ColumnRanges;
import dev.unglue.split.candidate.Hints;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a page's sentences and the sure cells of its tables tell of cells that are not certain. */
final class CertainCells {
  private final List<Relation> relations;
  private final Map<String, ColumnKeys> spoken;
  private final Map<String, ColumnKeys> keys = new HashMap<>();
  private final Map<String, ColumnNumbers> numbers = new HashMap<>();

  /**
   * What is known before any table is read.
   *
   * @param spoken what the sentences say of each attribute, by column
   */
  CertainCells(List<Relation> relations, Map<String, ColumnKeys> spoken) {
    this.relations = relations;
    this.spoken = spoken;
  }

  /** The number of each column; empty where none is certain. */
  private record ColumnNumbers(List<Optional<BigDecimal>> byColumn) {
    /** The numbers that sentences give; none where they allow several. */
    static ColumnNumbers of(ColumnKeys columns) {
      return new ColumnNumbers(columns.byColumn().stream().map(ColumnNumbers::one).toList());
    }

    private static Optional<BigDecimal> one(Set<String> values) {
      return values.size() == 1
          ? values.stream().findFirst().map(BigDecimal::new)
          : Optional.empty();
    }

    /** The numbers that an attribute takes of cells. */
    static ColumnNumbers of(Attribute attribute, List<List<CellPart>> cells) {
      return new ColumnNumbers(cells.stream().map(parts -> number(attribute, parts)).toList());
    }

    private static Optional<BigDecimal> number(Attribute attribute, List<CellPart> parts) {
      return parts.stream()
          .filter(part -> part.part() == attribute.part() && part.member().isEmpty())
          .flatMap(part -> Optional.ofNullable(part.number()).stream())
          .findFirst();
    }

    /** Where a relation puts {@code attribute} if these are the numbers of {@code other}. */
    ColumnRanges ranges(Relation relation, String attribute, String other) {
      return new ColumnRanges(
          byColumn.stream()
              .map(value -> value.flatMap(v -> relation.rangeOf(attribute, other, v)))
              .toList());
    }
  }

  /** Takes the cells of a row that are certain. */
  void add(RowKind kind, GridRow row, int columns) {
    List<List<CellPart>> cells =
        row.cells().subList(0, columns).stream().map(cell -> parts(kind, cell)).toList();
    keys.putIfAbsent(
        kind.firstId(),
        new ColumnKeys(
            cells.stream()
                .map(parts -> parts.isEmpty() ? Set.<String>of() : Set.of(Cell.keyOf(parts)))
                .toList()));
    for (Attribute attribute : kind.attributes()) {
      numbers.putIfAbsent(attribute.id(), ColumnNumbers.of(attribute, cells));
    }
  }

  private static List<CellPart> parts(RowKind kind, Slice cell) {
    return cell.parts().isEmpty() ? kind.form().read(cell.text()) : cell.parts();
  }

  /**
   * What is known of the cells of a row of that kind.
   *
   * @param columns how many cells the row should have; what another number of columns tells is not
   *     asked, for nothing says which of them are the same
   */
  Hints of(RowKind kind, int columns) {
    Map<String, ColumnKeys> values = new LinkedHashMap<>();
    values.put("prose", spoken.getOrDefault(kind.firstId(), ColumnKeys.NONE));
    values.put("other_table", keys.getOrDefault(kind.firstId(), ColumnKeys.NONE));
    values.values().removeIf(known -> known.size() != columns);
    return new Hints(
        values,
        kind.names(),
        Set.of(),
        List.of(),
        ranges(kind, columns, false),
        ranges(kind, columns, true));
  }

  private Map<String, ColumnRanges> ranges(RowKind kind, int columns, boolean tight) {
    Map<String, ColumnRanges> ranges = new HashMap<>();
    for (Relation relation : relations) {
      for (Attribute attribute : kind.attributes()) {
        boolean first = relation.first().equals(attribute.id());
        if ((first || relation.second().equals(attribute.id())) && (!tight || relation.isTight())) {
          add(ranges, attribute.id(), first ? relation.second() : relation.first(), relation);
        }
      }
    }
    ranges.values().removeIf(known -> known.size() != columns);
    return ranges;
  }

  private void add(
      Map<String, ColumnRanges> ranges, String attribute, String other, Relation relation) {
    ColumnKeys said = spoken.get(other);
    ColumnNumbers known = said == null ? numbers.get(other) : ColumnNumbers.of(said);
    if (known != null) {
      ranges.merge(attribute, known.ranges(relation, attribute, other), ColumnRanges::and);
    }
  }
}
