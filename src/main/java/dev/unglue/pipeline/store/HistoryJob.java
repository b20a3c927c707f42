package dev.unglue.pipeline.store;

import dev.unglue.config.yaml.Spelling;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.store.History;
import dev.unglue.store.row.FactChange;
import dev.unglue.store.row.FactSpan;
import dev.unglue.store.row.RunRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was believed when, and what runs have changed of it. */
public final class HistoryJob {
  private HistoryJob() {}

  /**
   * What holds between two runs.
   *
   * @param from the run before the first change
   * @param to the run of the last change
   * @param changes by subject and attribute
   */
  public record Diff(long from, long to, List<FactChange> changes) {
    /** Copies the changes. */
    public Diff {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The beliefs that are asked for, by subject, attribute and time.
   *
   * @param out the folder of the results
   * @param subject slug or name of the subject; empty for all, at one moment only
   * @param attribute id of the attribute; empty for all
   * @param at the moment; absent for the whole history of the subject
   * @throws JobException if nothing is stored, or the subject or the attribute is unknown
   */
  public static List<FactSpan> history(
      Path out, String subject, String attribute, Optional<Instant> at) {
    return StoreReading.ask(
        out,
        store -> {
          History history = new History(store);
          Optional<Long> key = subject(history, subject);
          Optional<String> id = attribute(history, attribute);
          return at.map(moment -> history.at(moment, key, id))
              .orElseGet(() -> history.of(key.orElse(0L), id));
        });
  }

  /**
   * What has changed after one run up to another.
   *
   * @param from absent means the run before {@code to}
   * @param to absent means the last run
   * @throws JobException if nothing is stored, a run is unknown, or they stand in the wrong order
   */
  public static Diff diff(Path out, Optional<Long> from, Optional<Long> to) {
    return StoreReading.ask(
        out,
        store -> {
          History history = new History(store);
          List<RunRow> runs = store.runs().all();
          long last = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).runId();
          long until = known(to.orElse(last), last);
          long since = from.map(run -> known(run, last)).orElse(until - 1);
          if (since > until) {
            throw JobException.usage(
                "expected the earlier run first, found %d before %d".formatted(since, until));
          }
          return new Diff(since, until, history.diff(since, until));
        });
  }

  private static long known(long run, long last) {
    if (run < 0 || run > last) {
      throw JobException.usage(
          "expected a run from 1 to %d, or 0 for the empty store, found \"%d\""
              .formatted(last, run));
    }
    return run;
  }

  private static Optional<Long> subject(History history, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> found = history.subject(name);
    if (found.isEmpty()) {
      throw JobException.usage(
          "expected the slug or the name of a subject in the store, found \"%.80s\"%s"
              .formatted(name, Spelling.hint(name, history.slugs())));
    }
    return found;
  }

  private static Optional<String> attribute(History history, String id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    List<String> known = history.attributes();
    if (!known.contains(id)) {
      throw JobException.usage(
          "expected the id of an attribute of which something is believed, found \"%.80s\"%s"
              .formatted(id, Spelling.hint(id, known)));
    }
    return Optional.of(id);
  }
}
