package dev.unglue.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ARCHITECTURE.md says under "How to add" is followed by an example of each kind. */
class RecipesTest {
  private static final Path DOCUMENT = Path.of("src/docs/ARCHITECTURE.md");
  private static final Path MAIN = Path.of("src/main");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** A row of the table: what is added, the files of main that are named, words of an example. */
  record Recipe(String adds, Set<String> files, List<String> words) {
    static Recipe of(String row) {
      String[] cells = row.split(" \\| ");
      Set<String> files =
          all(LINK, cells[1]).stream()
              .map(link -> DOCUMENT.resolveSibling(link).normalize())
              .filter(file -> file.startsWith(MAIN))
              .map(RecipesTest::shown)
              .collect(Collectors.toCollection(TreeSet::new));
      return new Recipe(cells[0].replace("| ", ""), files, all(QUOTED, cells[2]));
    }

    @Override
    public String toString() {
      return adds;
    }
  }

  static List<Recipe> recipes() throws IOException {
    List<String> lines = Files.readAllLines(DOCUMENT);
    return lines
        .subList(lines.indexOf("## How to add"), lines.indexOf("## Threads and memory"))
        .stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| to add |"))
        .map(Recipe::of)
        .toList();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  void thereIsARecipeForEachKind() throws IOException {
    assertThat(recipes())
        .extracting(Recipe::adds)
        .containsExactly(
            "an attribute",
            "a type of cell",
            "a layout",
            "a source of evidence",
            "a rule",
            "a column of `observations.csv` and `v_observation`",
            "a command",
            "a format of source files");
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theExampleStandsInTheFilesThatAreNamedAndInNoOthers(Recipe recipe) throws IOException {
    Pattern words =
        Pattern.compile(
            recipe.words().stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    try (Stream<Path> files = Files.walk(MAIN)) {
      Set<String> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> words.matcher(read(file)).find())
              .map(RecipesTest::shown)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(found).isEqualTo(recipe.files());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(Path file) {
    return file.toString().replace('\\', '/');
  }
}
