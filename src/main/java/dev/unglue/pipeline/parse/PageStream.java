package dev.unglue.pipeline.parse;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.PageJob.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Parses captures on all cores and hands on the outcomes in the order in which the captures came.
 *
 * <p>Memory stays flat: only so much text is under way at a time.
 */
public final class PageStream implements AutoCloseable {
  /** Text under way at a time, in characters; a larger capture goes alone. */
  private static final long MOST_UNDER_WAY = 4_000_000;

  private final Supplier<PageJob> job;
  private final Consumer<Outcome> sink;
  private final ExecutorService workers;
  private final int mostPages;
  private final Deque<Running> running = new ArrayDeque<>();
  private long underWay;

  public PageStream(PageJob job, int threads, Consumer<Outcome> sink) {
    this(() -> job, threads, sink);
  }

  /**
   * Nothing is under way yet.
   *
   * @param job asked for when the first capture comes
   */
  public PageStream(Supplier<PageJob> job, int threads, Consumer<Outcome> sink) {
    this.job = job;
    this.sink = sink;
    this.workers = Executors.newFixedThreadPool(threads);
    this.mostPages = threads * 8;
  }

  private record Running(Future<Outcome> outcome, long characters) {}

  /** Takes a capture; waits while too much is under way. */
  public void accept(Capture capture) {
    PageJob reading = job.get();
    add(capture.text().length(), () -> workers.submit(() -> reading.run(capture)));
  }

  /** Takes an input of which no page could be made; its turn comes as that of a page. */
  void refuse(Quarantined input) {
    add(0, () -> CompletableFuture.completedFuture(new PageJob.Refused(input)));
  }

  private void add(long characters, Supplier<Future<Outcome>> start) {
    while (!running.isEmpty()
        && (running.size() >= mostPages || underWay + characters > MOST_UNDER_WAY)) {
      next();
    }
    underWay += characters;
    running.add(new Running(start.get(), characters));
  }

  /** Waits until everything has been handed on. */
  public void finish() {
    while (!running.isEmpty()) {
      next();
    }
  }

  private void next() {
    Running first = running.remove();
    underWay -= first.characters();
    sink.accept(outcome(first.outcome()));
  }

  private static Outcome outcome(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", stop);
    } catch (ExecutionException fault) {
      // PageJob answers every fault of a page; what comes here is a fault of the machine.
      String why = fault.getCause() instanceof OutOfMemoryError ? ": not enough memory" : "";
      throw new IllegalStateException("parsing failed" + why, fault.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
