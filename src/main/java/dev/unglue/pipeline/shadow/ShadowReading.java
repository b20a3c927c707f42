package dev.unglue.pipeline.shadow;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one reading of a page says, as far as two readings are compared.
 *
 * @param page its name
 * @param cells in the order of the page
 */
public record ShadowReading(String page, List<Cell> cells) {
  /** Copies the cells. */
  public ShadowReading {
    cells = List.copyOf(cells);
  }

  /** What a cell is about. */
  record Key(String subject, String attribute, String member, int ordinal) {}

  /**
   * One cell.
   *
   * @param subject name of the subject; empty where it is about the page
   * @param attribute id of the attribute
   * @param member part of it; empty where it has none
   * @param ordinal place in a list; 0 where it has none
   * @param state what became of it
   * @param value the value as text; empty where it has none
   */
  public record Cell(
      String subject, String attribute, String member, int ordinal, String state, String value) {
    Key key() {
      return new Key(subject, attribute, member, ordinal);
    }

    /** True if a value was read, possible or not. */
    boolean isRead() {
      return !value.isEmpty();
    }

    /** The value; where there is none, the state in brackets; a value that cannot be has both. */
    String words() {
      return !isRead()
          ? "(" + state + ")"
          : state.equals("value") ? value : value + " (" + state + ")";
    }
  }

  /** What this program has read. */
  public static ShadowReading of(ParsedPage page) {
    return new ShadowReading(
        page.ref().page(), page.observations().stream().map(ShadowReading::cell).toList());
  }

  private static Cell cell(Observation seen) {
    Subject subject = seen.subject();
    BigDecimal number = seen.valueNum();
    return new Cell(
        subject == null ? "" : subject.name(),
        seen.attribute(),
        seen.member(),
        seen.ordinal(),
        seen.state().id(),
        number == null ? seen.value() : plain(number));
  }

  /** A number as two readings are compared by it: {@code 43.50} is {@code 43.5}. */
  public static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
