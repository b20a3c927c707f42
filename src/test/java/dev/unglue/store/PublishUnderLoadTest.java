package dev.unglue.store;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.program.ChildJvm;
import dev.unglue.publish.Publication;
import dev.unglue.publish.Publisher;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers in processes of their own, while a hundred nights are published. */
class PublishUnderLoadTest {
  private static final int PUBLISHES = 100;
  private static final int READERS = 2;

  /** What a shell does in a loop; any error ends it. */
  private static final String SHELL =
      """
      cd "$1"; touch reads-shell
      while [ ! -e stop ]; do
        found=$(sqlite3 unglue.db 'SELECT (SELECT count(*) FROM run) = (SELECT count(*) FROM capture)') || exit 1
        [ "$found" = 1 ] || exit 2
        sleep 0.02
      done
      echo read true
      """;

  @TempDir Path out;

  /** A folder for each reader: where they share one, each may clear away what another does. */
  @TempDir Path libraries;

  @Test
  void readersNeverSeeAnErrorOrHalfALoad() throws Exception {
    try (WorkStore store = WorkStore.open(out)) {
      night(store, 0);
      List<Process> readers = readers();
      await(readers.size());
      for (int i = 1; i < PUBLISHES; i++) {
        night(store, i);
      }
      Files.createFile(out.resolve("stop"));
      for (Process reader : readers) {
        assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).isEqualTo("read true");
        assertThat(reader.exitValue()).isZero();
      }
    }
    assertThat(Samples.rows(out.resolve("unglue.db"), "SELECT count(*) FROM run"))
        .containsExactly(Integer.toString(PUBLISHES));
    assertThat(ReadingProgram.matches(out.resolve("csv"))).isTrue();
  }

  private void night(WorkStore store, int i) {
    Samples.load(
        store, MONDAY.plusSeconds(i), tellers(ref("page " + i, null, "content " + i), "3.67"));
    Publication.publish(store, out);
  }

  private List<Process> readers() throws IOException {
    List<Process> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      List<String> command =
          new ArrayList<>(
              ChildJvm.ofTests(
                  "128m", ReadingProgram.class.getName(), out.toString(), Integer.toString(i)));
      Path library = Files.createDirectory(libraries.resolve(Integer.toString(i)));
      command.add(1, "-Dorg.sqlite.tmpdir=" + library);
      readers.add(process(command));
    }
    if (hasShell()) {
      readers.add(process(List.of("sh", "-c", SHELL, "sh", out.toString())));
    }
    return readers;
  }

  private static Process process(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static boolean hasShell() {
    try {
      Process shell = new ProcessBuilder("sqlite3", "-version").redirectErrorStream(true).start();
      shell.getInputStream().readAllBytes();
      return shell.waitFor() == 0;
    } catch (IOException e) {
      return false; // a machine without it
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await(int readers) throws IOException, InterruptedException {
    for (int i = 0; i < 6_000; i++) {
      try (var files = Files.list(out)) {
        if (files.filter(file -> file.getFileName().toString().startsWith("reads-")).count()
            == readers) {
          return;
        }
      }
      Thread.sleep(10);
    }
    throw new AssertionError("expected every reader to begin");
  }

  @Test
  void bringsAPublishToItsEndThatWasKilledBetweenDatabaseAndCsvs() throws IOException {
    try (WorkStore store = WorkStore.open(out)) {
      night(store, 0);
      Samples.load(store, MONDAY.plusSeconds(1), tellers(ref("b", null, "b"), "4"));
      Files.createFile(out.resolve("work/publishing"));
      Publisher.publish(store, out);
      Files.writeString(out.resolve("csv/facts.csv"), "half of a");
      assertThat(ReadingProgram.matches(out.resolve("csv"))).isFalse();

      Publication.recover(store, out);

      assertThat(ReadingProgram.matches(out.resolve("csv"))).isTrue();
      assertThat(Files.readString(out.resolve("csv/observations.csv"))).contains("\nb,");
      assertThat(out.resolve("work/publishing")).doesNotExist();
    }
  }

  @Test
  void saysWhatIsWrongWhereTheCsvsCannotBeWrittenAndMendsItNextTime() throws IOException {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", null, "a"), "4"));
      Files.writeString(out.resolve("csv"), "a file");

      assertThatThrownBy(() -> Publication.publish(store, out))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith(
              "cannot write the CSVs: expected a folder that may be written and has space, found");

      Files.delete(out.resolve("csv"));
      Publication.recover(store, out);
      assertThat(ReadingProgram.matches(out.resolve("csv"))).isTrue();
    }
  }
}
