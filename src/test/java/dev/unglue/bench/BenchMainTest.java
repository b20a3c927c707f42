package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchMainTest {
  private static final Path SMALL = Path.of("src/test/resources/bench/small");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return BenchMain.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  @Test
  void learnsTheWeightsThatTheProjectKeeps() throws IOException {
    Path file = folder.resolve("weights.yaml");

    assertThat(run("--learn", file.toString())).isZero();
    assertThat(out).hasToString("weights written to " + file + System.lineSeparator());
    assertThat(Files.readString(file)).isEqualTo(Files.readString(Path.of("config/weights.yaml")));
  }

  @Test
  void measuresTheConfidenceThatTheProjectKeeps() throws IOException {
    Path file = folder.resolve("below").resolve("confidence.yaml");

    assertThat(run("--calibrate", file.toString())).isZero();
    assertThat(out).hasToString("confidence written to " + file + System.lineSeparator());
    assertThat(Files.readString(file))
        .isEqualTo(Files.readString(Path.of("config/confidence.yaml")));
  }

  /** The committed report is too large to be made again here; this one is made of fewer pages. */
  @Test
  void writesTheSameReportEachTime() throws IOException {
    boolean update = Boolean.getBoolean("golden.update");
    Path written = update ? SMALL : folder;

    assertThat(run("--pages", "30", "--report", written.toString())).isZero();
    if (!update) {
      for (String file : new String[] {"benchmark.md", "reliability.svg"}) {
        assertThat(Files.readString(folder.resolve(file)))
            .as(file)
            .isEqualTo(Files.readString(SMALL.resolve(file)));
      }
    }
  }

  @Test
  void publishesAReportWhoseTargetsAreReached() throws IOException {
    String report = Files.readString(Path.of("src/docs/benchmark.md"));
    Matcher errors =
        Pattern.compile("calibration error: ([0-9.]+) over all readings, ([0-9.]+) over")
            .matcher(report);

    assertThat(report).contains("| numbers, one page alone | ").doesNotContain("| no |");
    assertThat(errors.find()).isTrue();
    assertThat(Double.parseDouble(errors.group(1))).isLessThan(0.02);
    assertThat(Double.parseDouble(errors.group(2))).isLessThan(0.02);
  }

  @Test
  void saysWhatIsWrongWithAListOfNames() throws IOException {
    Path file = Files.writeString(folder.resolve("names.json"), "{\"companies\": ");

    assertThat(run("--names", file.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith(file + ":1: expected JSON: ");
  }

  @Test
  void refusesToReadNoPages() {
    assertThat(run("--pages", "0")).isEqualTo(2);
    assertThat(err)
        .hasToString("--pages: expected 1 or more, found \"0\"" + System.lineSeparator());
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() {
    assertThat(run("--config", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("none: expected a folder with attributes.yaml, found nothing");
  }

  @Test
  void refusesOptionsThatItDoesNotKnow() {
    assertThat(run("--learned")).isEqualTo(2);
    assertThat(err.toString()).startsWith("Unknown option: '--learned'");
  }
}
