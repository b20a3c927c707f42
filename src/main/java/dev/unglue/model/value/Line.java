package dev.unglue.model.value;

/**
 * One line of a page as a reader sees it: a paragraph, a heading, a list item, a row of a table.
 *
 * @param text the line without white space at its ends and without its bullet or heading mark. A
 *     paragraph that the page wraps over several printed lines is one line, its line breaks kept
 * @param kind what the page's own marks say of it
 */
public record Line(SourceText text, Kind kind) {
  /** What the page's own marks say of a line. */
  public enum Kind {
    /** No mark: a paragraph, or a heading whose mark was lost. */
    PLAIN,
    /** Marked as a heading or as the page's title. */
    HEADING,
    /** Marked as an item of a list. */
    ITEM,
    /** Marked as part of a table. */
    TABLE
  }
}
