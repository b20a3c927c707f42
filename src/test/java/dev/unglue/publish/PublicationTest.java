package dev.unglue.publish;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.ParsedPage;
import dev.unglue.store.KeptNights;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Whatever the nights bring, the CSVs are as if they were written from nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsWrittenOfTheNewsAloneIsAsAWholeExportWritesIt(long seed) throws IOException {
    Path apart = out.resolve("apart");
    KeptNights nights = new KeptNights(seed, out);
    int spliced = 0;
    for (int night = 0; night < 20; night++) {
      try (WorkStore store = WorkStore.open(out)) {
        nights.night(store, load -> {});
        Path published = out.resolve(Publisher.FILE);
        spliced += CsvNews.of(published, store.file(), out.resolve("csv")).isPresent() ? 1 : 0;
        Publication.publishRun(store, out);
      }
      CsvExport.export(out.resolve(Publisher.FILE), apart);
      assertThat(csv()).as("night %d", night).isEqualTo(texts(apart));
    }
    assertThat(spliced).isPositive();
  }

  @Test
  void csvsOfAnotherFileAreWrittenAnew() throws IOException {
    manyPages();
    Path csv = out.resolve("csv");
    Path runs = csv.resolve("runs.csv");
    Files.writeString(runs, Files.readString(runs).replace("manual", "MANUAL"));
    Path observations = csv.resolve("observations.csv");
    Files.writeString(observations, Files.readString(observations).replace("Citi", "City"));
    night(TUESDAY, tellers(ref("p0", null, "other"), "4"));
    assertThat(observations).content().contains("Citi").doesNotContain("City");
  }

  @Test
  void rowsThatStayPassAsTheBytesThatTheyAre() throws IOException {
    manyPages();
    Path observations = out.resolve("csv").resolve("observations.csv");
    Files.writeString(observations, Files.readString(observations).replace("Citi", "City"));
    night(TUESDAY, tellers(ref("p0", null, "other"), "4"));
    assertThat(observations).content().contains("City").contains("Citi");
  }

  private void manyPages() {
    List<ParsedPage> pages = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pages.add(tellers(ref("p" + i, null, "" + i), "3.67"));
    }
    night(MONDAY.plus(Duration.ofHours(1)), pages.toArray(ParsedPage[]::new));
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
    return texts(out.resolve("csv"));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  private Map<String, Object> keys() throws IOException {
    Map<String, Object> keys = new TreeMap<>();
    for (Path file : files(out.resolve("csv"))) {
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

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
