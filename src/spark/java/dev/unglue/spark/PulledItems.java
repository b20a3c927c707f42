package dev.unglue.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a reader hands on, to be asked for one by one: it reads on in a thread of its own, a few
 * pages ahead and no more, so that a file of any size takes the memory of these few.
 */
final class PulledItems<T> implements Iterator<T>, AutoCloseable {
  private static final int AHEAD = 4;

  private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;
  private @Nullable Step<T> next;

  /** One thing handed on; the last one has none. */
  private record Step<T>(Optional<T> item, Optional<RuntimeException> fault) {}

  /** Something that hands on what it reads. */
  interface Reading<T> {
    void read(Consumer<T> sink) throws IOException;
  }

  PulledItems(Reading<T> reading) {
    this.reader = new Thread(() -> run(reading), "unglue-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void run(Reading<T> reading) {
    try {
      Optional<RuntimeException> fault = Optional.empty();
      try {
        reading.read(item -> put(new Step<>(Optional.of(item), Optional.empty())));
      } catch (IOException e) {
        fault = Optional.of(new UncheckedIOException(e));
      } catch (Stopped e) {
        return;
      } catch (RuntimeException e) {
        fault = Optional.of(e);
      }
      put(new Step<>(Optional.empty(), fault));
    } catch (Stopped e) {
      // nobody asks any more
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void put(Step<T> step) {
    try {
      steps.put(step);
    } catch (InterruptedException e) {
      throw new Stopped();
    }
  }

  @Override
  public boolean hasNext() {
    return step().item().isPresent();
  }

  private Step<T> step() {
    Step<T> known = next;
    if (known == null) {
      try {
        known = steps.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the task was stopped", e);
      }
      known
          .fault()
          .ifPresent(
              fault -> {
                throw fault;
              });
      next = known;
    }
    return known;
  }

  @Override
  public T next() {
    T item = step().item().orElseThrow(NoSuchElementException::new);
    next = null;
    return item;
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
