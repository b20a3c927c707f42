package dev.unglue.pipeline.store;

import dev.unglue.pipeline.request.JobException;
import dev.unglue.store.WorkStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Asks the work store a question, and closes it again. */
final class StoreReading {
  private StoreReading() {}

  /**
   * The answer of the store of a folder of results.
   *
   * @throws JobException if nothing was ever stored there
   */
  static <T> T ask(Path out, Function<WorkStore, T> question) {
    return ifStored(out, question).orElseThrow(() -> nothing("nothing is stored", out));
  }

  /** The complaint where nothing was ever stored in a folder of results. */
  static JobException nothing(String what, Path out) {
    return JobException.usage(
        "%s: expected a work store in %s, found none; run unglue run".formatted(what, out));
  }

  /** The same; empty where nothing was ever stored there. */
  static <T> Optional<T> ifStored(Path out, Function<WorkStore, T> question) {
    Optional<WorkStore> opened = WorkStore.openForReading(out);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (WorkStore store = opened.get()) {
      return Optional.of(question.apply(store));
    }
  }
}
