package dev.unglue.split.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    List<Set<String>> copies = new ArrayList<>(byColumn.size());
    for (Set<String> keys : byColumn) {
      copies.add(Set.copyOf(keys));
    }
    byColumn = List.copyOf(copies);
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
