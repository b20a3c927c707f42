package dev.unglue.pipeline.shadow;

import dev.unglue.text.LowerCaseId;
import java.util.Comparator;

/**
 * A cell that two readings of a page give differently.
 *
 * @param attribute id of the attribute
 * @param page name of the page
 * @param subject name of the subject; empty where it is about the page
 * @param member part of the attribute; empty where it has none
 * @param ordinal place in a list; 0 where it has none
 * @param kind what becomes of it
 * @param before the value as it is read now, or its state in brackets; empty where there is no cell
 * @param after the same as it would be read
 */
public record ReadingChange(
    String attribute,
    String page,
    String subject,
    String member,
    int ordinal,
    Kind kind,
    String before,
    String after) {
  /** By attribute, then by page. */
  public static final Comparator<ReadingChange> ORDER =
      Comparator.comparing(ReadingChange::attribute)
          .thenComparing(ReadingChange::page)
          .thenComparing(ReadingChange::subject)
          .thenComparing(ReadingChange::member)
          .thenComparingInt(ReadingChange::ordinal)
          .thenComparing(ReadingChange::before)
          .thenComparing(ReadingChange::after);

  /** What becomes of a cell. */
  public enum Kind implements LowerCaseId {
    /** Another value. */
    CHANGED,
    /** There is a value, and would be none. */
    LOST,
    /** There is no value, and would be one. */
    NEW,
    /** No value either way, but for another reason. */
    STATE
  }
}
