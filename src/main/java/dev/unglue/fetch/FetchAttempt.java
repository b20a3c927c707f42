package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchRules;
import dev.unglue.fetch.site.Origin;
import dev.unglue.fetch.site.Robots;
import dev.unglue.fetch.site.Sitemaps;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One address on its way to its outcome. Belongs to one thread at a time. */
final class FetchAttempt {
  /** What it is made for. */
  enum Kind {
    PAGE,
    SITEMAP,
    ROBOTS
  }

  private final FetchTask job;
  private final Kind kind;
  private final HttpUrl url;
  private final List<HttpUrl> chain;
  private final Origin origin;
  private final int nesting;
  private int tries;
  private int attempts;
  private @Nullable String robots;
  private @Nullable FetchedUrl before;

  private FetchAttempt(FetchTask job, Kind kind, HttpUrl url, List<HttpUrl> chain, int nesting) {
    this.job = job;
    this.kind = kind;
    this.url = url;
    this.chain = chain;
    this.nesting = nesting;
    this.origin = Origin.of(kind == Kind.ROBOTS && !chain.isEmpty() ? chain.get(0) : url);
  }

  /** An attempt that nothing has led to. */
  static FetchAttempt of(FetchTask job, Kind kind, HttpUrl url) {
    return new FetchAttempt(job, kind, url, List.of(), 0);
  }

  /** The attempt that this one leads to by a redirect. */
  FetchAttempt to(Kind next, HttpUrl target) {
    return new FetchAttempt(
        job, next, target, Stream.concat(chain.stream(), Stream.of(url)).toList(), nesting);
  }

  /** The attempt to a sitemap that this one, an index, lists. */
  FetchAttempt nested(HttpUrl sitemap) {
    return new FetchAttempt(job, Kind.SITEMAP, sitemap, List.of(), nesting + 1);
  }

  /** How many indexes of sitemaps have led here, one by the other. */
  int nesting() {
    return nesting;
  }

  FetchTask job() {
    return job;
  }

  FetchPlan plan() {
    return job.plan();
  }

  Kind kind() {
    return kind;
  }

  HttpUrl url() {
    return url;
  }

  /** The same as text. */
  String address() {
    return url.toString();
  }

  /** The addresses that have led here, the first one first. */
  List<HttpUrl> chain() {
    return chain;
  }

  /** The site whose robots.txt rules it; for a robots.txt, the one that it was asked for. */
  Origin origin() {
    return origin;
  }

  /**
   * The limits that hold for it: those of its source, but a robots.txt and a sitemap have others.
   */
  FetchRules rules() {
    FetchRules rules = job.plan().rules();
    return switch (kind) {
      case PAGE -> rules;
      case SITEMAP -> rules.withBytes(Sitemaps.MAX_BYTES);
      case ROBOTS -> rules.withBytes(Robots.MAX_BYTES);
    };
  }

  /** Notes one more try. */
  void tried(int requests) {
    tries++;
    attempts += Math.max(requests, 1);
  }

  /** Requests made for it; a connection that did not come about counts as one. */
  int attempts() {
    return attempts;
  }

  /** True if it may be tried once more; a host that turns us away is asked but once again. */
  boolean mayRetry(FetchOutcome outcome) {
    int retries = job.plan().rules().retries();
    return tries <= (outcome == FetchOutcome.BLOCKED ? Math.min(retries, 1) : retries);
  }

  /** Waits until the others of its host were asked; the row holds if it is not asked again. */
  void postpone(FetchedUrl row) {
    before = row;
  }

  /** What became of it when it was last asked; empty where it was not, or is asked again soon. */
  Optional<FetchedUrl> before() {
    return Optional.ofNullable(before);
  }

  @Nullable String robots() {
    return robots;
  }

  void allowedBy(String reason) {
    robots = reason;
  }

  FetchedUrl.Role role() {
    return kind == Kind.SITEMAP ? FetchedUrl.Role.SITEMAP : FetchedUrl.Role.PAGE;
  }
}
