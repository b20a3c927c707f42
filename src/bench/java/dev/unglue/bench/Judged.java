package dev.unglue.bench;

import dev.unglue.bench.page.Truth;
import dev.unglue.model.Candidate;
import java.util.List;

/**
 * One truth beside what was read of it.
 *
 * @param truth what the page says
 * @param method how it was read; {@code none} where it was not
 * @param verdict what became of it
 * @param confidence of the observation, 0..1; 0 where there is none
 * @param candidates the readings that remain, for {@code AMBIGUOUS}; else empty
 */
record Judged(
    Truth truth, String method, Verdict verdict, double confidence, List<Candidate> candidates) {
  Judged {
    candidates = List.copyOf(candidates);
  }
}
