package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  private static final String CONFIG = Path.of("config").toAbsolutePath().toString();
  private static final Path SMALL = Path.of("src/test/resources/bench/small");

  @TempDir private Path folder;

  @Test
  void learnsTheWeightsThatTheProjectKeeps() throws IOException {
    RealRun run = new RealRun(folder);
    run.execute("bench", "--learn", "weights.yaml", "--config", CONFIG);

    assertThat(run.code).isZero();
    assertThat(run.out).isEqualTo("weights written to weights.yaml\n");
    assertThat(Files.readString(folder.resolve("weights.yaml")))
        .isEqualTo(Files.readString(Path.of("config/weights.yaml")));
  }

  @Test
  void measuresTheConfidenceThatTheProjectKeeps() throws IOException {
    RealRun run = new RealRun(folder);
    run.execute("bench", "--calibrate", "confidence.yaml", "--config", CONFIG);

    assertThat(run.out).isEqualTo("confidence written to confidence.yaml\n");
    assertThat(Files.readString(folder.resolve("confidence.yaml")))
        .isEqualTo(Files.readString(Path.of("config/confidence.yaml")));
  }

  /** The committed report is too large to be made again here; this one is made of fewer pages. */
  @Test
  void writesTheSameReportEachTime() throws IOException {
    boolean update = Boolean.getBoolean("golden.update");
    RealRun run = new RealRun(folder);
    run.execute(
        "bench",
        "--pages",
        "30",
        "--report",
        update ? SMALL.toAbsolutePath().toString() : ".",
        "--config",
        CONFIG);

    assertThat(run.code).isZero();
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
  void saysWhatIsWrongWithAListOfNames() {
    RealRun run = new RealRun(folder).file("names.json", "{\"companies\": ");
    run.execute("bench", "--names", "names.json", "--config", CONFIG);

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("names.json:1: expected JSON: ");
  }

  @Test
  void refusesToReadNoPages() {
    RealRun run = new RealRun(folder);
    run.execute("bench", "--pages", "0", "--config", CONFIG);

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("--pages: expected 1 or more, found \"0\"");
  }
}
