package dev.unglue.split.open;

/**
 * A place where one cell may end and the next begin.
 *
 * @param end one past the last character of the cell before
 * @param next first character of the cell after; equal to {@code end} where nothing parts them
 * @param weight logarithm of how much likelier a boundary of cells looks so than a place inside a
 *     cell
 */
record Seam(int end, int next, double weight) {}
