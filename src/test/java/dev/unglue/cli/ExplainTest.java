package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of tables whose labels nobody knows are explained as all others. */
class ExplainTest {
  private static final String CONFIG = Path.of("config").toAbsolutePath().toString();

  @TempDir private Path folder;

  private RealRun explain(String name, String text) {
    RealRun run = new RealRun(folder).file(name, text);
    run.execute("parse", "--explain", "--config", CONFIG, name);
    assertThat(run.code).isZero();
    return run;
  }

  @Test
  void namesWhatToldTheReadingsOfAnOpenRowApart() {
    RealRun run =
        explain(
            "fox.txt",
            """
            Red Fox vs Gray Wolf

            Red Fox Gray Wolf
            Home Range 5 km2 300 km2
            Mascot Big Paw Gray wolf of the north
            """);

    assertThat(run.out)
        .contains("\nHome Range  \"5 km2 300 km2\"  read by shape\n")
        .containsPattern(
            "\n {2}0\\.9\\d{3} {2}5 km2 \\| 300 km2 {2}\\(blank \\+.*, pair \\+\\d\\.\\d\\d\\)\n")
        .contains("\nMascot  \"Mascot Big Paw Gray wolf of the north\"  ambiguous by none\n")
        .containsPattern(
            "\n {2}0\\.\\d{4} {2}Paw \\| Gray wolf of the north {2}\\(.*pair -\\d\\.\\d\\d\\)\n");
  }

  @Test
  void namesTheRelationThatARowOfAListFits() {
    RealRun run =
        explain(
            "jobs.txt",
            """
            StateNurses 2014Nurses 2019Growth
            Ohio415004980020%
            Iowa158201740210%
            Utah12100131899%
            Maine6970766710%
            """);

    assertThat(run.out).containsPattern("41500 \\| 49800.*relation \\+7\\.00");
  }
}
