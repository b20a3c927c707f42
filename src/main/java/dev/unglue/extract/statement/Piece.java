package dev.unglue.extract.statement;

import dev.unglue.model.value.Line;

/**
 * A line of the page and how it reads.
 *
 * @param kind what the page's own marks say of it
 * @param text the line, ready for templates
 */
record Piece(Line.Kind kind, MaskedText text) {
  /** Longer lines are no headings: the longest real one was seen at 130 characters. */
  private static final int LONGEST_HEADING = 250;

  /** Shorter lines are no paragraphs. */
  private static final int SHORTEST_PARAGRAPH = 60;

  /** True if the line is short enough to be a heading, and no part of a table. */
  boolean canBeHeading() {
    return kind != Line.Kind.TABLE && text.text().length() <= LONGEST_HEADING;
  }

  /** True for a whole sentence or more, without a mark of a list. */
  boolean isProse() {
    String read = text.text();
    return kind == Line.Kind.PLAIN
        && read.length() >= SHORTEST_PARAGRAPH
        && ".!?\")".indexOf(read.charAt(read.length() - 1)) >= 0;
  }
}
