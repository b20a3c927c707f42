package dev.unglue.fetch;

import dev.unglue.fetch.FetchAttempt.Kind;
import dev.unglue.fetch.http.FetchClock;
import dev.unglue.fetch.http.Reply;
import dev.unglue.fetch.site.FetchDecision;
import dev.unglue.fetch.site.Origin;
import dev.unglue.fetch.site.Robots;
import dev.unglue.model.run.FetchOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The robots.txt of each site, and the visits that wait for one. Used by one thread at a time. */
final class RobotsCache {
  private final Map<Origin, Entry> known = new HashMap<>();
  private final Map<Origin, List<FetchAttempt>> waiting = new HashMap<>();
  private final UrlFrontier book;
  private final HostQueues hosts;
  private final FetchClock pace;

  RobotsCache(UrlFrontier book, HostQueues hosts, FetchClock pace) {
    this.book = book;
    this.hosts = hosts;
    this.pace = pace;
  }

  private record Entry(Robots robots, long until) {}

  /** What the site of the visit says; empty if it is not known, or too long ago. */
  private Optional<Robots> of(FetchAttempt visit) {
    @Nullable Entry entry = known.get(visit.origin());
    return entry == null || entry.until() < pace.nanos()
        ? Optional.empty()
        : Optional.of(entry.robots());
  }

  /** The pause that the site asks for; zero if it asks for none. */
  Duration crawlDelay(FetchAttempt visit) {
    return of(visit).map(Robots::crawlDelay).orElse(Duration.ZERO);
  }

  /** True if the page or sitemap may be asked for now; else it waits, or has its outcome. */
  boolean mayAsk(FetchAttempt visit) {
    Optional<Robots> found = of(visit);
    if (found.isEmpty()) {
      await(visit);
      return false;
    }
    return isAllowed(visit, found.get());
  }

  /** The first visit of a site that has to wait lets its robots.txt be asked for. */
  private void await(FetchAttempt visit) {
    List<FetchAttempt> others = waiting.computeIfAbsent(visit.origin(), site -> new ArrayList<>());
    others.add(visit);
    if (others.size() == 1) {
      hosts.addFirst(FetchAttempt.of(visit.job(), Kind.ROBOTS, visit.origin().robots()));
    }
  }

  private boolean isAllowed(FetchAttempt visit, Robots rules) {
    boolean allowed = rules.allows(visit.url());
    String said = allowed ? rules.permission() : rules.refusal(visit.url());
    visit.allowedBy(said);
    if (rules.refused()) {
      book.record(visit, FetchOutcome.SKIPPED, rules.reason());
      return false;
    }
    if (!allowed) {
      book.record(visit, FetchOutcome.FORBIDDEN, said);
    }
    return allowed;
  }

  /** A robots.txt has its answer, or leads elsewhere. */
  void settle(FetchAttempt visit, Reply reply, FetchDecision judged) {
    HttpUrl target = judged.redirect();
    if (target == null) {
      learn(visit, ReplyClassifier.robots(visit, reply, judged));
    } else {
      hosts.addFirst(visit.to(Kind.ROBOTS, target));
    }
  }

  /** Notes what a site says; the visits that have waited for it go on, in their order. */
  void learn(FetchAttempt visit, Robots robots) {
    known.put(visit.origin(), new Entry(robots, pace.nanos() + Robots.LIFE.toNanos()));
    List<FetchAttempt> waited =
        Optional.ofNullable(waiting.remove(visit.origin())).orElse(List.of());
    for (int i = waited.size() - 1; i >= 0; i--) {
      hosts.addFirst(waited.get(i));
    }
  }
}
