package dev.unglue.model.report;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of the past.
 *
 * @param id its number
 * @param trigger who asked for it
 * @param status how it ended
 * @param startedAt when it began
 * @param pagesRead pages read; absent where they were not counted
 * @param pagesFailed pages of which nothing could be made; absent likewise
 * @param flagsBySeverity flags that stood when it had ended, as far as the store knows today: one
 *     that was fixed and came back counts in between
 * @param reason why it broke off, was skipped or failed; absent for others
 * @param finishedAt when it ended; absent where that is not known
 * @param facts what was believed when it had ended; absent where it was not counted
 * @param cellsByState cells in the store when it had ended, by state; empty where not counted
 * @param fetched what became of the pages that it planned; empty where it planned none
 */
public record RunLine(
    long id,
    String trigger,
    String status,
    Instant startedAt,
    @Nullable Long pagesRead,
    @Nullable Long pagesFailed,
    Map<String, Long> flagsBySeverity,
    @Nullable String reason,
    @Nullable Instant finishedAt,
    @Nullable Long facts,
    Map<String, Long> cellsByState,
    Map<String, Long> fetched) {
  /** Copies the maps. */
  public RunLine {
    flagsBySeverity = Map.copyOf(flagsBySeverity);
    cellsByState = Map.copyOf(cellsByState);
    fetched = Map.copyOf(fetched);
  }
}
