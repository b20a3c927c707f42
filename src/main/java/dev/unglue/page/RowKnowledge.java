package dev.unglue.page;

import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.ColumnRanges;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of a row before its cells are.
 *
 * @param values for each source the keys that it allows for the cells
 * @param ranges by attribute, where other values of the same subjects put the cells
 * @param exact the same, from relations that tell the value nearly exactly
 */
record RowKnowledge(
    Map<String, ColumnKeys> values,
    Map<String, ColumnRanges> ranges,
    Map<String, ColumnRanges> exact) {
  RowKnowledge {
    values = Map.copyOf(values);
    ranges = Map.copyOf(ranges);
    exact = Map.copyOf(exact);
  }

  /** The same, and what more sources tell. */
  RowKnowledge with(Map<String, ColumnKeys> more) {
    Map<String, ColumnKeys> all = new HashMap<>(values);
    all.putAll(more);
    return new RowKnowledge(all, ranges, exact);
  }

  /** Values of other places, and no ranges. */
  static RowKnowledge of(Map<String, ColumnKeys> values) {
    return new RowKnowledge(values, Map.of(), Map.of());
  }
}
