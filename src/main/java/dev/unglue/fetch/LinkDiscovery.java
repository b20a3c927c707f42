package dev.unglue.fetch;

import dev.unglue.fetch.FetchAttempt.Kind;
import dev.unglue.fetch.site.CanonicalUrl;
import dev.unglue.fetch.site.FetchDecision;
import dev.unglue.fetch.site.Scope;
import dev.unglue.fetch.site.Sitemaps;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Plans addresses: those that a source names, and those that its pages and sitemaps lead to. Used
 * by one thread at a time.
 */
final class LinkDiscovery {
  /** The protocol (sitemaps.org) knows one index above a sitemap; some sites have more. */
  private static final int MOST_NESTED = 3;

  private final UrlFrontier book;
  private final HostQueues hosts;
  private final BooleanSupplier stopped;

  /** Pages whose links have to be recalled; a queue, for each of them may lead to the next. */
  private final Deque<FetchAttempt> known = new ArrayDeque<>();

  /**
   * @param stopped true once the run is to end soon: to plan a million addresses takes a while
   */
  LinkDiscovery(UrlFrontier book, HostQueues hosts, BooleanSupplier stopped) {
    this.book = book;
    this.hosts = hosts;
    this.stopped = stopped;
  }

  /** Plans what a source names. */
  void plan(FetchTask written) {
    FetchPlan plan = written.plan();
    List<HttpUrl> sitemaps = canonical(plan, plan.sitemaps());
    List<HttpUrl> pages = canonical(plan, plan.pages());
    Set<String> ownHosts =
        Stream.concat(sitemaps.stream(), pages.stream())
            .map(HttpUrl::host)
            .collect(Collectors.toSet());
    FetchTask job = written.within(plan.scope().with(ownHosts));
    sitemaps.forEach(url -> add(FetchAttempt.of(job, Kind.SITEMAP, url)));
    pages.forEach(url -> add(FetchAttempt.of(job, Kind.PAGE, url)));
    book.leave(
        (long) plan.sitemaps().size() + plan.pages().size() - sitemaps.size() - pages.size());
    followKnown();
  }

  /** In their one spelling; once the run is stopped, as far as it has come. */
  private List<HttpUrl> canonical(FetchPlan plan, List<String> addresses) {
    List<HttpUrl> found = new ArrayList<>();
    for (String address : addresses) {
      if (found.size() >= FetchReport.MOST_STILL_PLANNED && stopped.getAsBoolean()) {
        return found; // no more than these would have a row anyway
      }
      found.add(CanonicalUrl.of(address).orElseThrow(() -> noAddress(plan, address)));
    }
    return found;
  }

  private static IllegalArgumentException noAddress(FetchPlan plan, String address) {
    return new IllegalArgumentException(
        "plan of %s: expected an address of http or https, found \"%s\""
            .formatted(plan.source(), address));
  }

  private void add(FetchAttempt attempt) {
    if (!book.plan(attempt)) {
      return;
    }
    Optional<FetchedUrl> before = attempt.job().memory().done(attempt.address());
    if (before.isPresent()) {
      goOnFrom(attempt, before.get());
    } else {
      hosts.add(attempt);
    }
  }

  /** The run was broken off after this address: only what it leads to may be left to do. */
  private void goOnFrom(FetchAttempt attempt, FetchedUrl before) {
    book.record(before);
    known.add(attempt);
    Optional.ofNullable(before.redirectedTo())
        .flatMap(CanonicalUrl::of)
        .ifPresent(url -> followRedirect(attempt.to(attempt.kind(), url)));
  }

  // --- what a page leads to -------------------------------------------------------------------

  /** Plans what a page or a sitemap leads to. */
  void follow(FetchAttempt attempt, FetchDecision judged) {
    Scope scope = attempt.plan().scope();
    HttpUrl target = judged.redirect();
    if (target != null) {
      followRedirect(attempt.to(attempt.kind(), target));
    }
    Sitemaps sitemap = judged.sitemap();
    if (sitemap != null) {
      sitemap.sitemaps().stream()
          .filter(scope::allows)
          .forEach(url -> addNested(attempt.nested(url)));
      sitemap.pages().forEach(page -> addListed(attempt, page));
    }
    followLinks(attempt, judged.links());
    followKnown();
  }

  /** Pages that are not asked for again lead where they led when they came. */
  private void followKnown() {
    while (!known.isEmpty()) {
      FetchAttempt attempt = known.remove();
      followLinks(attempt, attempt.job().memory().links(attempt.address()));
    }
  }

  private void followLinks(FetchAttempt attempt, List<String> links) {
    for (String link : links) {
      CanonicalUrl.resolve(attempt.url(), link).ifPresent(url -> addLinked(attempt, url));
    }
  }

  /** An index that names indexes for ever, each new, ends too. */
  private void addNested(FetchAttempt sitemap) {
    if (sitemap.nesting() <= MOST_NESTED) {
      add(sitemap);
    } else {
      book.settle(
          sitemap, FetchOutcome.SKIPPED, "a sitemap within more than " + MOST_NESTED + " indexes");
    }
  }

  private void followRedirect(FetchAttempt next) {
    if (next.plan().scope().allows(next.url())) {
      add(next);
    } else {
      HttpUrl from = next.chain().get(next.chain().size() - 1);
      book.settle(
          next, FetchOutcome.FAILED, "outside of the source's scope; " + from + " leads there");
    }
  }

  private void addListed(FetchAttempt sitemap, Sitemaps.Page page) {
    FetchAttempt attempt = FetchAttempt.of(sitemap.job(), Kind.PAGE, page.url());
    if (!attempt.plan().scope().wants(page.url())) {
      return;
    }
    Instant changed = page.lastModified();
    boolean old =
        changed != null
            && ReplyClassifier.known(attempt)
                .filter(k -> k.fetchedAt().isAfter(changed))
                .isPresent();
    if (!old) {
      add(attempt);
    } else if (book.settle(
        attempt, FetchOutcome.UNCHANGED, "not changed since " + changed + ", says the sitemap")) {
      known.add(attempt);
    }
  }

  private void addLinked(FetchAttempt from, HttpUrl url) {
    FetchAttempt attempt = FetchAttempt.of(from.job(), Kind.PAGE, url);
    FetchPlan plan = from.plan();
    if (plan.scope().wants(url) && !book.isPlanned(attempt) && book.takeLink(plan)) {
      add(attempt);
    }
  }
}
