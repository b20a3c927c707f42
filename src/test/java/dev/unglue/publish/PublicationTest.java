package dev.unglue.publish;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.ParsedPage;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Night after night: what a run has not changed is not written again, and all is as if it were. */
class PublicationTest {
  @TempDir Path out;

  @BeforeEach
  void publishFirstNight() {
    night(MONDAY, tellers(ref("a", null, "a"), "3.67"));
  }

  /** A run over these pages, as the main job has it. */
  private void night(Instant at, ParsedPage... pages) {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, at, pages);
      Publication.publishRun(store, out);
    }
  }

  @Test
  void aNightThatBringsNothingIsPublishedAsAWholePublishWouldBe() throws IOException {
    night(TUESDAY, tellers(ref("a", null, "a"), "3.67"));
    Map<String, List<String>> renewed = content(out.resolve("unglue.db"));
    Map<String, String> csv = csv();
    try (WorkStore store = WorkStore.open(out)) {
      Publication.publish(store, out);
    }
    assertThat(renewed).isEqualTo(content(out.resolve("unglue.db")));
    assertThat(renewed.get("run")).hasSize(2);
    assertThat(csv).isEqualTo(csv());
    assertThat(csv.get("runs.csv")).contains("2026-01-06T");
  }

  @Test
  void aNightThatBringsNothingWritesNoOtherFile() throws IOException {
    Map<String, Object> before = keys();
    night(TUESDAY, tellers(ref("a", null, "a"), "3.67"));
    assertThat(changed(before)).containsExactly("datapackage.json", "runs.csv");
  }

  @Test
  void aNightThatBringsSomethingWritesAllFiles() throws IOException {
    Map<String, Object> before = keys();
    night(TUESDAY, tellers(ref("a", null, "b"), "4"));
    assertThat(changed(before)).hasSameSizeAs(before.keySet());
  }

  @Test
  void aLaterSightingIsPublished() {
    night(TUESDAY, tellers(ref("w", MONDAY, "w"), "3.67"));
    night(TUESDAY.plus(Duration.ofDays(1)), tellers(ref("w", TUESDAY, "w"), "3.67"));
    assertThat(
            rows(
                out.resolve("unglue.db"),
                "SELECT page || ' ' || last_seen_at FROM capture ORDER BY 1"))
        .endsWith("w " + TUESDAY);
  }

  @Test
  void anotherFileInThePlaceOfThePublishedOneIsReplaced() throws IOException {
    Path old = Files.copy(out.resolve("unglue.db"), out.resolve("old.db"));
    night(TUESDAY, tellers(ref("b", null, "b"), "4"));
    Files.delete(out.resolve("unglue.db"));
    Files.move(old, out.resolve("unglue.db"));
    night(TUESDAY.plus(Duration.ofDays(1)), tellers(ref("b", null, "b"), "4"));
    assertThat(rows(out.resolve("unglue.db"), "SELECT page FROM capture ORDER BY 1"))
        .containsExactly("a", "b");
  }

  @Test
  void aFileThatIsAwayIsWrittenAgain() throws IOException {
    Files.delete(out.resolve("csv").resolve("facts.csv"));
    night(TUESDAY, tellers(ref("a", null, "a"), "3.67"));
    assertThat(out.resolve("csv").resolve("facts.csv")).exists();
    Files.delete(out.resolve("unglue.db"));
    night(TUESDAY.plus(Duration.ofDays(1)), tellers(ref("a", null, "a"), "3.67"));
    assertThat(rows(out.resolve("unglue.db"), "SELECT page FROM capture")).containsExactly("a");
  }

  @Test
  void whatAPublishThatFailedHasLeftIsPublishedByTheNextNight() {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, TUESDAY, tellers(ref("b", null, "b"), "4"));
    }
    night(TUESDAY.plus(Duration.ofDays(1)), tellers(ref("b", null, "b"), "4"));
    assertThat(rows(out.resolve("unglue.db"), "SELECT page FROM capture ORDER BY 1"))
        .containsExactly("a", "b");
  }

  private static Map<String, List<String>> content(Path file) {
    Map<String, List<String>> content = Samples.dump(file);
    content.put("run", rows(file, "SELECT * FROM run"));
    return content;
  }

  private Map<String, String> csv() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files()) {
      texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  private Map<String, Object> keys() throws IOException {
    Map<String, Object> keys = new TreeMap<>();
    for (Path file : files()) {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      keys.put(file.getFileName().toString(), String.valueOf(is.fileKey()));
    }
    return keys;
  }

  private List<String> changed(Map<String, Object> before) throws IOException {
    Map<String, Object> after = keys();
    return before.keySet().stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("csv"))) {
      return files.sorted().toList();
    }
  }
}
