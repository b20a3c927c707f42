package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.BackupJob;
import dev.unglue.publish.Publication;
import dev.unglue.publish.Publisher;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreLockedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final String CELLS =
      "SELECT attribute_id, state, block, layout, n FROM kept_cells WHERE n <> 0 ORDER BY 1, 2, 3, 4";

  @TempDir Path folder;

  private Path out;
  private Path backup;

  @BeforeEach
  void stored() {
    out = folder.resolve("out");
    backup = folder.resolve("backup");
    load(MONDAY, "3.67");
  }

  private void load(Instant at, String satisfaction) {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, at, tellers(ref("a", at, satisfaction), satisfaction));
      Publication.publish(store, out);
    }
  }

  private static Path store(Path out) {
    return new StorePlace(out).store();
  }

  private static List<String> runs(Path out) {
    return rows(new StorePlace(out).published(), "SELECT run_id FROM run");
  }

  @Test
  void copiesTheStoreAsItIsWhileARunIsOnAndBringsItBackElsewhere() throws Exception {
    Map<String, List<String>> before = Samples.dump(store(out));
    Process other = new LoadingProcess(out).start();
    try {
      assertThat(BackupJob.backup(out, backup))
          .containsExactly(
              backup.resolve("store.db"),
              backup.resolve("unglue.db"),
              backup.resolve("SHA256SUMS"));
      assertThatThrownBy(() -> BackupJob.restore(out, backup))
          .isInstanceOf(StoreLockedException.class);
      assertThatThrownBy(() -> StoreReplacement.rebuild(out))
          .isInstanceOf(StoreLockedException.class);
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly().waitFor();
    }
    Path elsewhere = folder.resolve("elsewhere");

    assertThat(BackupJob.restore(elsewhere, backup)).isEmpty();

    assertThat(Samples.dump(store(elsewhere))).isEqualTo(before);
    assertThat(elsewhere.resolve("unglue.db")).hasSameBinaryContentAs(out.resolve("unglue.db"));
    assertThat(elsewhere.resolve("csv/facts.csv"))
        .hasSameBinaryContentAs(out.resolve("csv/facts.csv"));
    WorkStore.open(elsewhere).close();
  }

  @Test
  void keepsWhatABackupReplaces() {
    BackupJob.backup(out, backup);
    load(Samples.TUESDAY, "4.25");
    assertThat(runs(out)).containsExactly("1", "2");

    assertThat(BackupJob.restore(out, backup))
        .containsExactly(
            out.resolve("work/store.db.replaced-1"), out.resolve("unglue.db.replaced-1"));

    assertThat(runs(out)).containsExactly("1");
    assertThat(rows(store(out), "SELECT run_id FROM run")).containsExactly("1");
    assertThat(rows(out.resolve("unglue.db.replaced-1"), "SELECT run_id FROM run"))
        .containsExactly("1", "2");
    assertThat(rows(out.resolve("work/store.db.replaced-1"), "SELECT run_id FROM run"))
        .containsExactly("1", "2");
    load(Samples.TUESDAY, "4.25");
    assertThat(runs(out)).containsExactly("1", "2");
  }

  @Test
  void takesAwayWhatTheBackupHadNotPublished() throws IOException {
    Files.delete(out.resolve("unglue.db"));
    BackupJob.backup(out, backup);
    load(Samples.TUESDAY, "4.25");

    assertThat(BackupJob.restore(out, backup)).hasSize(2);

    assertThat(out.resolve("unglue.db")).doesNotExist();
    assertThat(rows(store(out), "SELECT run_id FROM run")).containsExactly("1");
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.createDirectories(backup);
    BackupJob.backup(out, backup);

    assertThatThrownBy(() -> BackupJob.backup(out, backup))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "cannot back up: expected an empty folder or none, found something at "
                + backup
                + "; name another");
    assertThatThrownBy(() -> BackupJob.backup(folder.resolve("nothing"), folder.resolve("b")))
        .hasMessage(
            "nothing is stored: expected a work store in "
                + folder.resolve("nothing")
                + ", found none; run unglue run");
  }

  @Test
  void bringsNothingBackThatIsNotAsItWasWritten() throws IOException {
    assertThatThrownBy(() -> BackupJob.restore(out, backup))
        .hasMessage(
            "cannot restore: expected a backup with SHA256SUMS in it, found none at "
                + backup
                + "; name a folder that unglue backup has written");
    BackupJob.backup(out, backup);
    Path digests = backup.resolve("SHA256SUMS");
    String said = Files.readString(digests);
    Map<String, List<String>> before = Samples.dump(store(out));

    Files.writeString(digests, said.lines().skip(1).findFirst().orElseThrow() + "\n");
    assertThatThrownBy(() -> BackupJob.restore(out, backup))
        .hasMessage(
            "cannot restore: expected a line for store.db, found \"none\", at "
                + digests
                + "; the backup is not as it was written, take another");
    Files.writeString(digests, said + said.substring(0, 64) + "  ../other\n");
    assertThatThrownBy(() -> BackupJob.restore(out, backup))
        .hasMessageStartingWith(
            "cannot restore: expected a digest and the name of a file of a backup, found \"");
    Files.writeString(digests, said);
    Files.writeString(backup.resolve("store.db"), "cut");
    assertThatThrownBy(() -> BackupJob.restore(out, backup))
        .hasMessage(
            "cannot restore: expected a file with SHA-256 "
                + said.substring(0, 64)
                + ", found \"SHA-256 378bfce5cda2599a6cda399f1cacef861e4e575ec794744dcf0e55e9c4780633\", at "
                + backup.resolve("store.db")
                + "; the backup is not as it was written, take another");
    Files.delete(backup.resolve("store.db"));
    assertThatThrownBy(() -> BackupJob.restore(out, backup))
        .hasMessageContaining(", found \"none\", at ");

    assertThat(Samples.dump(store(out))).isEqualTo(before);
    assertThat(runs(out)).containsExactly("1");
  }

  // --- what an older version has published -------------------------------------------------------

  @Test
  void makesAStoreOfThisVersionFromWhatAnOlderOneHasPublished() throws SQLException {
    Path older = folder.resolve("older");
    Path published = older.resolve(Publisher.FILE);
    older.toFile().mkdirs();
    Schema.prepare(published, 13);
    try (Connection connection = Sql.openForWriting(published)) {
      for (String sql :
          List.of(
              "INSERT INTO run (run_id, run_uuid, \"trigger\", started_at, finished_at, status, tool_version,"
                  + " config_sha256, nominal_time, seen_at) VALUES (7, 'u', 'manual', '2026-01-05T02:30:00Z',"
                  + " '2026-01-05T02:30:00Z', 'published', '0', '', '2026-01-05T02:30:00Z', '2026-01-05T02:30:00Z')",
              "INSERT INTO attribute VALUES ('pay', 'Pay', 'money', 'USD', NULL, NULL, 1, 1)",
              "INSERT INTO subject VALUES (3, 'occupation', 'teller', 'Teller')",
              "INSERT INTO capture (capture_id, run_id, source, page, seen_at, raw_sha256, content_sha256,"
                  + " media_type, layout, page_kind, raw_path, raw_offset, parser_version, parse_status)"
                  + " VALUES (5, 7, 's', 'p', '2026-01-05T02:30:00Z', '"
                  + "a".repeat(64)
                  + "', '', '', 'html',"
                  + " 'other', 'f', 0, '1', 'ok')",
              "INSERT INTO observation VALUES (9, 5, 3, 'pay', '', 0, 'overview', 'value', 12, NULL, '12', 0, 2,"
                  + " 'whole', 1, NULL, NULL)",
              "INSERT INTO fact VALUES (3, 'pay', '', 0, '2026-01-05T02:30:00Z', NULL, 12, NULL, 'agreed', 1, 0,"
                  + " 1, 7)",
              "DROP TABLE kept_doubt_cell",
              "DROP TABLE kept_doubt_subject",
              "DROP TABLE kept_doubt_row",
              "DROP TABLE kept_doubt_field",
              "DROP TABLE kept_doubt_capture",
              "DROP TABLE flyway_schema_history")) {
        Sql.execute(connection, sql);
      }
    }

    assertThat(StoreReplacement.rebuild(older)).isEmpty();

    try (WorkStore store = WorkStore.open(older)) {
      assertThat(store.counts().openFacts()).isEqualTo(1);
      assertThat(store.counts().observationsByState()).isEqualTo(Map.of("value", 1L));
    }
    assertThat(rows(store(older), "PRAGMA user_version"))
        .containsExactly(Integer.toString(Schema.VERSION));
    assertThat(rows(store(older), CELLS)).containsExactly("pay|value|0|html|1");
    assertThat(rows(store(older), "PRAGMA foreign_key_check")).isEmpty();
  }

  @Test
  void refusesToRebuildFromAPublishedFileThatIsDamaged() throws IOException {
    Path published = out.resolve("unglue.db");
    byte[] bytes = Files.readAllBytes(published);
    Arrays.fill(bytes, 4_096 * 5, 4_096 * 9, (byte) 7);
    Files.write(published, bytes);
    Map<String, List<String>> before = Samples.dump(store(out));

    assertThatThrownBy(() -> StoreReplacement.rebuild(out))
        .hasMessageStartingWith("cannot rebuild the store")
        .hasMessageEndingWith("unglue restore brings a backup back");
    assertThat(Samples.dump(store(out))).isEqualTo(before);
    assertThat(out.resolve("work/store.db.new")).doesNotExist();
  }
}
