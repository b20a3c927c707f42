package dev.unglue.extract.statement;

import dev.unglue.model.value.Line;

/** A line of the page, how it reads, and whether anything has read it. */
final class Piece {
  /** Longer lines are no headings: the longest real one was seen at 130 characters. */
  private static final int LONGEST_HEADING = 250;

  /** Shorter lines are no paragraphs. */
  private static final int SHORTEST_PARAGRAPH = 60;

  private final Line.Kind kind;
  private final MaskedText text;
  private boolean taken;

  /** A line that nothing has read. */
  Piece(Line.Kind kind, MaskedText text) {
    this.kind = kind;
    this.text = text;
  }

  /** What the page's own marks say of it. */
  Line.Kind kind() {
    return kind;
  }

  /** The line, ready for templates. */
  MaskedText text() {
    return text;
  }

  /** True if it gave something. */
  boolean isTaken() {
    return taken;
  }

  void take() {
    taken = true;
  }

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
