package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  private static final String CONFIG = Path.of("config").toAbsolutePath().toString();

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
  void tellsNamesApartThatItHasNeverSeenAndHardlyEverErrs() {
    RealRun run = new RealRun(folder);
    run.execute("bench", "--config", CONFIG);
    List<String> ours =
        run.out.lines().filter(line -> line.contains(" unglue ")).collect(Collectors.toList());

    assertThat(run.out.lines().findFirst().orElseThrow().split(" +"))
        .containsExactly("attribute", "method", "right", "wrong", "ambiguous");
    assertThat(ours).hasSize(4);
    for (String line : ours) {
      String[] cells = line.split(" +");
      double wrong = Double.parseDouble(cells[4]);
      assertThat(wrong).as(line).isLessThanOrEqualTo(0.3);
    }
  }
}
