package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden test cases that {@code unglue raw fixture} writes: each page is read to what its
 * {@code .expected.json} says. {@code -Dgolden.update=true} writes that anew.
 */
class FixturesGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures");
  private static final String EXPECTED = ".expected.json";

  static List<Path> expectations() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(EXPECTED)).sorted().toList();
    }
  }

  @Test
  void thereAreFixtures() throws IOException {
    assertThat(expectations()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void readsAPageAsBefore(Path expected) throws IOException {
    String page = expected.toString().replaceFirst("\\.expected\\.json$", "");
    String read = new RealRun(Path.of("")).execute("parse", "--format", "json", page).out;
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, read);
    }
    assertThat(read).isEqualTo(Files.readString(expected));
  }
}
