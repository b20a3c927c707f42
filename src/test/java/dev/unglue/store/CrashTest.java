package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.store.sql.StoreLockedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  @TempDir Path out;

  @Test
  void aProcessThatDiesInItsLoadLeavesTheStoreAsItWasAndGivesTheLockBack() throws Exception {
    Path file = out.resolve("work/store.db");
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", null, "a"), "3.67"));
    }
    Map<String, List<String>> before = Samples.dump(file);
    Process other = new LoadingProcess(out).start();
    try {
      assertThatThrownBy(() -> WorkStore.open(out))
          .isInstanceOf(StoreLockedException.class)
          .hasMessageStartingWith(
              "the store is in use: another run holds the lock (pid "
                  + other.pid()
                  + ", started_at ")
          .hasMessageEndingWith(") at " + out.resolve("work/lock") + "; wait until it is done");
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (WorkStore store = WorkStore.open(out)) {
      assertThat(store.runs().last().orElseThrow().runId()).isEqualTo(1);
    }
    assertThat(Samples.dump(file)).isEqualTo(before);
    assertThat(rows(file, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void oneProcessDoesNotOpenTheStoreTwice() {
    try (WorkStore store = WorkStore.open(out)) {
      assertThat(store.file()).exists();
      assertThatThrownBy(() -> WorkStore.open(out)).isInstanceOf(StoreLockedException.class);
    }
    WorkStore.open(out).close();
  }
}
