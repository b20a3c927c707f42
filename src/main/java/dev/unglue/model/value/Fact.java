package dev.unglue.model.value;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we believe of a subject, and since when.
 *
 * @param subject slug of the subject
 * @param attribute id of the attribute
 * @param member part of the attribute; empty where it has none
 * @param ordinal place in a list, from 1; 0 where there is no order
 * @param validFrom since when
 * @param validTo until before when; absent while it is open
 * @param valueNum the value in the attribute's unit; absent for text
 * @param valueText the value as text; absent for numbers
 * @param resolution {@code agreed} (every page), {@code deduced} (every page, but none could be
 *     read without the others), {@code latest} (the latest of several), {@code majority} (more
 *     pages than any other of the same time) or {@code repaired} (a unit lost on the page was put
 *     right)
 * @param support number of pages whose latest reading agrees, copies counted once
 * @param dissent number of pages whose latest reading differs
 * @param confidence of the best observation behind it, 0..1
 */
public record Fact(
    String subject,
    String attribute,
    String member,
    int ordinal,
    Instant validFrom,
    @Nullable Instant validTo,
    @Nullable BigDecimal valueNum,
    @Nullable String valueText,
    String resolution,
    int support,
    int dissent,
    double confidence) {
  /** The value as text, number or not. */
  public String value() {
    if (valueNum != null) {
      return valueNum.toPlainString();
    }
    return valueText == null ? "" : valueText;
  }
}
