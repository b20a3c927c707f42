package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchClock;
import dev.unglue.fetch.http.HostResolver;
import dev.unglue.fetch.http.HttpTransport;
import dev.unglue.fetch.http.ProxyRules;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;

/**
 * Fetches what is planned. A host has one request under way at most, and rests after each; many
 * hosts go on side by side.
 *
 * <p>What is asked when is decided under one lock, by one thread at a time; requests are carried
 * out side by side.
 */
public final class Fetcher {
  private final FetchClock clock;
  private final RandomGenerator chance;
  private final HostResolver names;
  private final ProxyRules proxies;
  private final int hostsAtOnce;

  /**
   * What other threads have the one that runs a fetch do: to look again what is left, or to fail.
   */
  private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();

  private volatile boolean stopped;

  /**
   * A fetcher for one run.
   *
   * @param clock time and how to wait
   * @param chance spreads the pauses after trouble
   * @param names looks hosts up
   * @param proxies through which proxy an address is asked for
   * @param hostsAtOnce how many hosts are asked side by side, 1 or more
   */
  public Fetcher(
      FetchClock clock,
      RandomGenerator chance,
      HostResolver names,
      ProxyRules proxies,
      int hostsAtOnce) {
    this.clock = clock;
    this.chance = chance;
    this.names = names;
    this.proxies = proxies;
    this.hostsAtOnce = hostsAtOnce;
  }

  /** Ends the run soon: what is under way is finished, the rest stays planned. From any thread. */
  public void stop() {
    stopped = true;
    wake();
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
    try (HttpTransport wire = new HttpTransport(clock, names::lookup, proxies)) {
      return new FetchRun(wire, threads, this, progress).run(jobs);
    } finally {
      threads.shutdownNow();
    }
  }

  /** A thread has nothing to go on with, or the run is to end soon. */
  void wake() {
    messages.add(() -> {});
  }

  boolean isStopped() {
    return stopped;
  }

  FetchClock clock() {
    return clock;
  }

  RandomGenerator chance() {
    return chance;
  }

  int hostsAtOnce() {
    return hostsAtOnce;
  }

  BlockingQueue<Runnable> messages() {
    return messages;
  }

  /** What came could not be kept or looked at; the run ends. The cause says why. */
  public static final class FetchFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchFault(String url, Throwable cause) {
      super("fetch: " + url + ": " + cause.getMessage(), cause);
    }
  }
}
