package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run may bring and still be published, as {@code config/gate.yaml} says.
 *
 * @param errorBudgetPct most cells of an attribute with an error, in percent, by attribute; {@link
 *     #ANY} for all others
 * @param leastCells an attribute with fewer cells is not judged
 * @param mostShrunkPct how much less than the last good run it may bring, in percent
 * @param mostTruncatedPct most pages that were cut by a limit, in percent
 * @param mostBlockedPct most pages that were refused or hold no known label, in percent
 * @param mostGonePct most pages with data that are gone since the last good night, in percent
 * @param leastPages a source with fewer pages is not judged by its pages
 * @param mostAge longest time since it brought or confirmed data, by source, before a source counts
 *     as stale; {@link #ANY} for all others; a source without one never does
 */
public record GateLimits(
    Map<String, BigDecimal> errorBudgetPct,
    int leastCells,
    BigDecimal mostShrunkPct,
    BigDecimal mostTruncatedPct,
    BigDecimal mostBlockedPct,
    BigDecimal mostGonePct,
    int leastPages,
    Map<String, Duration> mostAge) {
  /** The key of the budget that holds for every attribute without one of its own. */
  public static final String ANY = "any";

  private static final BigDecimal USUAL_BUDGET_PCT = BigDecimal.valueOf(20);

  /** Copies the budgets, sorted by attribute. */
  public GateLimits {
    Map<String, BigDecimal> budgets = new TreeMap<>(errorBudgetPct);
    budgets.putIfAbsent(ANY, USUAL_BUDGET_PCT);
    errorBudgetPct = Collections.unmodifiableMap(budgets);
    mostAge = Collections.unmodifiableMap(new TreeMap<>(mostAge));
  }

  /** The limits where nothing is configured. */
  public static GateLimits usual() {
    return new GateLimits(
        Map.of(),
        10,
        BigDecimal.valueOf(20),
        BigDecimal.TEN,
        BigDecimal.valueOf(20),
        BigDecimal.valueOf(20),
        5,
        Map.of());
  }

  /** The longest time since a source brought or confirmed data; absent where it has no limit. */
  public Optional<Duration> mostAge(String source) {
    return Optional.ofNullable(mostAge.getOrDefault(source, mostAge.get(ANY)));
  }

  /** The budget of an attribute, in percent. */
  public BigDecimal errorBudgetPct(String attribute) {
    BigDecimal any = errorBudgetPct.getOrDefault(ANY, USUAL_BUDGET_PCT);
    return errorBudgetPct.getOrDefault(attribute, any);
  }

  /** What {@code gate.yaml} says; what it does not say, and without it all, is as usual. */
  static GateLimits read(ConfigFiles files, Catalogue catalogue) {
    GateLimits usual = usual();
    YamlNode root = files.optionalYaml("gate.yaml");
    Map<String, BigDecimal> budgets =
        root.value("error_budget_pct", node -> budgets(node, catalogue), Map.of());
    Map<String, Duration> ages =
        root.value("most_age", node -> node.entries(YamlNode::asDuration), Map.of());
    return root.whole(
        new GateLimits(
            budgets,
            root.value("least_cells", GateLimits::count, usual.leastCells()),
            root.value("most_shrunk_pct", GateLimits::percent, usual.mostShrunkPct()),
            root.value("most_truncated_pct", GateLimits::percent, usual.mostTruncatedPct()),
            root.value("most_blocked_pct", GateLimits::percent, usual.mostBlockedPct()),
            root.value("most_gone_pct", GateLimits::percent, usual.mostGonePct()),
            root.value("least_pages", GateLimits::count, usual.leastPages()),
            ages));
  }

  private static Map<String, BigDecimal> budgets(YamlNode node, Catalogue catalogue) {
    List<String> known = new ArrayList<>(catalogue.attributes().keySet());
    known.add(ANY);
    String expected = "expected any or the id of an attribute of attributes.yaml";
    node.entries().forEach((id, value) -> value.expectKnown(expected, id, known));
    return node.entries(GateLimits::percent);
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
