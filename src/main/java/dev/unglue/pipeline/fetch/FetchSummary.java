package dev.unglue.pipeline.fetch;

import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.util.List;

/**
 * What a fetch did.
 *
 * @param rows one for each planned address, by source and address
 * @param stopped true if it was asked to stop before it was done
 * @param notes what had to be noted of the raw store, such as a torn tail that was cut off
 */
public record FetchSummary(List<FetchedUrl> rows, boolean stopped, List<String> notes) {
  /** Copies the lists. */
  public FetchSummary {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** How many addresses came to that outcome. */
  public long count(FetchOutcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  /** The addresses that someone should look at. */
  public List<FetchedUrl> troubles() {
    return rows.stream().filter(row -> row.outcome().isTrouble()).toList();
  }
}
