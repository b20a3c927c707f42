package dev.unglue.split;

import dev.unglue.model.Range;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param derived by attribute, for each column, where other values of the same subject put it
 * @param others for each column what other pages of its subject say; empty where they are not asked
 */
public record Hints(
    Map<String, List<Set<String>>> known,
    Set<String> names,
    Set<String> apart,
    List<CellWeights> others,
    Map<String, List<Optional<Range>>> derived) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(Map.of(), Set.of());

  /** What one page alone tells. */
  public Hints(Map<String, List<Set<String>>> known, Set<String> names) {
    this(known, names, Set.of(), List.of(), Map.of());
  }

  /** Copies the collections, the sources sorted by name. */
  public Hints {
    Map<String, List<Set<String>>> copy = new TreeMap<>();
    known.forEach((source, columns) -> copy.put(source, List.copyOf(columns)));
    known = Collections.unmodifiableMap(copy);
    names = Set.copyOf(names);
    apart = Set.copyOf(apart);
    others = List.copyOf(others);
    derived = Map.copyOf(derived);
  }

  /** The same, and where other values of the same subjects put the cells. */
  public Hints with(Map<String, List<Optional<Range>>> ranges) {
    return new Hints(known, names, apart, others, ranges);
  }

  /** The same, and what other pages tell. */
  public Hints with(Set<String> seenApart, List<CellWeights> otherPages) {
    return new Hints(known, names, seenApart, otherPages, derived);
  }
}
