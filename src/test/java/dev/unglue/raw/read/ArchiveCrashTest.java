package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.program.ChildJvm;
import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawStore;
import dev.unglue.raw.archive.RawStoreLockedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed while they write. */
class ArchiveCrashTest {
  private static final int KILLS = 12;
  private static final String OPEN = "open .";

  @TempDir Path raw;

  @Test
  void aProcessThatIsKilledLosesNoPageThatItCalledDone() throws Exception {
    Random random = new Random(20260131);
    Set<String> done = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      done.addAll(runAndKill(random.nextLong(), random.nextInt(15), random.nextInt(4)));
      try (RawStore store = RawStore.open(raw);
          RawArchive archive = store.archive("site", Exchanges.RUN.plusSeconds(60), Map.of())) {
        assertThat(archive.path()).hasFileName("site-20260131T023000Z.warc.gz");
        List<String> held = archive.held().stream().map(HeldCapture::url).toList();
        assertThat(held).as("after kill %d", kill).containsAll(done).doesNotHaveDuplicates();
        assertThat(StrictWarc.check(archive.path()).breaches()).as("after kill %d", kill).isEmpty();
      }
    }
    runToTheEnd();

    Path file = raw.resolve("site/site-20260131T023000Z.warc.gz");
    StrictWarc warc = StrictWarc.check(file);
    assertThat(warc.breaches()).isEmpty();
    assertThat(warc.ofType("response"))
        .extracting(rec -> rec.get("WARC-Target-URI"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ArchivingProgram.PAGES)
                .mapToObj(ArchivingProgram::url)
                .collect(Collectors.toList()));
    assertThat(StoreFolder.isUnfinished(file)).isFalse();
  }

  /** Lets a process keep some pages and kills it; the pages that it called done. */
  private List<String> runAndKill(long seed, int lines, int millis) throws Exception {
    Process process = start(seed);
    List<String> done = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      awaitOpen(out);
      for (int i = 0; i < lines; i++) {
        take(String.valueOf(out.readLine()), done);
      }
      Thread.sleep(millis);
      process.toHandle().destroyForcibly(); // the process itself would close its streams, too
      String line = out.readLine();
      while (line != null) {
        take(line, done);
        line = out.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return done;
  }

  private void runToTheEnd() throws Exception {
    Process process = start(1);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.lines().toList()).endsWith("finished .");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** A line without its last sign was cut by the kill itself. */
  private static void take(String line, List<String> done) {
    if (line.startsWith("https:") && line.endsWith(" .")) {
      done.add(line.substring(0, line.length() - 2));
    }
  }

  private Process start(long seed) throws IOException {
    return new ProcessBuilder(
            ChildJvm.ofTests(
                "128m", ArchivingProgram.class.getName(), raw.toString(), Long.toString(seed)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitOpen(BufferedReader out) throws IOException {
    assertThat(out.readLine()).isEqualTo(OPEN);
  }

  @Test
  void theLockOfAProcessDiesWithIt() throws Exception {
    Process other = start(7);
    try (BufferedReader out = other.inputReader()) {
      awaitOpen(out);
      assertThatThrownBy(() -> RawStore.open(raw))
          .isInstanceOf(RawStoreLockedException.class)
          .hasMessageMatching(
              "the raw store is in use: another fetch or import holds the lock \\(pid "
                  + other.pid()
                  + ", started_at "
                  + other.info().startInstant().orElseThrow()
                  + ", host [^)]+\\) at "
                  + raw.resolve("lock")
                  + "; wait until it is done");
    } finally {
      other.destroyForcibly().waitFor();
    }
    RawStore.open(raw).close();
  }
}
