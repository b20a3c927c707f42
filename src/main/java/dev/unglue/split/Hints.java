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
 * @param apart names that other pages print in cells of their own; empty where they are not asked
 * @param others for each column what other pages of its subject say; empty where they are not asked
 */
public record Hints(
    Map<String, List<Set<String>>> known,
    Set<String> names,
    Set<String> apart,
    List<CellWeights> others) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(Map.of(), Set.of());

  /** What one page alone tells. */
  public Hints(Map<String, List<Set<String>>> known, Set<String> names) {
    this(known, names, Set.of(), List.of());
  }

  /** Copies the collections, the sources sorted by name. */
  public Hints {
    Map<String, List<Set<String>>> copy = new TreeMap<>();
    known.forEach((source, columns) -> copy.put(source, List.copyOf(columns)));
    known = Collections.unmodifiableMap(copy);
    names = Set.copyOf(names);
    apart = Set.copyOf(apart);
    others = List.copyOf(others);
  }

  /** The same, and what other pages tell. */
  public Hints with(Set<String> seenApart, List<CellWeights> otherPages) {
    return new Hints(known, names, seenApart, otherPages);
  }
}
