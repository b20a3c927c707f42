package dev.unglue.model.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the run has changed of what is believed.
 *
 * @param since number of the run before it; 0 where it is the first
 * @param added facts that were not believed before
 * @param removed facts that are no longer believed
 * @param changed facts whose value is another; numbers by how much they changed, the greatest
 *     first, then texts
 */
public record Changes(long since, long added, long removed, Shown<Change> changed) {
  /**
   * A fact whose value is another.
   *
   * @param subject name of the subject
   * @param slug its key
   * @param attribute id of the attribute
   * @param member part of the attribute; empty where it has none
   * @param unit of the numbers; empty for text
   * @param before what was believed
   * @param after what is believed now
   * @param percent by how much it grew, in percent of what was before; absent for texts and after 0
   * @param proof id of the place that proves the new value; empty where none is known
   */
  public record Change(
      String subject,
      String slug,
      String attribute,
      String member,
      String unit,
      String before,
      String after,
      @Nullable BigDecimal percent,
      String proof) {}
}
