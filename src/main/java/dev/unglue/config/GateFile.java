package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code gate.yaml}: when a run is not published. */
final class GateFile {
  private static final String NAME = "gate.yaml";
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private GateFile() {}

  /** The limits; the usual ones where the file is absent. */
  static GateLimits read(ConfigFiles files, Catalogue catalogue) {
    GateLimits usual = GateLimits.usual();
    if (!files.has(NAME)) {
      return usual;
    }
    YamlNode root = files.yaml(NAME);
    Map<String, BigDecimal> budgets = new TreeMap<>();
    root.optional("error_budget_pct")
        .ifPresent(
            node ->
                node.entries()
                    .forEach((id, value) -> budgets.put(id, budget(id, value, catalogue))));
    Map<String, Duration> ages = new TreeMap<>();
    root.optional("most_age")
        .ifPresent(
            node -> node.entries().forEach((source, age) -> ages.put(source, age.asDuration())));
    GateLimits limits =
        new GateLimits(
            budgets,
            count(root, "least_cells", usual.leastCells()),
            percent(root, "most_shrunk_pct", usual.mostShrunkPct()),
            percent(root, "most_truncated_pct", usual.mostTruncatedPct()),
            percent(root, "most_blocked_pct", usual.mostBlockedPct()),
            count(root, "least_pages", usual.leastPages()),
            ages);
    root.noOtherKeys();
    return limits;
  }

  private static BigDecimal budget(String id, YamlNode value, Catalogue catalogue) {
    if (!id.equals(GateLimits.ANY) && catalogue.attribute(id).isEmpty()) {
      List<String> known = new ArrayList<>(catalogue.attributes().keySet());
      known.add(GateLimits.ANY);
      value.unknown("expected any or the id of an attribute of attributes.yaml", id, known);
    }
    return percent(value);
  }

  private static BigDecimal percent(YamlNode root, String key, BigDecimal usual) {
    return root.optional(key).map(GateFile::percent).orElse(usual);
  }

  private static BigDecimal percent(YamlNode node) {
    BigDecimal percent = node.asDecimal();
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
      node.problem("expected a share from 0 to 100, found \"" + percent.toPlainString() + "\"");
    }
    return percent;
  }

  private static int count(YamlNode root, String key, int usual) {
    return root.optional(key).map(GateFile::count).orElse(usual);
  }

  private static int count(YamlNode node) {
    int count = node.asInteger();
    if (count < 0) {
      node.problem("expected 0 or more, found \"" + count + "\"");
    }
    return count;
  }
}
