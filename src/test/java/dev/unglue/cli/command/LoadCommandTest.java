package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export --format parquet} and the way back. */
class LoadCommandTest {
  private static final String PAGES =
      Path.of("raw/samples").toAbsolutePath().resolve("*account*").toString();

  @TempDir Path folder;

  private RealRun run;

  @BeforeEach
  void export() {
    run = new RealRun(folder).file("pages/empty.txt", "");
    run.execute("run", "--input", PAGES, "--input", "pages", "--out", "first");
    assertThat(run.code).isEqualTo(3);
    run.execute("export", "--out", "first", "--format", "parquet", "--to", "tables");
    assertThat(run.code).isZero();
  }

  private Path manifest() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tables/_manifest"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void bringsTheSameRowsIntoAnotherStore() throws IOException {
    run.execute("load", "tables", "--out", "second");

    assertThat(run.code).as(run.out + run.err).isEqualTo(3);
    for (String file : List.of("facts", "observations", "flags", "comparisons", "occupations")) {
      assertThat(folder.resolve("second/csv/" + file + ".csv"))
          .hasSameBinaryContentAs(folder.resolve("first/csv/" + file + ".csv"));
    }
    assertThat(run.query("second/unglue.db", "SELECT page, reason FROM quarantine"))
        .containsExactly("pages/empty.txt|empty_file");
  }

  @Test
  void changesNothingASecondTime() {
    run.execute("load", "tables", "--out", "second");
    run.execute("load", "tables", "--out", "second");

    assertThat(run.out).startsWith("run           2, unchanged\n");
  }

  @Test
  void writesTheSameBytesEachTime() throws IOException {
    Path file = folder.resolve("tables/observation");
    run.execute("export", "--out", "first", "--format", "parquet", "--to", "again");

    try (Stream<Path> files = Files.walk(folder.resolve("again")).filter(Files::isRegularFile)) {
      files.forEach(
          each ->
              assertThat(each)
                  .hasSameBinaryContentAs(
                      folder.resolve("tables").resolve(folder.resolve("again").relativize(each))));
    }
    assertThat(file).isDirectory();
  }

  @Test
  void refusesTablesThatAreNotWhole() throws IOException {
    Files.delete(folder.resolve("tables/_SUCCESS"));
    run.execute("load", "tables", "--out", "second");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: "
                + folder.resolve("tables")
                + ": expected tables with _manifest/ and _SUCCESS, found none: it is no such folder,"
                + " or what wrote it broke off; write it again\n");
    assertThat(folder.resolve("second")).doesNotExist();
  }

  @Test
  void refusesAnotherFormatOtherRowsAndAnotherReader() throws IOException {
    String manifest = Files.readString(manifest());
    Files.writeString(manifest(), manifest.replace("\"format\" : 1", "\"format\" : 7"));
    run.execute("load", "tables", "--out", "second");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("expected tables of format 1, found \"7\" of run ");

    Files.writeString(
        manifest(), manifest.replaceAll("\"observation\" : \\d+", "\"observation\" : 5"));
    run.execute("load", "tables", "--out", "second");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .contains(": table observation: expected the 5 rows of the manifest of run ");

    Files.writeString(manifest(), manifest);
    run.ownConfig();
    run.file("config/rules.yaml", "rules: {stale_capture: {enabled: false}}\n");
    run.execute("load", "tables", "--out", "second");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .contains(": expected pages that this version has read with this configuration (");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    run.execute("load", "nowhere", "--out", "second");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: expected a folder of tables, found none at "
                + folder.resolve("nowhere")
                + "\n");
  }
}
