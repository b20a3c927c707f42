package dev.unglue.pipeline;

import dev.unglue.split.ColumnKeys;
import dev.unglue.split.ColumnRanges;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of a row before its cells are.
 *
 * @param values for each source the keys that it allows for the cells
 * @param ranges by attribute, where other values of the same subjects put the cells
 * @param exact the same, from relations that tell the value nearly exactly
 */
record Known(
    Map<String, ColumnKeys> values,
    Map<String, ColumnRanges> ranges,
    Map<String, ColumnRanges> exact) {
  Known {
    values = Map.copyOf(values);
    ranges = Map.copyOf(ranges);
    exact = Map.copyOf(exact);
  }

  /** The same, and what more sources tell. */
  Known with(Map<String, ColumnKeys> more) {
    Map<String, ColumnKeys> all = new HashMap<>(values);
    all.putAll(more);
    return new Known(all, ranges, exact);
  }

  /** Values of other places, and no ranges. */
  static Known of(Map<String, ColumnKeys> values) {
    return new Known(values, Map.of(), Map.of());
  }
}
