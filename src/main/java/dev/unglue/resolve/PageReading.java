package dev.unglue.resolve;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one capture says of one fact, its unit put right where it was lost.
 *
 * @param page the page
 * @param witness the same for pages that are copies of one another
 * @param seenAt when it said so
 * @param number the value in the attribute's unit; absent for text and the missing mark
 * @param text the value as text; absent for numbers and the missing mark
 * @param key equal for equal values, whatever their zeros at the end
 * @param confidence of the observation, 0..1
 * @param repaired true if the unit was lost on the page and put right
 * @param deduced true if other captures were needed to read it
 */
record PageReading(
    String page,
    String witness,
    Instant seenAt,
    @Nullable BigDecimal number,
    @Nullable String text,
    String key,
    double confidence,
    boolean repaired,
    boolean deduced) {

  boolean isMissing() {
    return number == null && text == null;
  }

  /** The key of that value. */
  static String keyOf(@Nullable BigDecimal number, @Nullable String text) {
    if (number != null) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return text == null ? "" : text;
  }
}
