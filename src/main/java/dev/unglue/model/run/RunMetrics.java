package dev.unglue.model.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run has measured on one source, beside what good runs before it have measured.
 *
 * @param scope the source
 * @param now the figures of this run
 * @param baseline the figures of good runs before it, the latest first
 */
public record RunMetrics(String scope, List<Metric> now, List<List<Metric>> baseline) {
  /** Copies the lists. */
  public RunMetrics {
    now = List.copyOf(now);
    baseline = baseline.stream().map(List::copyOf).toList();
  }

  /**
   * What a figure is about.
   *
   * @param attribute id of the attribute; empty for the source as a whole
   * @param member part of it; empty where it has none
   */
  public record Key(String attribute, String member) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::attribute).thenComparing(Key::member).compare(this, other);
    }
  }

  /** How one figure was and is. */
  public record Change(Key key, BigDecimal before, BigDecimal now) {}

  /** Computes a figure from those of one run by their names; absent where it cannot be computed. */
  public interface Formula {
    /** The figure. */
    Optional<BigDecimal> of(Map<String, BigDecimal> figures, Map<String, BigDecimal> whole);
  }

  /**
   * The median of a figure over the good runs beside that of this run, for everything that has
   * both.
   */
  public List<Change> changes(Formula formula) {
    Map<Key, BigDecimal> found = computed(now, formula);
    Map<Key, List<BigDecimal>> known = new TreeMap<>();
    for (List<Metric> run : baseline) {
      computed(run, formula)
          .forEach((key, value) -> known.computeIfAbsent(key, k -> new ArrayList<>()).add(value));
    }
    List<Change> changes = new ArrayList<>();
    known.forEach(
        (key, values) -> {
          BigDecimal value = found.get(key);
          if (value != null) {
            changes.add(new Change(key, median(values), value));
          }
        });
    return changes;
  }

  private static BigDecimal median(List<BigDecimal> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }

  /** Everything that any run speaks of, so that what is gone now counts as nothing, not absent. */
  private Map<Key, BigDecimal> computed(List<Metric> run, Formula formula) {
    Map<Key, Map<String, BigDecimal>> figures = new TreeMap<>();
    baseline.forEach(other -> other.forEach(metric -> figures.put(key(metric), new TreeMap<>())));
    run.forEach(
        metric ->
            figures
                .computeIfAbsent(key(metric), key -> new TreeMap<>())
                .put(metric.name(), metric.value()));
    Map<String, BigDecimal> whole = figures.getOrDefault(new Key("", ""), Map.of());
    Map<Key, BigDecimal> computed = new TreeMap<>();
    figures.forEach((key, of) -> formula.of(of, whole).ifPresent(v -> computed.put(key, v)));
    return computed;
  }

  private static Key key(Metric metric) {
    return new Key(metric.attribute(), metric.member());
  }
}
