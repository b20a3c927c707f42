package dev.unglue.split;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a row from elsewhere than its own text. Cells are named by their {@link Cell#key
 * key}: a plain number, or a name in lower case.
 *
 * @param known for each source of evidence by name, for each column, the keys that it allows for
 *     the cell; an empty set where it says nothing
 * @param names closed list of names for this row; may be empty
 */
public record Hints(Map<String, List<Set<String>>> known, Set<String> names) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(Map.of(), Set.of());

  /** Copies the collections, the sources sorted by name. */
  public Hints {
    Map<String, List<Set<String>>> copy = new TreeMap<>();
    known.forEach((source, columns) -> copy.put(source, List.copyOf(columns)));
    known = Collections.unmodifiableMap(copy);
    names = Set.copyOf(names);
  }
}
