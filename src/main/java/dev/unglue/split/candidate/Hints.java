package dev.unglue.split.candidate;

import dev.unglue.model.subject.Belief;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a row from elsewhere than its own text. Cells are named by their {@link Cell#key
 * key}: a plain number, or a name in lower case.
 *
 * @param known for each source of evidence by name, the keys that it allows for the cells
 * @param names closed list of names for this row; may be empty
 * @param apart names that other pages print in cells of their own; empty where they are not asked
 * @param derived by attribute, where other values of the same subjects put the cells
 * @param exact the same, from relations that tell the value nearly exactly
 * @param others for each column what other pages of its subject say; empty where they are not asked
 */
public record Hints(
    Map<String, ColumnKeys> known,
    Set<String> names,
    Set<String> apart,
    List<Belief> others,
    Map<String, ColumnRanges> derived,
    Map<String, ColumnRanges> exact) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(Map.of(), Set.of());

  /** What one page alone tells. */
  public Hints(Map<String, ColumnKeys> known, Set<String> names) {
    this(known, names, Set.of(), List.of(), Map.of(), Map.of());
  }

  /** Copies the collections, the sources sorted by name. */
  public Hints {
    known = Collections.unmodifiableMap(new TreeMap<>(known));
    names = Set.copyOf(names);
    apart = Set.copyOf(apart);
    others = List.copyOf(others);
    derived = Map.copyOf(derived);
    exact = Map.copyOf(exact);
  }

  /** The same, and what more sources allow. */
  public Hints with(Map<String, ColumnKeys> more) {
    Map<String, ColumnKeys> all = new HashMap<>(known);
    all.putAll(more);
    return new Hints(all, names, apart, others, derived, exact);
  }

  /** The same, and what other pages tell. */
  public Hints with(Set<String> seenApart, List<Belief> otherPages) {
    return new Hints(known, names, seenApart, otherPages, derived, exact);
  }

  /** The keys that a source allows. */
  public ColumnKeys known(String source) {
    return known.getOrDefault(source, ColumnKeys.NONE);
  }

  /** Where other values of the same subjects put the cells of an attribute. */
  public ColumnRanges derived(String attribute) {
    return derived.getOrDefault(attribute, ColumnRanges.NONE);
  }
}
