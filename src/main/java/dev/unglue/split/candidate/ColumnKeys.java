package dev.unglue.split.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The keys that some source allows for the cells of a row; see {@link Cell#key}.
 *
 * @param byColumn for each column its keys; an empty set where the source says nothing
 */
public record ColumnKeys(List<Set<String>> byColumn) {
  /** A source that says nothing of any column. */
  public static final ColumnKeys NONE = new ColumnKeys(List.of());

  /** Copies the collections. */
  public ColumnKeys {
    byColumn = byColumn.stream().map(Set::copyOf).toList();
  }

  /** What says these keys of one column, and nothing of the others. */
  public static ColumnKeys at(int column, int columns, Set<String> keys) {
    return new ColumnKeys(
        IntStream.range(0, columns).mapToObj(i -> i == column ? keys : Set.<String>of()).toList());
  }

  /** What either of two sources allows that speak of as many columns. */
  public ColumnKeys or(ColumnKeys other) {
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      Set<String> keys = new TreeSet<>(byColumn.get(i));
      keys.addAll(other.byColumn.get(i));
      all.add(keys);
    }
    return new ColumnKeys(all);
  }

  /** The number of columns that it speaks of. */
  public int size() {
    return byColumn.size();
  }

  /** True if it says anything of a column. */
  public boolean knows(int column) {
    return column < byColumn.size() && !byColumn.get(column).isEmpty();
  }

  /** True if it allows that key for a column. */
  public boolean allows(int column, String key) {
    return column < byColumn.size() && byColumn.get(column).contains(key);
  }
}
