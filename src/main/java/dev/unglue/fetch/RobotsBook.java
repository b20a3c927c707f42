package dev.unglue.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The robots.txt of each site, and the visits that wait for one. Used by one thread at a time. */
final class RobotsBook {
  private final Map<Origin, Entry> known = new HashMap<>();
  private final Map<Origin, List<Visit>> waiting = new HashMap<>();

  private record Entry(Robots robots, long until) {}

  /** What the site of the visit says; empty if it is not known, or too long ago. */
  Optional<Robots> of(Visit visit, long now) {
    @Nullable Entry entry = known.get(visit.origin());
    return entry == null || entry.until() < now ? Optional.empty() : Optional.of(entry.robots());
  }

  /** Lets the visit wait; true if it is the first, so that somebody has to ask. */
  boolean await(Visit visit) {
    @Nullable List<Visit> others = waiting.get(visit.origin());
    if (others != null) {
      others.add(visit);
      return false;
    }
    waiting.put(visit.origin(), new ArrayList<>(List.of(visit)));
    return true;
  }

  /** Notes what a site says; the visits that have waited for it, in their order. */
  List<Visit> learn(Origin origin, Robots robots, long now) {
    known.put(origin, new Entry(robots, now + Robots.LIFE.toNanos()));
    return Optional.ofNullable(waiting.remove(origin)).orElse(List.of());
  }
}
