package dev.unglue.split.candidate;

import dev.unglue.model.field.CellPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of a row's text that can be a cell.
 *
 * @param start first character in the row's text
 * @param end one past the last character
 * @param text the cell
 * @param parts its typed parts; empty for the missing mark
 * @param key what two spellings of one value share: plain numbers, names in lower case
 */
public record Cell(int start, int end, String text, List<CellPart> parts, String key) {
  /** Copies the parts. */
  public Cell {
    parts = List.copyOf(parts);
  }

  /** A cell, whose key follows from its parts. */
  public Cell(int start, int end, String text, List<CellPart> parts) {
    this(start, end, text, parts, keyOf(parts));
  }

  /** True for the missing mark. */
  public boolean isMissing() {
    return parts.isEmpty();
  }

  /** The key of a cell with these parts; empty for the missing mark. */
  public static String keyOf(List<CellPart> parts) {
    return parts.stream().map(Cell::keyOf).collect(Collectors.joining(";"));
  }

  private static String keyOf(CellPart part) {
    String value =
        part.number() != null ? plain(part.number()) : String.valueOf(part.text()).strip();
    return part.member().isEmpty()
        ? value.toLowerCase(Locale.ROOT)
        : part.member().toLowerCase(Locale.ROOT) + "=" + value;
  }

  /** A number as keys write it: no exponent, no zeros at the end. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
