package dev.unglue.store.row;

/**
 * How many cells of an attribute have an error.
 *
 * @param scope the source, as its figures are kept
 * @param attribute id of the attribute
 * @param errors flags of severity error or fatal that stand, of a page by itself; cells in doubt
 *     and pages that disagree with others do not count
 * @param cells its cells on the same pages, 1 or more
 */
public record ErrorRate(String scope, String attribute, long errors, long cells) {}
