package dev.unglue.store.row;

import dev.unglue.model.value.Fact;
import java.time.Instant;
import java.util.List;

/**
 * A belief with the time that it holds for and the pages that told it.
 *
 * @param fact what is believed
 * @param subject name of its subject
 * @param unit unit of a number; empty for text
 * @param sources what pages said of it within its time, the earliest first
 */
public record FactSpan(Fact fact, String subject, String unit, List<Source> sources) {
  /** Copies the sources. */
  public FactSpan {
    sources = List.copyOf(sources);
  }

  /**
   * What one page said.
   *
   * @param page its address or path
   * @param seenAt when it said so
   * @param state {@code value} or {@code missing}
   * @param value the value; empty for the missing mark
   * @param rawText what it prints
   * @param rawStart where that stands in the page, in code points
   * @param rawEnd one past its last character
   * @param layout shape of the table
   * @param method how it was read
   * @param confidence how sure that is, 0 to 1
   */
  public record Source(
      String page,
      Instant seenAt,
      String state,
      String value,
      String rawText,
      int rawStart,
      int rawEnd,
      String layout,
      String method,
      double confidence) {}
}
