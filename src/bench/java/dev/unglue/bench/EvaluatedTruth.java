package dev.unglue.bench;

import dev.unglue.bench.page.Truth;
import dev.unglue.model.value.Candidate;
import java.util.List;

/**
 * One truth beside what was read of it.
 *
 * @param truth what the page says
 * @param method how it was read; {@code none} where it was not
 * @param outcome what became of it
 * @param confidence of the observation, 0..1; 0 where there is none
 * @param candidates the readings that remain, for {@code AMBIGUOUS}; else empty
 */
record EvaluatedTruth(
    Truth truth,
    String method,
    ReadOutcome outcome,
    double confidence,
    List<Candidate> candidates) {
  EvaluatedTruth {
    candidates = List.copyOf(candidates);
  }
}
