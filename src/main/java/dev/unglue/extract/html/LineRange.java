package dev.unglue.extract.html;

/**
 * Some lines of a page, one after the other.
 *
 * @param from the first
 * @param to one past the last; {@code from} where there is none
 */
record LineRange(int from, int to) {
  static final LineRange NONE = new LineRange(0, 0);
}
