package dev.unglue.model.report;

import java.util.Map;

/**
 * How much the store holds, superseded captures left out.
 *
 * @param pagesByLayout captures, by layout
 * @param observationsByState cells, sentences and list items, by state
 * @param facts what is believed now
 * @param flagsBySeverity flags that stand, by severity; silenced ones left out
 * @param silenced flags that stand and that the configuration silences
 */
public record Totals(
    Map<String, Long> pagesByLayout,
    Map<String, Long> observationsByState,
    long facts,
    Map<String, Long> flagsBySeverity,
    long silenced) {}
