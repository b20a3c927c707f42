package dev.unglue.bench.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one run meets.
 *
 * @param pages its pages
 * @param before the pages of good runs before it, the latest first; may be empty
 * @param now the time it stands for
 */
record Scenario(List<FaultPage> pages, List<List<FaultPage>> before, Instant now) {
  Scenario {
    pages = List.copyOf(pages);
    before = before.stream().map(List::copyOf).toList();
  }

  /** A run without runs before it, a day after its pages were seen. */
  static Scenario of(List<FaultPage> pages) {
    return after(pages, List.of());
  }

  static Scenario of(FaultPage... pages) {
    return of(List.of(pages));
  }

  static Scenario after(List<FaultPage> pages, List<List<FaultPage>> before) {
    Instant last =
        pages.stream().map(FaultPage::seenAt).max(Instant::compareTo).orElse(FaultPage.SEEN);
    return new Scenario(pages, before, last.plus(Duration.ofDays(1)));
  }
}
