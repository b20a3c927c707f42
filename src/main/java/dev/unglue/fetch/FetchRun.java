package dev.unglue.fetch;

import dev.unglue.fetch.HostQueue.Signs;
import dev.unglue.fetch.Visit.Kind;
import dev.unglue.model.FetchOutcome;
import dev.unglue.model.FetchedUrl;
import dev.unglue.model.KnownPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One run of a {@link Fetcher}; all of its state belongs to the thread that runs it. */
final class FetchRun {
  /** A host that fails so often in a row is not asked any more. */
  private static final int MOST_FAILURES = 10;

  private final Wire wire;
  private final ExecutorService threads;
  private final Fetcher fetcher;
  private final Pace pace;
  private final FetchProgress progress;
  private final HostQueues hosts = new HostQueues();
  private final PlanBook book = new PlanBook();
  private final RobotsBook robots = new RobotsBook();
  private final FetchLeads leads;

  FetchRun(Wire wire, ExecutorService threads, Fetcher fetcher, FetchProgress progress) {
    this.wire = wire;
    this.threads = threads;
    this.fetcher = fetcher;
    this.pace = fetcher.pace();
    this.progress = progress;
    this.leads = new FetchLeads(book, hosts, pace);
  }

  FetchReport run(List<FetchTask> jobs) throws InterruptedException {
    jobs.forEach(leads::plan);
    startReady();
    while (hosts.busy() > 0 || (!fetcher.isStopped() && hosts.resting() > 0)) {
      long wait = fetcher.isStopped() ? Long.MAX_VALUE : hosts.untilNext(pace.nanos());
      boolean full = hosts.busy() >= fetcher.hostsAtOnce();
      pace.await(fetcher.messages(), full ? Long.MAX_VALUE : wait, hosts.busy() > 0)
          .ifPresent(this::take);
      startReady();
      report();
    }
    book.skipRest();
    report();
    return new FetchReport(book.rows(), fetcher.isStopped());
  }

  private void report() {
    progress.update(
        new FetchProgress.State(
            book.planned(), book.done(), hosts.busy(), hosts.resting(), hosts.closed()));
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
    boolean mayStart = !fetcher.isStopped() && hosts.busy() < fetcher.hostsAtOnce();
    return mayStart ? hosts.takeReady(pace.nanos()) : Optional.empty();
  }

  private void start(HostQueue host) {
    Visit visit = host.next();
    if (host.closed() != null) {
      giveUp(visit, host.closed());
      hosts.putBack(host);
    } else if (mayAsk(visit)) {
      hosts.begin(host);
      threads.execute(() -> fetcher.messages().add(ask(visit)));
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
    boolean allowed = rules.allows(visit.url());
    String said = allowed ? rules.permission() : rules.refusal(visit.url());
    visit.allowedBy(said);
    if (rules.refused()) {
      book.record(Rows.unasked(visit, FetchOutcome.SKIPPED, rules.reason()));
      return false;
    }
    if (!allowed) {
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
              visit.url(), plan.agent().header(), visit.rules(), known, visit.kind() == Kind.PAGE);
      Reply reply = wire.send(ask);
      visit.tried(reply.requests());
      Judgement judged = Verdicts.judge(visit, reply);
      FetchedUrl row = Rows.of(visit, reply, judged);
      keep(visit, reply, judged, row);
      return new Message.Answered(visit, reply, judged, row);
    } catch (RuntimeException | Error fault) {
      return new Message.Broken(visit, fault);
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
    if (message instanceof Message.Answered answered) {
      take(answered);
    } else if (message instanceof Message.Broken broken) {
      throw new FetchFault(broken.visit().url().toString(), broken.fault());
    }
  }

  private void take(Message.Answered answered) {
    Visit visit = answered.visit();
    HostQueue host = hosts.of(visit, pace.nanos());
    Judgement judged = answered.judged();
    Duration retryAfter = retryAfter(answered.reply());
    settle(answered, host, retryAfter);
    Signs signs =
        new Signs(
            answered.reply().latencyNanos(), crawlDelay(visit), retryAfter, isTrouble(judged));
    host.rest(pace.nanos(), visit.rules(), signs, fetcher.chance());
    hosts.end(host);
  }

  private void settle(Message.Answered answered, HostQueue host, Duration retryAfter) {
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
      leads.follow(visit, judged);
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

  private void settleRobots(Message.Answered answered) {
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
}
