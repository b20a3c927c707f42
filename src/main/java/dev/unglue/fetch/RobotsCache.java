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

/**
 * The robots.txt of each site, and the attempts that wait for one. Used by one thread at a time.
 */
final class RobotsCache {
  private final Map<Origin, Entry> known = new HashMap<>();
  private final Map<Origin, List<FetchAttempt>> waiting = new HashMap<>();
  private final UrlFrontier book;
  private final HostQueues hosts;
  private final FetchClock clock;

  RobotsCache(UrlFrontier book, HostQueues hosts, FetchClock clock) {
    this.book = book;
    this.hosts = hosts;
    this.clock = clock;
  }

  private record Entry(Robots robots, long until) {}

  /** What the site of the attempt says; empty if it is not known, or too long ago. */
  private Optional<Robots> of(FetchAttempt attempt) {
    @Nullable Entry entry = known.get(attempt.origin());
    return entry == null || entry.until() < clock.nanos()
        ? Optional.empty()
        : Optional.of(entry.robots());
  }

  /** The pause that the site asks for; zero if it asks for none. */
  Duration crawlDelay(FetchAttempt attempt) {
    return of(attempt).map(Robots::crawlDelay).orElse(Duration.ZERO);
  }

  /** True if the page or sitemap may be asked for now; else it waits, or has its outcome. */
  boolean mayAsk(FetchAttempt attempt) {
    Optional<Robots> found = of(attempt);
    if (found.isEmpty()) {
      await(attempt);
      return false;
    }
    return isAllowed(attempt, found.get());
  }

  /** The first attempt of a site that has to wait lets its robots.txt be asked for. */
  private void await(FetchAttempt attempt) {
    List<FetchAttempt> others =
        waiting.computeIfAbsent(attempt.origin(), site -> new ArrayList<>());
    others.add(attempt);
    if (others.size() == 1) {
      hosts.addFirst(FetchAttempt.of(attempt.job(), Kind.ROBOTS, attempt.origin().robots()));
    }
  }

  private boolean isAllowed(FetchAttempt attempt, Robots rules) {
    boolean allowed = rules.allows(attempt.url());
    String said = allowed ? rules.permission() : rules.refusal(attempt.url());
    attempt.allowedBy(said);
    if (rules.unknown()) {
      book.record(attempt, FetchOutcome.FAILED, rules.reason());
    } else if (!allowed) {
      book.record(attempt, FetchOutcome.FORBIDDEN, said);
    }
    return allowed;
  }

  /** A robots.txt has its answer, or leads elsewhere. */
  void settle(FetchAttempt attempt, Reply reply, FetchDecision judged) {
    HttpUrl target = judged.redirect();
    if (target == null) {
      learn(attempt, ReplyClassifier.robots(attempt, reply, judged));
    } else if (!attempt.plan().scope().holds(target)) {
      learn(attempt, Robots.unknown("robots.txt leads out of the source's scope: " + target));
    } else {
      hosts.addFirst(attempt.to(Kind.ROBOTS, target));
    }
  }

  /** Notes what a site says; the attempts that have waited for it go on, in their order. */
  void learn(FetchAttempt attempt, Robots robots) {
    known.put(attempt.origin(), new Entry(robots, clock.nanos() + Robots.LIFE.toNanos()));
    List<FetchAttempt> waited =
        Optional.ofNullable(waiting.remove(attempt.origin())).orElse(List.of());
    for (int i = waited.size() - 1; i >= 0; i--) {
      hosts.addFirst(waited.get(i));
    }
  }
}
