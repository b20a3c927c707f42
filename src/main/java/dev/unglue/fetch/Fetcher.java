package dev.unglue.fetch;

import dev.unglue.fetch.HostQueue.Signs;
import dev.unglue.fetch.Visit.Kind;
import dev.unglue.model.FetchOutcome;
import dev.unglue.model.FetchedUrl;
import dev.unglue.model.KnownPage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what is planned. A host has one request under way at most, and rests after each; many
 * hosts go on side by side.
 *
 * <p>Whoever calls {@link #run} decides what is asked when; other threads only carry out single
 * requests and put their results into a queue.
 */
public final class Fetcher {
  /** A host that fails so often in a row is not asked any more. */
  private static final int MOST_FAILURES = 10;

  private final Pace pace;
  private final RandomGenerator chance;
  private final Names names;
  private final int hostsAtOnce;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private volatile boolean stopped;

  /**
   * A fetcher for one run.
   *
   * @param pace time and how to wait
   * @param chance spreads the pauses after trouble
   * @param names looks hosts up
   * @param hostsAtOnce how many hosts are asked side by side, 1 or more
   */
  public Fetcher(Pace pace, RandomGenerator chance, Names names, int hostsAtOnce) {
    this.pace = pace;
    this.chance = chance;
    this.names = names;
    this.hostsAtOnce = hostsAtOnce;
  }

  /** What other threads tell the one that decides. */
  private sealed interface Message {}

  private record Answered(Visit visit, Reply reply, Judgement judged, FetchedUrl row)
      implements Message {}

  private record Broken(Visit visit, Throwable fault) implements Message {}

  private record Stop() implements Message {}

  /** Ends the run soon: what is under way is finished, the rest stays planned. From any thread. */
  public void stop() {
    stopped = true;
    messages.add(new Stop());
  }

  /**
   * Fetches the plans, side by side.
   *
   * @return one row for each planned address
   * @throws IllegalStateException if an address has no outcome, or two
   * @throws InterruptedException if the thread is interrupted; what was kept until then stays
   */
  public FetchReport run(List<FetchTask> jobs, FetchProgress progress) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(hostsAtOnce);
    try (Wire wire = new Wire(pace, names::lookup, hostsAtOnce)) {
      return new Run(wire, threads, progress).run(jobs);
    } finally {
      threads.shutdownNow();
    }
  }

  /** One run; all of its state belongs to the thread that runs it. */
  private final class Run {
    private final Wire wire;
    private final ExecutorService threads;
    private final FetchProgress progress;
    private final HostQueues hosts = new HostQueues();
    private final PlanBook book = new PlanBook();
    private final RobotsBook robots = new RobotsBook();

    Run(Wire wire, ExecutorService threads, FetchProgress progress) {
      this.wire = wire;
      this.threads = threads;
      this.progress = progress;
    }

    FetchReport run(List<FetchTask> jobs) throws InterruptedException {
      jobs.forEach(this::plan);
      startReady();
      while (hosts.busy() > 0 || (!stopped && hosts.resting() > 0)) {
        long wait = stopped ? Long.MAX_VALUE : hosts.untilNext(pace.nanos());
        boolean full = hosts.busy() >= hostsAtOnce;
        pace.await(messages, full ? Long.MAX_VALUE : wait, hosts.busy() > 0).ifPresent(this::take);
        startReady();
        report();
      }
      book.skipRest();
      report();
      return new FetchReport(book.rows(), stopped);
    }

    private void report() {
      progress.update(
          new FetchProgress.State(
              book.planned(), book.done(), hosts.busy(), hosts.resting(), hosts.closed()));
    }

    // --- the plan ---------------------------------------------------------------------------

    private void plan(FetchTask written) {
      FetchPlan plan = written.plan();
      Set<String> ownHosts = new HashSet<>();
      for (List<String> addresses : List.of(plan.pages(), plan.sitemaps())) {
        addresses.forEach(a -> CanonicalUrl.of(a).ifPresent(url -> ownHosts.add(url.host())));
      }
      FetchTask job = written.within(plan.scope().with(ownHosts));
      plan.sitemaps().forEach(address -> seed(job, Kind.SITEMAP, address));
      plan.pages().forEach(address -> seed(job, Kind.PAGE, address));
    }

    private void seed(FetchTask job, Kind kind, String address) {
      HttpUrl url =
          CanonicalUrl.of(address)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "plan of %s: expected an address of http or https, found \"%s\""
                              .formatted(job.plan().source(), address)));
      add(Visit.of(job, kind, url));
    }

    private void add(Visit visit) {
      if (!book.plan(visit)) {
        return;
      }
      Optional<FetchedUrl> before = visit.job().memory().done(visit.url().toString());
      if (before.isPresent()) {
        goOnFrom(visit, before.get());
      } else {
        hosts.add(visit, false, pace.nanos());
      }
    }

    /** The run was broken off after this address: only what it leads to may be left to do. */
    private void goOnFrom(Visit visit, FetchedUrl before) {
      book.record(before);
      Optional.ofNullable(before.redirectedTo())
          .flatMap(CanonicalUrl::of)
          .ifPresent(
              url -> followRedirect(visit.to(visit.kind(), url), visit.job().plan().scope()));
    }

    // --- asking -----------------------------------------------------------------------------

    private void startReady() {
      Optional<HostQueue> ready = nextReady();
      while (ready.isPresent()) {
        start(ready.get());
        ready = nextReady();
      }
    }

    private Optional<HostQueue> nextReady() {
      boolean mayStart = !stopped && hosts.busy() < hostsAtOnce;
      return mayStart ? hosts.takeReady(pace.nanos()) : Optional.empty();
    }

    private void start(HostQueue host) {
      Visit visit = host.next();
      if (host.closed() != null) {
        giveUp(visit, host.closed());
        hosts.putBack(host);
      } else if (mayAsk(visit)) {
        hosts.begin(host);
        threads.execute(() -> messages.add(ask(visit)));
      } else {
        hosts.putBack(host);
      }
    }

    private void giveUp(Visit visit, String reason) {
      if (visit.kind() == Kind.ROBOTS) {
        learn(visit, Robots.forbidding("robots.txt was not asked for: " + reason));
      } else {
        book.record(Rows.unasked(visit, FetchOutcome.SKIPPED, reason));
      }
    }

    /** True if the visit may be made now; else it waits for a robots.txt or has its outcome. */
    private boolean mayAsk(Visit visit) {
      if (visit.kind() == Kind.ROBOTS) {
        return true;
      }
      Optional<Robots> found = robots.of(visit, pace.nanos());
      if (found.isEmpty()) {
        if (robots.await(visit)) {
          Visit ask = Visit.of(visit.job(), Kind.ROBOTS, Robots.addressFor(visit.url()));
          hosts.add(ask, true, pace.nanos());
        }
        return false;
      }
      return isAllowed(visit, found.get());
    }

    private boolean isAllowed(Visit visit, Robots rules) {
      String said = rules.says(visit.url());
      visit.allowedBy(said);
      if (rules.refused()) {
        book.record(Rows.unasked(visit, FetchOutcome.SKIPPED, rules.reason()));
        return false;
      }
      if (!rules.allows(visit.url())) {
        book.record(Rows.unasked(visit, FetchOutcome.FORBIDDEN, said));
        return false;
      }
      return true;
    }

    /** Carries out one request; on a thread of its own. */
    private Message ask(Visit visit) {
      try {
        FetchPlan plan = visit.job().plan();
        @Nullable KnownPage known = Verdicts.known(visit).orElse(null);
        Wire.Ask ask =
            new Wire.Ask(
                visit.url(),
                plan.agent().header(),
                visit.rules(),
                known,
                visit.kind() == Kind.PAGE);
        Reply reply = wire.send(ask);
        visit.tried(reply.requests());
        Judgement judged = Verdicts.judge(visit, reply);
        FetchedUrl row = Rows.of(visit, reply, judged);
        keep(visit, reply, judged, row);
        return new Answered(visit, reply, judged, row);
      } catch (RuntimeException | Error fault) {
        return new Broken(visit, fault);
      }
    }

    private void keep(Visit visit, Reply reply, Judgement judged, FetchedUrl row) {
      boolean last = !judged.heals() || !visit.mayRetry();
      boolean page = visit.kind() == Kind.PAGE && row.outcome() != FetchOutcome.SKIPPED;
      if (last && page && reply instanceof Reply.Answer answer) {
        visit.job().sink().keep(answer.exchange(), row);
      }
    }

    // --- what came of it --------------------------------------------------------------------

    private void take(Message message) {
      if (message instanceof Answered answered) {
        take(answered);
      } else if (message instanceof Broken broken) {
        throw new FetchFault(broken.visit().url().toString(), broken.fault());
      }
    }

    private void take(Answered answered) {
      Visit visit = answered.visit();
      HostQueue host = hosts.of(visit, pace.nanos());
      Judgement judged = answered.judged();
      Duration retryAfter = retryAfter(answered.reply());
      settle(answered, host, retryAfter);
      Signs signs =
          new Signs(
              answered.reply().latencyNanos(), crawlDelay(visit), retryAfter, isTrouble(judged));
      host.rest(pace.nanos(), visit.rules(), signs, chance);
      hosts.end(host);
    }

    private void settle(Answered answered, HostQueue host, Duration retryAfter) {
      Visit visit = answered.visit();
      Judgement judged = answered.judged();
      Duration patience = visit.rules().patience();
      if (retryAfter.compareTo(patience) > 0) {
        hosts.close(host, "the host asked to be left alone for " + retryAfter.toSeconds() + " s");
      }
      if (judged.heals() && visit.mayRetry() && host.closed() == null) {
        host.addFirst(visit);
        return;
      }
      if (host.failures(isTrouble(judged)) >= MOST_FAILURES) {
        hosts.close(host, "the host failed " + MOST_FAILURES + " times in a row");
      }
      if (visit.kind() == Kind.ROBOTS) {
        settleRobots(answered);
      } else {
        book.record(answered.row());
        follow(visit, judged);
      }
    }

    /** True if the host shows that it has trouble, or wants no more of us. */
    private static boolean isTrouble(Judgement judged) {
      return judged.heals() || judged.outcome() == FetchOutcome.BLOCKED;
    }

    private static Duration retryAfter(Reply reply, Instant now) {
      return reply.match(
          answer ->
              Verdicts.isTrouble(answer.exchange().status())
                  ? RetryAfter.of(answer.headers(), now).orElse(Duration.ZERO)
                  : Duration.ZERO,
          silence -> Duration.ZERO);
    }

    private Duration retryAfter(Reply reply) {
      return retryAfter(reply, pace.now());
    }

    private Duration crawlDelay(Visit visit) {
      return robots.of(visit, pace.nanos()).map(Robots::crawlDelay).orElse(Duration.ZERO);
    }

    private void settleRobots(Answered answered) {
      Visit visit = answered.visit();
      HttpUrl target = answered.judged().redirect();
      if (target == null) {
        learn(visit, Verdicts.robots(visit, answered.reply(), answered.judged()));
      } else {
        hosts.add(visit.to(Kind.ROBOTS, target), true, pace.nanos());
      }
    }

    private void learn(Visit visit, Robots found) {
      List<Visit> waited = robots.learn(visit.origin(), found, pace.nanos());
      for (int i = waited.size() - 1; i >= 0; i--) {
        hosts.add(waited.get(i), true, pace.nanos());
      }
    }

    // --- what it leads to -------------------------------------------------------------------

    private void follow(Visit visit, Judgement judged) {
      Scope scope = visit.job().plan().scope();
      HttpUrl target = judged.redirect();
      if (target != null) {
        followRedirect(visit.to(visit.kind(), target), scope);
      }
      Sitemaps sitemap = judged.sitemap();
      if (sitemap != null) {
        sitemap.sitemaps().stream().filter(scope::allows).forEach(url -> add(sitemap(visit, url)));
        sitemap.pages().forEach(page -> addListed(visit, page));
      }
      for (String link : judged.links()) {
        CanonicalUrl.resolve(visit.url(), link).ifPresent(url -> addLinked(visit, url));
      }
    }

    private Visit sitemap(Visit visit, HttpUrl url) {
      return Visit.of(visit.job(), Kind.SITEMAP, url);
    }

    private void followRedirect(Visit next, Scope scope) {
      if (scope.allows(next.url())) {
        add(next);
      } else if (book.plan(next)) {
        book.record(
            Rows.unasked(
                next,
                FetchOutcome.SKIPPED,
                "outside of the source's scope; "
                    + next.chain().get(next.chain().size() - 1)
                    + " leads there"));
      }
    }

    private void addListed(Visit sitemap, Sitemaps.Page page) {
      Visit visit = Visit.of(sitemap.job(), Kind.PAGE, page.url());
      if (!visit.job().plan().scope().wants(page.url())) {
        return;
      }
      Instant changed = page.lastModified();
      boolean old =
          changed != null
              && Verdicts.known(visit).filter(k -> k.fetchedAt().isAfter(changed)).isPresent();
      if (!old) {
        add(visit);
      } else if (book.plan(visit)) {
        book.record(
            Rows.unasked(
                visit,
                FetchOutcome.SKIPPED,
                "not changed since " + changed + ", says the sitemap"));
      }
    }

    private void addLinked(Visit from, HttpUrl url) {
      Visit visit = Visit.of(from.job(), Kind.PAGE, url);
      FetchPlan plan = from.job().plan();
      if (plan.scope().wants(url) && !book.isPlanned(visit) && book.takeLink(plan)) {
        add(visit);
      }
    }
  }
}
