package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fetches in processes of their own that are asked to end, killed, or started twice. */
class FetchProcessTest {
  private static final long SEED = 20261123;
  private static final int KILLS = 5;
  private static final int PAGES = 100;

  @TempDir private Path folder;
  private final SlowSite site = new SlowSite();
  private RealRun files;

  @BeforeEach
  void configure() {
    files = new RealRun(folder).ownConfig();
    files.file("list.txt", String.join("\n", site.addresses(PAGES)));
    files.file(
        "config/sources/site.yaml",
        """
        name: site
        enabled: true
        contact: me@example.org
        urlFile: list.txt
        fetch: {delay: 0s, latencyFactor: 0, retries: 0, timeout: 5m, allowPrivateAddresses: true}
        """);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** In this process: what comes after signals and kills needs none of its own. */
  private void goOn() {
    files.now = Instant.now(); // as the processes have it
    files.execute("fetch");
    assertThat(files.code).as(files.err).isZero();
  }

  private String said(String file) throws IOException {
    return Files.readString(folder.resolve(file)).replace(System.lineSeparator(), "\n");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> stored() {
    return new RawCaptures(folder.resolve("raw")).list().stream().map(HeldCapture::url).toList();
  }

  // --- asked to end ---------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void finishesWhatIsUnderWayWhenItIsAskedToEndAndGoesOnTheNextTime(String signal, int code)
      throws Exception {
    // What runs behind a shell without job control, and so all that it starts, is deaf to Ctrl-C.
    assumeThat(isHeard(signal)).as("a process started here hears SIG" + signal).isTrue();
    CountDownLatch under = new CountDownLatch(2);
    CountDownLatch signalled = new CountDownLatch(1);
    site.watch(
        (stage, request) -> {
          if (stage == SlowSite.Stage.HALF && request > 10) {
            under.countDown();
            await(signalled);
            pause(100); // the rest of the site takes longer than any signal
          }
        });

    Process process = files.process("fetch").start();
    await(under);
    new ProcessBuilder("kill", "-s", signal, String.valueOf(process.pid())).start().waitFor();
    signalled.countDown();
    assertThat(end(process)).isEqualTo(code);

    List<String> fetched = site.asked();
    assertThat(fetched).hasSizeBetween(12, PAGES - 1).doesNotHaveDuplicates();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(fetched);
    assertThat(said("out.txt"))
        .contains("planned     100\ncaptured    " + fetched.size() + "\n")
        .endsWith("Stopped before the end; unglue fetch goes on with what is left.\n");
    assertThat(
            files.query(
                "normalized/work/store.db",
                "SELECT outcome, reason, count(*) FROM fetch WHERE run_id = 1 GROUP BY 1, 2"))
        .containsExactly(
            "captured||" + fetched.size(),
            "skipped|the run was stopped; still planned|" + (PAGES - fetched.size()));

    site.watch((stage, request) -> {});
    goOn();
    assertThat(site.asked()).containsExactlyInAnyOrderElementsOf(site.addresses(PAGES));
    assertThat(outcomes(2)).containsExactly("captured|" + PAGES);
  }

  @Test
  void endsSoonThoughVeryManyAddressesAreStillPlanned() throws Exception {
    files.file("list.txt", String.join("\n", site.addresses(30_000)));
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch signalled = new CountDownLatch(1);
    site.watch(
        (stage, request) -> {
          under.countDown();
          await(signalled);
          pause(100);
        });

    Process process = files.process("fetch").start();
    await(under);
    new ProcessBuilder("kill", "-s", "TERM", String.valueOf(process.pid())).start().waitFor();
    signalled.countDown();
    assertThat(end(process)).isEqualTo(143);

    assertThat(outcomes(1)).contains("skipped|10000");
    assertThat(said("err.txt")).contains(" more addresses are still planned, without rows\n");
  }

  /** By the signals that this process ignores, for those that it starts inherit them. */
  private static boolean isHeard(String signal) throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring(7).strip())
            .findFirst()
            .orElseThrow();
    int number = signal.equals("INT") ? 2 : 15;
    return (Long.parseUnsignedLong(ignored, 16) >> (number - 1) & 1) == 0;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> outcomes(int run) {
    return files.query(
        "normalized/work/store.db",
        "SELECT outcome, count(*) FROM fetch WHERE run_id = " + run + " GROUP BY 1");
  }

  // --- killed ---------------------------------------------------------------------------------

  @Test
  void losesNoFinishedPageHoweverOftenItIsKilled() throws Exception {
    Random random = new Random(SEED);
    Set<String> finished = new HashSet<>();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < KILLS; i++) {
      int before = site.asked().size();
      kill(before + 1 + random.nextInt(12), random);

      List<String> asked = site.asked().subList(before, site.asked().size());
      assertThat(Collections.disjoint(asked, kept)).as("asked again, seed " + SEED).isTrue();
      finished.addAll(asked);
      // a host is asked for its next page once the one before is kept
      site.lastOfEachHost(before).values().forEach(finished::remove);
      kept = new HashSet<>(stored());
      assertThat(kept).as("lost, seed " + SEED).containsAll(finished);
    }

    site.watch((stage, request) -> {});
    int before = site.asked().size();
    goOn();
    List<String> rest = new ArrayList<>(site.addresses(PAGES));
    rest.removeAll(kept);
    assertThat(site.asked().subList(before, site.asked().size()))
        .containsExactlyInAnyOrderElementsOf(rest);
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(site.addresses(PAGES));
    assertThat(files.out).contains("planned     100\ncaptured    100\n");
    assertThat(outcomes(1)).containsExactly("captured|" + PAGES);
    files.execute("raw", "verify");
    assertThat(files.code).isZero();
  }

  /** Starts a fetch and kills it at some moment of some request. */
  private void kill(int atRequest, Random random) throws Exception {
    SlowSite.Stage at =
        List.of(SlowSite.Stage.values()).get(random.nextInt(SlowSite.Stage.values().length));
    int millis = random.nextInt(20);
    CompletableFuture<Process> process = new CompletableFuture<>();
    site.watch(
        (stage, request) -> {
          if (stage == at && request == atRequest) {
            pause(millis);
            process.join().destroyForcibly();
          } else if (request > atRequest) {
            pause(5); // leaves something to do for the next one
          }
        });
    process.complete(files.process("fetch").start());
    assertThat(end(process.join())).as("killed").isEqualTo(137);
  }

  // --- started twice --------------------------------------------------------------------------

  @Test
  void refusesASecondFetchIntoOneRawStore() throws Exception {
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    site.watch(
        (stage, request) -> {
          under.countDown();
          await(refused);
        });
    Process first = files.process("fetch").start();
    await(under);

    files.execute("fetch", "--out", "other");

    assertThat(files.code).isEqualTo(5);
    assertThat(files.out).isEmpty();
    assertThat(files.err)
        .matches(
            "unglue: the raw store is in use: another fetch or import holds the lock"
                + " \\(pid %d, started_at [^)]+\\) at .*raw.lock; wait until it is done\n"
                    .formatted(first.pid()));
    assertThat(site.asked()).hasSizeLessThanOrEqualTo(SlowSite.HOSTS.size());
    first.destroyForcibly().waitFor();
    refused.countDown();
    site.watch((stage, request) -> {});
    files.execute("fetch", "--out", "other");
    assertThat(files.code).isZero();
  }
}
