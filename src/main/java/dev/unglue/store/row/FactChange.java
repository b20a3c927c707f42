package dev.unglue.store.row;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What we believed of one thing before, and what we believe after.
 *
 * @param slug key of the subject
 * @param subject its name
 * @param attribute id of the attribute
 * @param member part of it; empty where it has none
 * @param ordinal place in a list; 0 where it has none
 * @param unit unit of a number; empty for text
 * @param before absent where nothing was believed
 * @param after absent where nothing is believed any more
 */
public record FactChange(
    String slug,
    String subject,
    String attribute,
    String member,
    int ordinal,
    String unit,
    @Nullable Cell before,
    @Nullable Cell after) {

  /**
   * A value.
   *
   * @param number the value in its unit; absent for text
   * @param text the value as text; absent for a number
   */
  public record Cell(@Nullable BigDecimal number, @Nullable String text) {
    /** The value as people read it. */
    @Override
    public String toString() {
      return number == null ? String.valueOf(text) : number.toPlainString();
    }
  }

  /** {@code new}, {@code changed} or {@code retired}. */
  public String kind() {
    return before == null ? "new" : after == null ? "retired" : "changed";
  }
}
