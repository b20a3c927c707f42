package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.config.ConfigFolder;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.RunStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planned runs as they stand in the store, by real runs. */
class ScheduleCommandTest {
  private static final String STORE = "normalized/work/store.db";
  private static final String RUNS =
      "SELECT nominal_time, \"trigger\", status, sources, exit_code, pages_found FROM run"
          + " ORDER BY run_id";
  private static final String PAGE =
      """
      # Teller vs head teller

      | | Teller | Head Teller |
      |---|---|---|
      | Yearly salary | $27,490 | $32,292 |
      """;

  @TempDir private Path folder;

  private RealRun run;

  @BeforeEach
  void configuration() throws IOException {
    run = new RealRun(folder).file("p/a.md", PAGE);
    try (Stream<Path> files = Files.walk(Path.of("config"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        run.file(file.toString(), Files.readAllBytes(file));
      }
    }
    source("0 30 2 * * ?", "once");
  }

  private void source(String cron, String catchUp) {
    run.file(
        "config/sources/samples.yaml",
        """
        name: samples
        enabled: true
        files: [p]
        schedule: "%s"
        catchUp: %s
        """
            .formatted(cron, catchUp));
  }

  @Test
  void catchesUpOnceWithAllMissedNights() {
    run.execute("run", "--now", "2026-01-02T10:00:00Z");
    run.execute("schedule", "--due", "--now", "2026-01-05T09:00:00Z");
    assertThat(run.err).doesNotContain("unglue:");
    assertThat(run.code).isZero();
    run.execute("schedule", "--due", "--now", "2026-01-05T10:00:00Z");

    assertThat(run.query(STORE, RUNS))
        .containsExactly(
            "2026-01-02T10:00:00Z|manual|published|[\"samples\"]|0|1",
            "2026-01-05T02:30:00Z|catch_up|unchanged|[\"samples\"]|0|1");
  }

  @Test
  void catchesUpWithEachMissedNightWhereThatIsAsked() {
    source("0 30 2 * * ?", "each");
    run.execute("run", "--now", "2026-01-02T10:00:00Z");
    run.execute("schedule", "--due", "--now", "2026-01-05T09:00:00Z");
    run.execute("run", "--now", "2026-01-06T10:00:00Z");
    run.execute("schedule", "--due", "--now", "2026-01-06T11:00:00Z");

    assertThat(run.query(STORE, RUNS))
        .extracting(row -> row.substring(0, row.indexOf("|unchanged|") + 1))
        .containsExactly(
            "",
            "2026-01-03T02:30:00Z|catch_up|",
            "2026-01-04T02:30:00Z|catch_up|",
            "2026-01-05T02:30:00Z|catch_up|",
            "2026-01-06T10:00:00Z|manual|",
            "2026-01-06T02:30:00Z|catch_up|");
  }

  @Test
  void leavesARowThatSaysWhoWasInTheWay() {
    run.execute("run", "--now", "2026-01-02T10:00:00Z");
    try (WorkStore held = WorkStore.open(folder.resolve("normalized"))) {
      assertThat(held.runs().last()).isPresent();
      run.execute("run", "--now", "2026-01-03T10:00:00Z");
      assertThat(run.code).isEqualTo(5);
      // Two looks at one night make one row.
      run.execute("schedule", "--due", "--now", "2026-01-03T11:00:00Z");
      run.execute("schedule", "--due", "--now", "2026-01-03T11:00:00Z");
      assertThat(run.code).isEqualTo(5);

      assertThat(run.query(STORE, RUNS))
          .containsExactly(
              "2026-01-02T10:00:00Z|manual|published|[\"samples\"]|0|1",
              "2026-01-03T10:00:00Z|manual|skipped|[\"samples\"]|5|",
              "2026-01-03T02:30:00Z|catch_up|skipped|[\"samples\"]|5|");
    }
    assertThat(run.query(STORE, "SELECT reason FROM run WHERE run_id = 2").get(0))
        .matches(
            "the store is in use: another run holds the lock \\(pid "
                + ProcessHandle.current().pid()
                + ", started_at \\S+, host \\S+\\) at \\S+; wait until it is done");
    run.execute("status", "--now", "2026-01-03T12:00:00Z");
    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains("2026-01-03T10:00:00Z  skipped", "     the store is in use: another run holds");
    run.execute("schedule", "--due", "--now", "2026-01-03T13:00:00Z");
    assertThat(run.query(STORE, RUNS).get(3))
        .isEqualTo("2026-01-03T02:30:00Z|catch_up|unchanged|[\"samples\"]|0|1");
  }

  @Test
  void leavesTheRowToTheHolderWhereThatIsWriting() {
    run.execute("run", "--now", "2026-01-02T10:00:00Z");
    Instant at = Instant.parse("2026-01-03T09:00:00Z");
    String uuid;
    try (WorkStore held = WorkStore.open(folder.resolve("normalized"))) {
      uuid =
          held.begin(
                  new RunStart("manual", at, at, "1", "c".repeat(64)),
                  ConfigFolder.loadDefault().catalogue())
              .runUuid();
      run.execute("run", "--now", "2026-01-03T10:00:00Z");
      assertThat(run.code).isEqualTo(5);
      assertThat(run.query(STORE, RUNS)).hasSize(1);
    }

    assertThat(run.query(STORE, "SELECT status, reason LIKE '%, run " + uuid + ")%' FROM run"))
        .containsExactly("published|", "skipped|1");
    assertThat(run.query(STORE, "SELECT started_at FROM run WHERE run_id = 2"))
        .containsExactly("2026-01-03T10:00:00Z");
    assertThat(folder.resolve("normalized/work/skipped")).isEmptyDirectory();
  }

  @Test
  void saysThatNothingIsPlanned() {
    run.file("config/sources/samples.yaml", "name: samples\nenabled: true\nfiles: [p]\n")
        .execute("schedule");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: nothing is planned: expected an enabled source with a schedule, found none;"
                + " give it one in sources/NAME.yaml\n");
  }

  /** Waits until the store holds so many planned runs. */
  private void await(Process process, int runs) throws InterruptedException {
    String sql = "SELECT count(*) >= " + runs + " FROM run WHERE \"trigger\" <> 'manual'";
    while (process.isAlive() && !run.query(STORE, sql).contains("1")) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void staysUntilItIsToldToGoAndTakesOverFromOneThatWasKilled() throws Exception {
    run.execute("run");
    source("* * * * * ?", "once");
    Process killed = run.process("schedule").start();
    await(killed, 1);
    killed.destroyForcibly().waitFor();

    Process stopped = run.process("schedule").start();
    await(stopped, run.query(STORE, RUNS).size());
    stopped.destroy();

    assertThat(stopped.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(stopped.exitValue()).isEqualTo(143);
    assertThat(run.query(STORE, "SELECT DISTINCT status FROM run ORDER BY 1"))
        .isSubsetOf("published", "unchanged");
    assertThat(run.query(STORE, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Files.readString(folder.resolve("err.txt")))
        .contains("unglue schedule: samples runs next 20")
        .doesNotContain("Exception");
  }
}
