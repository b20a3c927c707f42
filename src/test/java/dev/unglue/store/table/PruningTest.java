package dev.unglue.store.table;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.start;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.run.Metric;
import dev.unglue.store.Load;
import dev.unglue.store.WorkStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {
  private static final String CAPTURES =
      "SELECT parser_version, parse_status, (SELECT count(*) FROM observation o"
          + " WHERE o.capture_id = c.capture_id) > 0 FROM capture c ORDER BY capture_id";

  @TempDir Path out;

  private void read(WorkStore store, Instant at, String parser) {
    Load load = store.begin(start(at), catalogue());
    load.add(tellers(ref("a", null, "a"), "3.67"), parser, List.of());
    load.endPages();
    load.finish("loaded", at);
  }

  @Test
  void dropsWhatAnOlderParserHasReadAndNothingElse() {
    Path file = out.resolve("work/store.db");
    try (WorkStore store = WorkStore.open(out)) {
      read(store, MONDAY, "p1");
      read(store, TUESDAY, "p2");
      assertThat(rows(file, CAPTURES)).containsExactly("p1|superseded|1", "p2|ok|1");

      assertThat(store.prune(MONDAY)).isZero();
      assertThat(store.prune(TUESDAY.plusSeconds(1))).isPositive();

      assertThat(rows(file, CAPTURES)).containsExactly("p1|superseded|0", "p2|ok|1");
      assertThat(store.prune(TUESDAY.plusSeconds(1))).isZero();
    }
  }

  @Test
  void aParserThatComesBackCountsAgainAlsoWhereItsCellsWereDropped() {
    Path file = out.resolve("work/store.db");
    try (WorkStore store = WorkStore.open(out)) {
      read(store, MONDAY, "p1");
      read(store, TUESDAY, "p2");
      store.prune(TUESDAY.plusSeconds(1));
      read(store, TUESDAY.plusSeconds(9), "p1");

      assertThat(rows(file, CAPTURES)).containsExactly("p1|ok|1", "p2|superseded|1");
    }
  }

  @Test
  void figuresThatRestOnWhatIsDroppedAreCountedAnew() {
    try (WorkStore store = WorkStore.open(out)) {
      assertThat(filled(store, MONDAY, "p1")).isEqualTo("10");
      read(store, TUESDAY, "p2"); // measures nothing
      store.prune(TUESDAY.plusSeconds(1));

      assertThat(filled(store, TUESDAY.plusSeconds(9), "p2")).isEqualTo("10");
    }
  }

  private String filled(WorkStore store, Instant at, String parser) {
    Load load = store.begin(start(at), catalogue());
    load.add(tellers(ref("a", null, "a"), "3.67"), parser, List.of());
    long filled =
        load.figures().measure(UnaryOperator.identity(), true).stream()
            .filter(metric -> metric.name().equals(Metric.CELLS_FILLED))
            .mapToLong(metric -> metric.value().longValue())
            .sum();
    load.finish("loaded", at);
    return "" + filled;
  }
}
