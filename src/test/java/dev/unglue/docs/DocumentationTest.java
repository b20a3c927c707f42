package dev.unglue.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {
  private static final Path CODE = Path.of("src/main/java/dev/unglue");
  private static final Path DOCS = Path.of("src/docs");
  private static final int MOST_README_LINES = 140;

  @TempDir Path folder;

  // --- links ----------------------------------------------------------------------------------

  @Test
  void pointsToFilesAndHeadingsThatExist() {
    List<String> broken = new ArrayList<>();
    for (Markdown document : Markdown.all()) {
      for (String link : document.links()) {
        if (!link.matches("(?i)[a-z]+:.*") && !leadsSomewhere(document, link)) {
          broken.add(document.file() + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Markdown document, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target =
        path.isEmpty() ? document.file() : document.file().resolveSibling(path).normalize();
    return Files.exists(target)
        && (hash < 0 || Markdown.of(target).anchors().contains(link.substring(hash + 1)));
  }

  @Test
  void isReachedFromTheReadmeOrFromTheArchitecture() throws IOException {
    List<String> linked = new ArrayList<>();
    for (Path from : List.of(Path.of("README.md"), DOCS.resolve("ARCHITECTURE.md"))) {
      Markdown.of(from).links().stream()
          .map(link -> link.replaceAll("#.*", ""))
          .map(link -> from.resolveSibling(link).normalize().toString().replace('\\', '/'))
          .forEach(linked::add);
    }
    try (Stream<Path> documents = Files.walk(DOCS)) {
      assertThat(documents.filter(path -> path.toString().endsWith(".md")))
          .extracting(path -> path.toString().replace('\\', '/'))
          .isSubsetOf(linked);
    }
  }

  // --- what the documents must name -----------------------------------------------------------

  @Test
  void explainsEachKeyOfTheConfiguration() {
    Map<String, Set<String>> keys = ConfigKeys.byFile(folder);
    Markdown configuration = Markdown.of(DOCS.resolve("CONFIGURATION.md"));

    assertThat(keys.keySet())
        .containsExactly(
            "alerts.yaml",
            "attributes.yaml",
            "confidence.yaml",
            "fetch.yaml",
            "gate.yaml",
            "rules.yaml",
            "sources/site.yaml",
            "statements.yaml",
            "weights.yaml");
    keys.forEach(
        (file, names) -> {
          String section = configuration.section(file.replace("site", "NAME"));
          assertThat(names)
              .allSatisfy(name -> assertThat(section).contains("\n| `" + name + "` | "));
        });
  }

  @Test
  void explainsEachFileOfTheConfiguration() throws IOException {
    String text = Markdown.of(DOCS.resolve("CONFIGURATION.md")).text();
    try (Stream<Path> files = Files.walk(Path.of("config"))) {
      assertThat(files.filter(Files::isRegularFile))
          .extracting(file -> file.getFileName().toString())
          .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }
  }

  @Test
  void tellsOfEachPackage() throws IOException {
    String text = Markdown.of(DOCS.resolve("ARCHITECTURE.md")).text();
    try (Stream<Path> rooms = Files.list(CODE)) {
      assertThat(rooms.filter(Files::isDirectory))
          .extracting(room -> room.getFileName().toString())
          .allSatisfy(
              room ->
                  assertThat(text).contains("[`" + room + "`](../main/java/dev/unglue/" + room));
    }
  }

  @Test
  void numbersTheDecisionsWithoutAGap() throws IOException {
    try (Stream<Path> files = Files.list(DOCS.resolve("decisions"))) {
      List<Path> decisions = files.sorted().toList();
      for (int i = 0; i < decisions.size(); i++) {
        Markdown decision = Markdown.of(decisions.get(i));
        String number = "%03d".formatted(i + 1);
        assertThat(decision.file().getFileName().toString()).startsWith(number + "-");
        assertThat(decision.lines().get(0)).startsWith("# " + number + " ");
        assertThat(decision.lines()).contains("## Context", "## Decision", "## Consequences");
      }
      assertThat(decisions).hasSizeGreaterThan(7);
    }
  }

  @Test
  void holdsTheReadmeToTwoScreens() {
    assertThat(Markdown.readme().lines()).hasSizeLessThan(MOST_README_LINES);
  }
}
