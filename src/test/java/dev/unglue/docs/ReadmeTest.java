package dev.unglue.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unglue.docs.CommandLines.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows. {@code -Dgolden.update=true} writes the real output into it. */
class ReadmeTest {
  private static final String UNGLUE = "java -jar target/unglue.jar ";

  @TempDir Path folder;

  @Test
  void showsWhatItsCommandsPrint() throws IOException {
    Path samples = Path.of("raw/samples");
    assumeTrue(Files.isDirectory(samples), "no " + samples + ": the bundled pages are not at hand");
    copy(samples);
    copy(Path.of("config"));
    boolean sqlite = Shell.prints(folder, List.of("sqlite3", "-box", ":memory:", "SELECT 1"), "┌");

    String real =
        new Transcript(Markdown.readme().lines())
            .rerun(
                (command, shown) ->
                    sqlite || !command.startsWith("sqlite3 ") ? run(command) : shown);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(Path.of("README.md"), real);
    }
    assertThat(Path.of("README.md")).content().isEqualTo(real);
    assertThat(folder.resolve("normalized/unglue.db")).exists();
    namesEachCsvFile();
  }

  private static boolean isOurs(String command) {
    return command.startsWith(UNGLUE);
  }

  private String run(String command) {
    if (!isOurs(command)) {
      return Shell.run(folder, Shell.words(command), "");
    }
    int pipe = Shell.pipe(command);
    Said said = CommandLines.run(folder, Shell.words(command.substring(UNGLUE.length(), pipe)));
    assertThat(said.code()).as(command + "\n" + said.err()).isZero();
    return pipe == command.length()
        ? said.out()
        : Shell.run(folder, List.of("sh", "-c", command.substring(pipe + 1)), said.out());
  }

  private void namesEachCsvFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("normalized/csv"))) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .isSubsetOf(Markdown.readme().codeSpans());
    }
  }

  private void copy(Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(file -> copyTo(folder.resolve(file.toString()), file));
    }
  }

  private static void copyTo(Path target, Path file) {
    try {
      Files.createDirectories(target.getParent());
      if (Files.isRegularFile(file)) {
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void showsOnlyCommandsThatTheProgramKnows() {
    List<String> shown =
        Markdown.all().stream()
            .flatMap(document -> Stream.of(document.fencedLines(), document.codeSpans()))
            .flatMap(List::stream)
            .map(line -> line.replace("target/unglue ", UNGLUE))
            .filter(line -> line.contains(UNGLUE))
            .map(line -> line.substring(line.indexOf(UNGLUE) + UNGLUE.length()))
            .map(command -> command.substring(0, Shell.pipe(command)).replaceAll(" #.*", ""))
            .toList();

    assertThat(shown)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            command ->
                assertThatCode(
                        () ->
                            CommandLines.model()
                                .parseArgs(Shell.words(command).toArray(String[]::new)))
                    .as(command)
                    .doesNotThrowAnyException());
  }

  @Test
  void beginsWithTheTwoCommands() throws IOException {
    List<String> commands =
        Markdown.readme().fencedLines().stream()
            .limit(2)
            .map(line -> line.replaceAll(" +#.*", ""))
            .toList();

    assertThat(commands)
        .containsExactly(
            "mvn -B -ntp -q -Dmaven.test.skip package && java -jar target/unglue.jar run",
            "mvn -B -ntp verify");
    assertThat(Path.of(".ci/run")).content().contains("\n" + commands.get(1) + "\n");
  }
}
