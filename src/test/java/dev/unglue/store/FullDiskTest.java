package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.PARSER;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.start;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.value.Severity;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite answers a page limit as it answers a full disk. */
class FullDiskTest {
  @TempDir Path out;

  @Test
  void saysWhatToDoAndKeepsWhatWasStored() throws SQLException {
    Path file = out.resolve("work/store.db");
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", null, "a"), "3.67"));
      Map<String, List<String>> before = Samples.dump(file);
      long pages = Sql.number(store.connection(), "PRAGMA page_count");
      Sql.execute(store.connection(), "PRAGMA max_page_count = " + (pages + 4));
      Load load = store.begin(start(TUESDAY), catalogue());
      assertThatThrownBy(() -> addMany(load))
          .isInstanceOf(StoreException.class)
          .hasMessageMatching(
              "cannot store page \\d+: the disk is full; free some space and run again, what was"
                  + " stored before is whole");
      assertThatThrownBy(() -> load.finish("loaded", TUESDAY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "load: expected a whole one, found one that the store has failed; take it back");
      load.rollback();
      load.rollback();
      Load other = store.begin(start(TUESDAY), catalogue());
      assertThatThrownBy(
              () ->
                  other.addRuleResult(
                      "age_range", "A".repeat(100_000), Severity.WARN, 1, 0, "passed"))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("cannot store the result of age_range: the disk is full; ");
      other.rollback();
      assertThat(Samples.dump(file)).isEqualTo(before);
      Sql.execute(store.connection(), "PRAGMA max_page_count = 100000");
      Samples.load(store, TUESDAY, tellers(ref("b", null, "b"), "3.67"));
      assertThat(store.counts().pagesByLayout()).isEqualTo(Map.of("glued", 2L));
    }
  }

  private static void addMany(Load load) {
    for (int i = 0; i < 1_000; i++) {
      load.add(tellers(ref("page " + i, null, "content " + i), "4"), PARSER, List.of());
    }
  }
}
