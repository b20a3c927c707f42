package dev.unglue.model.field;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A typed part of a cell: a cell such as {@code Bachelor's Degree, 48%} has two.
 *
 * @param part which part
 * @param member key within a breakdown ({@code Male}); empty elsewhere
 * @param number its number in the unit that is printed; absent for text
 * @param text its text, cleaned; absent for numbers
 * @param start its first character in the cell
 * @param end one past its last character in the cell
 */
public record CellPart(
    Attribute.Part part,
    String member,
    @Nullable BigDecimal number,
    @Nullable String text,
    int start,
    int end) {

  /** A number that stands there. */
  public static CellPart of(Attribute.Part part, BigDecimal number, int start, int end) {
    return new CellPart(part, "", number, null, start, end);
  }

  /** A text that stands there. */
  public static CellPart of(Attribute.Part part, String text, int start, int end) {
    return new CellPart(part, "", null, text, start, end);
  }

  /** Its number or its text. */
  public String value() {
    return number != null ? number.toPlainString() : String.valueOf(text);
  }

  /** A cell that is text as a whole. */
  public static CellPart whole(String cell) {
    return of(Attribute.Part.WHOLE, cell, 0, cell.length());
  }
}
