package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schedule as a process of its own that is asked to end in the middle of a night. */
class ScheduleProcessTest {
  private static final String STORE = "normalized/work/store.db";
  private static final int PAGES = 60;
  private static final String EACH_SECOND = "* * * * * ?";

  @TempDir private Path folder;
  private final SlowSite site = new SlowSite();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Process> started = new ArrayList<>();
  private RealRun run;

  @BeforeEach
  void configure() {
    run = new RealRun(folder).ownConfig();
    run.file("list.txt", String.join("\n", site.addresses(PAGES)));
    source(EACH_SECOND);
  }

  private void source(String schedule) {
    run.file(
        "config/sources/site.yaml",
        """
        name: site
        enabled: true
        contact: me@example.org
        urlFile: list.txt
        schedule: "%s"
        fetch: {delay: 0s, latencyFactor: 0, retries: 0, allowPrivateAddresses: true}
        """
            .formatted(schedule));
  }

  /** What a test that fails has left behind must not go on for ever. */
  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
    over.countDown();
    site.close();
  }

  /** Starts the schedule; from the eleventh request on, the site waits with half a page. */
  private Process inTheMiddleOfItsNight(CountDownLatch release, String... args) throws Exception {
    CountDownLatch under = new CountDownLatch(2);
    site.watch(
        (stage, request) -> {
          if (stage == SlowSite.Stage.HALF && request > 10) {
            under.countDown();
            await(release);
            await(over, 100); // the rest of the site takes longer than any signal
          }
        });
    Process process = start(args);
    assertThat(under.await(2, TimeUnit.MINUTES)).isTrue();
    return process;
  }

  private Process start(String... args) throws IOException {
    Process process = run.process(args).start();
    started.add(process);
    return process;
  }

  private static void await(CountDownLatch latch) {
    await(latch, TimeUnit.MINUTES.toMillis(2));
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> kept() {
    return new RawCaptures(folder.resolve("raw")).list().stream().map(HeldCapture::url).toList();
  }

  private void goOnByHand() {
    site.watch((stage, request) -> {});
    run.execute("run", "--source", "site");
    assertThat(run.code).as(run.err).isZero();
    assertThat(kept()).containsExactlyInAnyOrderElementsOf(site.addresses(PAGES));
    assertThat(run.query(STORE, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void finishesThePagesUnderWayAndLeavesTheRestOfTheNightPlanned() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Process process = inTheMiddleOfItsNight(release, "schedule");

    process.destroy(); // SIGTERM
    release.countDown();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    List<String> asked = site.asked();
    assertThat(asked).hasSizeBetween(12, PAGES - 1).doesNotHaveDuplicates();
    assertThat(kept()).containsExactlyInAnyOrderElementsOf(asked);
    assertThat(run.query(STORE, "SELECT status, exit_code, reason FROM run"))
        .containsExactly(
            "broken|3|the run was stopped while it fetched; run it again to go on with what is"
                + " left");
    assertThat(run.query(STORE, "SELECT outcome, count(*) FROM fetch GROUP BY 1"))
        .containsExactly("captured|" + asked.size(), "skipped|" + (PAGES - asked.size()));
    goOnByHand();
    assertThat(site.asked()).containsExactlyInAnyOrderElementsOf(site.addresses(PAGES));
  }

  @Test
  void endsAfterItsGraceWhateverIsUnderWayAndLosesNoFinishedPage() throws Exception {
    Process process = inTheMiddleOfItsNight(over, "schedule", "--grace", "1");

    process.destroy();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(site.asked()).hasSize(12);
    assertThat(kept()).containsExactlyInAnyOrderElementsOf(site.asked().subList(0, 10));
    goOnByHand();
  }

  @Test
  void refusesABrokenConfigurationBetweenRunsAndTakesAGoodOne() throws Exception {
    run.file("list.txt", site.addresses(1).get(0));
    Process process = start("schedule");
    until(process, () -> runs("status IN ('published', 'unchanged')") > 0);

    source("* * * *"); // too few fields
    until(process, () -> said().contains("is refused, the last good one stays:\n"));
    long before = runs("status = 'unchanged'");
    until(process, () -> runs("status = 'unchanged'") > before);
    assertThat(said())
        .contains(
            """
            unglue: the configuration was changed and is refused, the last good one stays:
            config/sources/site.yaml:5: schedule: expected a Quartz cron of 6 or 7 fields (second \
            minute hour day month weekday [year]), found "* * * *" with 4
            """);

    run.file("list.txt", String.join("\n", site.addresses(3)));
    source(EACH_SECOND);
    until(process, () -> runs("pages_found = 3") > 0);
    process.destroy();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(runs("status NOT IN ('published', 'unchanged', 'broken')")).isZero();
    assertThat(said()).doesNotContain("Exception");
  }

  private long runs(String where) {
    return Files.exists(folder.resolve(STORE))
            && Files.exists(folder.resolve("normalized/unglue.db"))
        ? Long.parseLong(run.query(STORE, "SELECT count(*) FROM run WHERE " + where).get(0))
        : 0;
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("err.txt")).replace(System.lineSeparator(), "\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void until(Process process, BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!done.getAsBoolean()) {
      assertThat(process.isAlive()).isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
