package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code gate.yaml}: when a run is not published. */
final class GateFile {
  private static final String NAME = "gate.yaml";

  private GateFile() {}

  /** The limits; the usual ones where the file is absent. */
  static GateLimits read(ConfigFiles files, Catalogue catalogue) {
    GateLimits usual = GateLimits.usual();
    if (!files.has(NAME)) {
      return usual;
    }
    YamlNode root = files.yaml(NAME);
    Map<String, BigDecimal> budgets =
        root.value("error_budget_pct", node -> budgets(node, catalogue), Map.of());
    Map<String, Duration> ages =
        root.value("most_age", node -> node.entries(YamlNode::asDuration), Map.of());
    return root.whole(
        new GateLimits(
            budgets,
            root.value("least_cells", GateFile::count, usual.leastCells()),
            root.value("most_shrunk_pct", GateFile::percent, usual.mostShrunkPct()),
            root.value("most_truncated_pct", GateFile::percent, usual.mostTruncatedPct()),
            root.value("most_blocked_pct", GateFile::percent, usual.mostBlockedPct()),
            root.value("least_pages", GateFile::count, usual.leastPages()),
            ages));
  }

  private static Map<String, BigDecimal> budgets(YamlNode node, Catalogue catalogue) {
    List<String> known = new ArrayList<>(catalogue.attributes().keySet());
    known.add(GateLimits.ANY);
    node.entries()
        .forEach(
            (id, value) -> {
              if (!known.contains(id)) {
                String expected = "expected any or the id of an attribute of attributes.yaml";
                value.unknown(expected, id, known);
              }
            });
    return node.entries(GateFile::percent);
  }

  private static BigDecimal percent(YamlNode node) {
    return node.asDecimalTo(100, "expected a share from 0 to 100, found \"%s\"");
  }

  private static int count(YamlNode node) {
    int count = node.asInteger();
    node.expect(count >= 0, "expected 0 or more, found \"" + count + "\"");
    return count;
  }
}
