package dev.unglue.resolve;

import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The history of one fact: replays what the pages said, time by time, and keeps at most one value
 * open.
 */
final class Timeline {
  private final Subject subject;
  private final FactKey key;
  private final Map<Instant, List<PageReading>> byTime = new TreeMap<>();
  private final Map<String, PageReading> latest = new HashMap<>();
  private final Voices voices = new Voices();
  private final List<Fact> facts = new ArrayList<>();
  private @Nullable Open open;

  private Timeline(Subject subject, FactKey key) {
    this.subject = subject;
    this.key = key;
  }

  /** What is believed, and as of when it was last said. */
  private record Open(
      PageReading reading,
      Instant since,
      int support,
      int dissent,
      boolean deduced,
      Instant asOf) {}

  /** The history that these readings make; their order does not matter. */
  static Timeline of(Subject subject, FactKey key, List<PageReading> readings) {
    Timeline timeline = new Timeline(subject, key);
    readings.stream()
        .sorted(
            Comparator.comparing(PageReading::page)
                .thenComparing(PageReading::key)
                .thenComparing(PageReading::repaired)
                .thenComparing(PageReading::deduced))
        .forEach(r -> timeline.byTime.computeIfAbsent(r.seenAt(), at -> new ArrayList<>()).add(r));
    timeline.byTime.forEach(timeline::step);
    return timeline;
  }

  /** The facts, oldest first; at most the last is open. */
  List<Fact> facts() {
    List<Fact> all = new ArrayList<>(facts);
    Open last = open;
    if (last != null) {
      all.add(fact(last, null));
    }
    return all;
  }

  private void step(Instant at, List<PageReading> said) {
    for (PageReading reading : said) {
      Optional.ofNullable(latest.put(reading.page(), reading)).ifPresent(voices::remove);
      voices.add(reading);
    }
    Optional<PageReading> winner = winner(said);
    Open before = open;
    if (winner.isPresent()) {
      believe(winner.get(), at);
    } else if (before != null && voices.support(before.reading()) == 0) {
      close(before, at);
    }
    Open now = open;
    if (now != null) {
      PageReading reading = now.reading();
      open =
          new Open(
              reading,
              now.since(),
              voices.support(reading),
              voices.dissent(reading),
              voices.isDeduced(reading),
              now.asOf());
    }
  }

  /**
   * Most agreed on first, then most certain; the value itself breaks a tie, so order never does.
   */
  private Optional<PageReading> winner(List<PageReading> said) {
    PageReading best = null;
    int most = 0;
    for (PageReading reading : said) {
      int support = reading.isMissing() || said.size() == 1 ? 0 : voices.support(reading);
      if (!reading.isMissing() && (best == null || isBetter(reading, support, best, most))) {
        best = reading;
        most = support;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(PageReading one, int support, PageReading best, int most) {
    if (support != most || one.confidence() != best.confidence()) {
      return support == most ? one.confidence() > best.confidence() : support > most;
    }
    return one.key().compareTo(best.key()) < 0;
  }

  private void believe(PageReading winner, Instant at) {
    Open before = open;
    if (before != null && before.reading().key().equals(winner.key())) {
      open = new Open(winner, before.since(), before.support(), before.dissent(), false, at);
      return;
    }
    if (before != null) {
      close(before, at);
    }
    open = new Open(winner, at, 0, 0, false, at);
  }

  private void close(Open ended, Instant at) {
    facts.add(fact(ended, at));
    open = null;
  }

  private Fact fact(Open belief, @Nullable Instant until) {
    PageReading reading = belief.reading();
    return new Fact(
        subject.slug(),
        key.attribute(),
        key.member(),
        key.ordinal(),
        belief.since(),
        until,
        reading.number(),
        reading.text(),
        resolution(belief),
        belief.support(),
        belief.dissent(),
        reading.confidence());
  }

  private String resolution(Open belief) {
    if (belief.reading().repaired()) {
      return "repaired";
    }
    if (belief.dissent() == 0) {
      return belief.deduced() ? "deduced" : "agreed";
    }
    long atOnce =
        byTime.getOrDefault(belief.asOf(), List.of()).stream()
            .filter(r -> !r.isMissing())
            .map(PageReading::key)
            .collect(Collectors.toSet())
            .size();
    return atOnce > 1 ? "majority" : "latest";
  }
}
