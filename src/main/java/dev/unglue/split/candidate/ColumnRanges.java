package dev.unglue.split.candidate;

import dev.unglue.model.value.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the numbers of a row lie by other values of the same subjects.
 *
 * @param byColumn for each column its range; empty where nothing tells it
 */
public record ColumnRanges(List<Optional<Range>> byColumn) {
  /** Nothing tells any range. */
  public static final ColumnRanges NONE = new ColumnRanges(List.of());

  /** Copies the list. */
  public ColumnRanges {
    byColumn = List.copyOf(byColumn);
  }

  /** The number of columns. */
  public int size() {
    return byColumn.size();
  }

  /** The range of a column. */
  public Optional<Range> of(int column) {
    return column < byColumn.size() ? byColumn.get(column) : Optional.empty();
  }

  /** Where both hold; where they exclude each other neither is believed. */
  public ColumnRanges and(ColumnRanges other) {
    List<Optional<Range>> both = new ArrayList<>();
    for (int i = 0; i < Math.min(size(), other.size()); i++) {
      Optional<Range> left = of(i);
      Optional<Range> right = other.of(i);
      both.add(
          left.isPresent() && right.isPresent()
              ? common(left.get(), right.get())
              : left.or(() -> right));
    }
    return new ColumnRanges(both);
  }

  private static Optional<Range> common(Range a, Range b) {
    BigDecimal min = a.min().max(b.min());
    BigDecimal max = a.max().min(b.max());
    return min.compareTo(max) <= 0 ? Optional.of(new Range(min, max)) : Optional.empty();
  }
}
