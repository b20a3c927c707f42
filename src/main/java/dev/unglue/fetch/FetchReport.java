package dev.unglue.fetch;

import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.SourceNight;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of all that was planned.
 *
 * @param rows one for each planned address, by source and address
 * @param stopped true if the run was asked to stop before it was done; what it had not come to is
 *     {@code skipped} and says so
 * @param notes what had to be noted: of where the pages are kept, such as a torn tail that was cut
 *     off, or of what has no row of its own
 * @param nights how each source fared; empty where nobody has summed it up yet
 */
public record FetchReport(
    List<FetchedUrl> rows, boolean stopped, List<String> notes, List<SourceNight> nights) {
  /** The reason of an address that a stopped run had not come to. */
  public static final String STILL_PLANNED = "the run was stopped; still planned";

  /**
   * So many of these have a row of their own; the last one says how many have not. A run that is
   * stopped has seconds, not minutes, to write down what it has done.
   */
  static final int MOST_STILL_PLANNED = 10_000;

  /** Copies the lists. */
  public FetchReport {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    nights = List.copyOf(nights);
  }

  /** What became of the addresses, and no more. */
  public FetchReport(List<FetchedUrl> rows, boolean stopped, List<String> notes) {
    this(rows, stopped, notes, List.of());
  }

  /** How many pages came to each outcome; a sitemap is none. */
  public Map<FetchOutcome, Long> counts() {
    return counts(rows);
  }

  /** How many pages of these came to each outcome. */
  public static Map<FetchOutcome, Long> counts(List<FetchedUrl> rows) {
    Map<FetchOutcome, Long> counts = new EnumMap<>(FetchOutcome.class);
    rows.stream()
        .filter(row -> row.role() == FetchedUrl.Role.PAGE)
        .forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
    return counts;
  }
}
