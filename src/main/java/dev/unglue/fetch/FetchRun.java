package dev.unglue.fetch;

import dev.unglue.fetch.FetchAttempt.Kind;
import dev.unglue.fetch.Fetcher.FetchFault;
import dev.unglue.fetch.HostQueues.HostQueue;
import dev.unglue.fetch.HostQueues.HostQueue.Signs;
import dev.unglue.fetch.http.FetchClock;
import dev.unglue.fetch.http.HttpTransport;
import dev.unglue.fetch.http.Reply;
import dev.unglue.fetch.http.RetryAfter;
import dev.unglue.fetch.site.FetchDecision;
import dev.unglue.fetch.site.Robots;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link Fetcher}. Whoever holds its lock decides what is asked next: a thread that
 * has carried out a request goes on with the next one itself, for to hand each over to another
 * thread would cost more than the rest of our own work. The thread that runs it waits until a host
 * has rested.
 */
final class FetchRun {
  /** A host that fails so often in a row is not asked any more. */
  private static final int MOST_FAILURES = 10;

  private final HttpTransport wire;
  private final ExecutorService threads;
  private final Fetcher fetcher;
  private final FetchClock clock;
  private final FetchProgress progress;
  private final HostQueues hosts;
  private final UrlFrontier book = new UrlFrontier();
  private final RobotsCache robots;
  private final LinkDiscovery leads;
  private final FetchDeadlines deadlines;
  private boolean over;

  FetchRun(HttpTransport wire, ExecutorService threads, Fetcher fetcher, FetchProgress progress) {
    this.wire = wire;
    this.threads = threads;
    this.fetcher = fetcher;
    this.clock = fetcher.clock();
    this.progress = progress;
    this.hosts = new HostQueues(clock);
    this.deadlines = new FetchDeadlines(clock);
    this.robots = new RobotsCache(book, hosts, clock);
    this.leads = new LinkDiscovery(book, hosts, fetcher::isStopped);
  }

  FetchReport run(List<FetchTask> jobs) throws InterruptedException {
    try {
      begin(jobs);
      for (Optional<Wait> wait = untilNext(); wait.isPresent(); wait = untilNext()) {
        long atMost = wait.get().nanos();
        clock.await(fetcher.messages(), atMost, wait.get().underWay()).ifPresent(Runnable::run);
        startReady();
      }
    } finally {
      end();
    }
    book.skipRest();
    report();
    List<String> notes =
        book.unlisted() == 0
            ? List.of()
            : List.of(book.unlisted() + " more addresses are still planned, without rows");
    return new FetchReport(book.rows(), fetcher.isStopped(), notes);
  }

  private synchronized void begin(List<FetchTask> jobs) {
    jobs.forEach(job -> deadlines.begin(job.plan()));
    jobs.forEach(leads::plan);
    startReady();
  }

  /** Where the run breaks off, other threads must not go on with what is planned. */
  private synchronized void end() {
    over = true;
  }

  /**
   * How long nothing can be started.
   *
   * @param nanos at most so long
   * @param underWay true if a request is under way, so that a message will come by itself
   */
  private record Wait(long nanos, boolean underWay) {}

  /** Absent if nothing is left to do. */
  private synchronized Optional<Wait> untilNext() {
    boolean underWay = hosts.busy() > 0;
    if (!underWay && (fetcher.isStopped() || hosts.resting() == 0)) {
      return Optional.empty();
    }
    boolean full = fetcher.isStopped() || hosts.busy() >= fetcher.hostsAtOnce();
    long nanos = full ? Long.MAX_VALUE : Math.min(hosts.untilNext(), deadlines.untilNext());
    return Optional.of(new Wait(nanos, underWay));
  }

  private void report() {
    progress.update(
        new FetchProgress.State(
            book.pagesPlanned(), book.pagesDone(), hosts.busy(), hosts.resting(), hosts.closed()));
  }

  // --- asking -----------------------------------------------------------------------------

  private synchronized void startReady() {
    if (deadlines.hasPassed()) {
      giveUpLate();
    }
    for (Optional<FetchAttempt> next = next(); next.isPresent(); next = next()) {
      FetchAttempt attempt = next.get();
      threads.execute(() -> work(attempt));
    }
    report();
  }

  /** Asks for one address after the other while one is ready; on a thread of its own. */
  private void work(FetchAttempt first) {
    FetchAttempt attempt = first;
    try {
      for (Optional<FetchAttempt> next = Optional.of(first);
          next.isPresent();
          next = ended(ask(attempt))) {
        attempt = next.get();
      }
    } catch (RuntimeException | Error fault) {
      String url = attempt.address();
      fetcher
          .messages()
          .add(
              () -> {
                throw new FetchFault(url, fault);
              });
    }
  }

  /** Takes in what came; the address to go on with, if one is ready. */
  private synchronized Optional<FetchAttempt> ended(Answered answered) {
    take(answered);
    Optional<FetchAttempt> next = next();
    startReady();
    if (next.isEmpty()) {
      fetcher.wake();
    }
    return next;
  }

  /** Takes out the address whose turn it is; its host is busy from now on. */
  private Optional<FetchAttempt> next() {
    Optional<FetchAttempt> started = Optional.empty();
    Optional<HostQueue> ready = nextReady();
    while (ready.isPresent()) {
      started = start(ready.get());
      ready = started.isPresent() ? Optional.empty() : nextReady();
    }
    return started;
  }

  private Optional<HostQueue> nextReady() {
    boolean mayStart = !over && !fetcher.isStopped() && hosts.busy() < fetcher.hostsAtOnce();
    return mayStart ? hosts.takeReady() : Optional.empty();
  }

  /** Begins with the first address of a host; absent if it has its outcome already, or waits. */
  private Optional<FetchAttempt> start(HostQueue host) {
    FetchAttempt attempt = host.next();
    leaveIfSlow(host, attempt);
    if (host.closed() != null) {
      giveUp(attempt, host.closed());
    } else if (deadlines.isLate(attempt)) {
      giveUp(attempt, attempt.plan().limits().beyondTime());
    } else if (attempt.kind() == Kind.ROBOTS || robots.mayAsk(attempt)) {
      hosts.begin(host);
      return Optional.of(attempt);
    }
    hosts.putBack(host);
    return Optional.empty();
  }

  /** A pause beyond all patience between two pages is a host that wants no more of us tonight. */
  private void leaveIfSlow(HostQueue host, FetchAttempt attempt) {
    Duration pause = robots.crawlDelay(attempt);
    if (pause.compareTo(attempt.rules().patience()) > 0) {
      hosts.close(host, "robots.txt asks for a pause of " + pause.toSeconds() + " s");
    }
  }

  /**
   * What waits for a robots.txt waits for its turn once that is given up, so it takes two rounds.
   */
  private void giveUpLate() {
    List<FetchAttempt> late = hosts.takeAll(deadlines::isLate);
    while (!late.isEmpty()) {
      late.forEach(attempt -> giveUp(attempt, attempt.plan().limits().beyondTime()));
      late = hosts.takeAll(deadlines::isLate);
    }
  }

  private void giveUp(FetchAttempt attempt, String reason) {
    if (attempt.kind() == Kind.ROBOTS) {
      robots.learn(attempt, Robots.unknown("robots.txt was not asked for: " + reason));
    } else {
      attempt
          .before()
          .ifPresentOrElse(book::record, () -> book.record(attempt, FetchOutcome.FAILED, reason));
    }
  }

  /**
   * A request has its answer, which is kept.
   *
   * @param attempt what was asked
   * @param reply what came
   * @param judged what it means
   * @param row what becomes of the address, unless it is asked again
   */
  private record Answered(
      FetchAttempt attempt, Reply reply, FetchDecision judged, FetchedUrl row) {}

  /** Carries out one request. Without the lock, for others are carried out meanwhile. */
  private Answered ask(FetchAttempt attempt) {
    String agent = attempt.plan().agent().header();
    @Nullable KnownPage known = ReplyClassifier.known(attempt).orElse(null);
    HttpTransport.Ask ask =
        new HttpTransport.Ask(
            attempt.url(), agent, attempt.rules(), known, attempt.kind() == Kind.PAGE);
    Reply reply = wire.send(ask);
    attempt.tried(reply.requests());
    FetchDecision judged = ReplyClassifier.judge(attempt, reply);
    FetchedUrl row = FetchedUrls.of(attempt, reply, judged);
    boolean last = !judged.heals() || !attempt.mayRetry(judged.outcome());
    boolean page = attempt.kind() == Kind.PAGE && row.outcome() != FetchOutcome.SKIPPED;
    if (last && page && reply instanceof Reply.Answer answer) {
      attempt.job().sink().accept(answer.exchange(), row);
    }
    return new Answered(attempt, reply, judged, row);
  }

  // --- what came of it --------------------------------------------------------------------

  private void take(Answered answered) {
    FetchAttempt attempt = answered.attempt();
    Reply reply = answered.reply();
    HostQueue host = hosts.of(attempt);
    FetchDecision judged = answered.judged();
    Duration retryAfter = retryAfter(reply);
    settle(answered, host, retryAfter);
    leaveIfSlow(host, attempt);
    Duration crawlDelay = robots.crawlDelay(attempt);
    Signs signs = new Signs(reply.latencyNanos(), crawlDelay, retryAfter, isTrouble(judged));
    host.rest(clock.nanos(), attempt.rules(), signs, fetcher.chance());
    hosts.end(host);
  }

  private void settle(Answered answered, HostQueue host, Duration retryAfter) {
    FetchAttempt attempt = answered.attempt();
    FetchDecision judged = answered.judged();
    Duration patience = attempt.rules().patience();
    if (retryAfter.compareTo(patience) > 0) {
      hosts.close(host, "the host asked to be left alone for " + retryAfter.toSeconds() + " s");
    }
    boolean blocked = judged.outcome() == FetchOutcome.BLOCKED;
    boolean again = judged.heals() && attempt.mayRetry(judged.outcome());
    boolean counts = blocked || !again;
    if (counts && host.failures(isTrouble(judged)) >= MOST_FAILURES) {
      hosts.close(host, "the host failed " + MOST_FAILURES + " times in a row");
    }
    if (again && host.closed() == null) {
      askAgain(answered, host);
    } else if (attempt.kind() == Kind.ROBOTS) {
      robots.settle(attempt, answered.reply(), judged);
    } else {
      book.record(answered.row());
      leads.follow(attempt, judged);
    }
  }

  /** At once; after all others where the host wants no more of us for now. */
  private static void askAgain(Answered answered, HostQueue host) {
    FetchAttempt attempt = answered.attempt();
    if (answered.judged().outcome() == FetchOutcome.BLOCKED) {
      attempt.postpone(answered.row());
      host.addLast(attempt);
    } else {
      host.addFirst(attempt);
    }
  }

  /** True if the host shows that it has trouble, or wants no more of us. */
  private static boolean isTrouble(FetchDecision judged) {
    return judged.heals() || judged.outcome() == FetchOutcome.BLOCKED;
  }

  private Duration retryAfter(Reply reply) {
    return reply.match(
        answer ->
            ReplyClassifier.isTrouble(answer.exchange().status())
                ? RetryAfter.of(answer.headers(), clock.now()).orElse(Duration.ZERO)
                : Duration.ZERO,
        silence -> Duration.ZERO);
  }
}
