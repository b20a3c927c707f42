package dev.unglue.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
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
 * @param leastPages a source with fewer pages is not judged by its pages
 * @param mostAge longest time since its last good run, by source, before a source counts as stale;
 *     {@link #ANY} for all others; a source without one never does
 */
public record GateLimits(
    Map<String, BigDecimal> errorBudgetPct,
    int leastCells,
    BigDecimal mostShrunkPct,
    BigDecimal mostTruncatedPct,
    BigDecimal mostBlockedPct,
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
        Map.of(), 10, BigDecimal.valueOf(20), BigDecimal.TEN, BigDecimal.valueOf(20), 5, Map.of());
  }

  /** The longest time since the last good run of a source; absent where it has no limit. */
  public Optional<Duration> mostAge(String source) {
    return Optional.ofNullable(mostAge.getOrDefault(source, mostAge.get(ANY)));
  }

  /** The budget of an attribute, in percent. */
  public BigDecimal errorBudgetPct(String attribute) {
    BigDecimal any = errorBudgetPct.getOrDefault(ANY, USUAL_BUDGET_PCT);
    return errorBudgetPct.getOrDefault(attribute, any);
  }
}
