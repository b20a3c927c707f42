package dev.unglue.load;

/**
 * How many cells of an attribute have an error.
 *
 * @param attribute id of the attribute
 * @param errors flags of severity error or fatal that stand; cells in doubt do not count
 * @param cells its cells on the same pages, 1 or more
 */
public record ErrorRate(String attribute, long errors, long cells) {}
