package dev.unglue.bench.fault;

import dev.unglue.model.page.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one run meets.
 *
 * @param pages its pages
 * @param before the pages of good runs before it, the latest first; may be empty
 * @param now the time it stands for
 * @param decided what people have decided before
 */
record Scenario(
    List<FaultPage> pages, List<List<FaultPage>> before, Instant now, Decisions decided) {
  Scenario {
    pages = List.copyOf(pages);
    before = before.stream().map(List::copyOf).toList();
  }

  /** The same, after that was decided. */
  Scenario decided(Decisions decisions) {
    return new Scenario(pages, before, now, decisions);
  }

  /** Before which nothing was decided. */
  Scenario(List<FaultPage> pages, List<List<FaultPage>> before, Instant now) {
    this(pages, before, now, Decisions.NONE);
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
