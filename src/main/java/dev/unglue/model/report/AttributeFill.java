package dev.unglue.model.report;

import java.util.Map;

/**
 * How full an attribute is, over all cells that its pages print.
 *
 * @param id of the attribute
 * @param title for people
 * @param unit of its numbers; empty for text
 * @param cells how many there are, by state; a state without any is absent
 * @param byLayout the same by the layout of the table, then by state
 * @param rows cells of each state: those in doubt, unread, out of range, missing, and some values
 */
public record AttributeFill(
    String id,
    String title,
    String unit,
    Map<String, Long> cells,
    Map<String, Map<String, Long>> byLayout,
    Map<String, Shown<CellLine>> rows) {}
