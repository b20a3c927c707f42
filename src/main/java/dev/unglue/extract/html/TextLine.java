package dev.unglue.extract.html;

import dev.unglue.extract.text.Marks;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;

/**
 * A line of a page before it is known whether it stands in a table.
 *
 * @param text the line, with whatever mark it begins
 * @param origin what its elements say of it
 */
record TextLine(SourceText text, Origin origin) {
  /** What the elements say of a line. */
  enum Origin {
    /** Nothing. */
    BLOCK,
    /** It is the first of a list item. */
    ITEM,
    /** It is a heading. */
    HEADING,
    /** It is printed as it was typed. */
    PREFORMATTED,
    /** It is no text but what a picture stands for. */
    ICON
  }

  /** The line of the page, its bullet taken off; never in a table, whose cells have none. */
  Line read() {
    return switch (origin) {
      case ITEM -> new Line(Marks.item(text).text(), Line.Kind.ITEM);
      case HEADING, ICON -> new Line(text, Line.Kind.HEADING);
      case PREFORMATTED -> Marks.read(text);
      case BLOCK -> Marks.item(text);
    };
  }
}
