package dev.unglue.store.row;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the store holds, superseded captures left out.
 *
 * @param pagesByLayout captures, by layout
 * @param observationsByState observations, by state
 * @param openFacts facts that are believed now
 * @param standingFlagsBySeverity flags that are new or open, by severity; those that the
 *     configuration silences as {@code silenced}
 * @param quarantined rows and inputs that could not be read
 */
public record StoreCounts(
    Map<String, Long> pagesByLayout,
    Map<String, Long> observationsByState,
    long openFacts,
    Map<String, Long> standingFlagsBySeverity,
    long quarantined) {
  /** Copies the maps, sorted by key. */
  public StoreCounts {
    pagesByLayout = Collections.unmodifiableMap(new TreeMap<>(pagesByLayout));
    observationsByState = Collections.unmodifiableMap(new TreeMap<>(observationsByState));
    standingFlagsBySeverity = Collections.unmodifiableMap(new TreeMap<>(standingFlagsBySeverity));
  }
}
