package dev.unglue.store.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects are looked for, and how they are shown.
 *
 * @param text words of which each begins a word; empty for all
 * @param inValues true to look for the words among values, too
 * @param kind their kind; empty for all
 * @param ranges by attribute, the numbers between which it lies
 * @param open true for those with cells in doubt only
 * @param flagged true for those with flags that stand only
 * @param sort the attribute by which they are sorted; empty for the name
 * @param descending true for the greatest first
 * @param columns the attributes that are shown
 * @param offset how many come before
 * @param limit most of them
 */
public record SubjectQuery(
    String text,
    boolean inValues,
    String kind,
    Map<String, Bounds> ranges,
    boolean open,
    boolean flagged,
    String sort,
    boolean descending,
    List<String> columns,
    int offset,
    int limit) {
  /** Copies the collections. */
  public SubjectQuery {
    ranges = Map.copyOf(ranges);
    columns = List.copyOf(columns);
  }

  /**
   * Two numbers, both within.
   *
   * @param least absent for no lower bound
   * @param most absent for no upper bound
   */
  public record Bounds(@Nullable BigDecimal least, @Nullable BigDecimal most) {}
}
