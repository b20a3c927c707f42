package dev.unglue.pipeline;

import dev.unglue.model.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a row before its cells are.
 *
 * @param values for each source, for each column, the keys that it allows for the cell
 * @param ranges by attribute, for each column, where other values of the same subject put it
 * @param exact the same, from relations that tell the value nearly exactly
 */
record Known(
    Map<String, List<Set<String>>> values,
    Map<String, List<Optional<Range>>> ranges,
    Map<String, List<Optional<Range>>> exact) {
  Known {
    values = Map.copyOf(values);
    ranges = Map.copyOf(ranges);
    exact = Map.copyOf(exact);
  }

  /** The same, and what more sources tell. */
  Known with(Map<String, List<Set<String>>> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, List<Set<String>>> all = new HashMap<>(values);
    all.putAll(more);
    return new Known(all, ranges, exact);
  }

  /** Values of other places, and no ranges. */
  static Known of(Map<String, List<Set<String>>> values) {
    return new Known(values, Map.of(), Map.of());
  }
}
