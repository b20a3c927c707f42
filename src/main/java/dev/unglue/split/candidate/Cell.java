package dev.unglue.split.candidate;

import dev.unglue.model.field.CellPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a row's text that can be a cell. No record, since hardly any of the many cells of a
 * row is asked for its key: it is made when it first is.
 */
public final class Cell {
  private final int start;
  private final int end;
  private final String text;
  private final List<CellPart> parts;
  private @Nullable String key;

  /**
   * A cell.
   *
   * @param start first character in the row's text
   * @param end one past the last character
   * @param text the cell
   * @param parts its typed parts; empty for the missing mark
   */
  public Cell(int start, int end, String text, List<CellPart> parts) {
    this.start = start;
    this.end = end;
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /** Its first character in the row's text. */
  public int start() {
    return start;
  }

  /** One past its last character. */
  public int end() {
    return end;
  }

  /** The cell as it stands there. */
  public String text() {
    return text;
  }

  /** Its typed parts; empty for the missing mark. */
  public List<CellPart> parts() {
    return parts;
  }

  /** What two spellings of one value share: plain numbers, names in lower case. */
  public String key() {
    String known = key;
    if (known == null) {
      known = keyOf(parts);
      key = known;
    }
    return known;
  }

  /** True for the missing mark. */
  public boolean isMissing() {
    return parts.isEmpty();
  }

  /** The key of a cell with these parts; empty for the missing mark. */
  public static String keyOf(List<CellPart> parts) {
    return parts.size() == 1
        ? keyOf(parts.get(0))
        : parts.stream().map(Cell::keyOf).collect(Collectors.joining(";"));
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
