package dev.unglue.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.TestCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command at its smallest: what it writes, not how fast anything is. */
class SpeedRunTest {
  private static final SpeedSize SMALL =
      new SpeedSize(
          List.of(SpeedLayout.HTML, SpeedLayout.GLUED),
          List.of(SpeedLayout.GLUED),
          2,
          3,
          1,
          List.of(300),
          100);

  @TempDir private Path folder;

  private final List<String> progress = new ArrayList<>();

  private String document(String last) {
    StageTimes times =
        new Stopwatch(
            layout ->
                SpeedRun.stages(TestCatalogue.settings(), layout, 2, folder.resolve("stages")),
            1);
    SpeedRun run = new SpeedRun(SMALL, TestCatalogue.settings(), folder, times, progress::add);
    return run.document(new PerformanceDoc.Told("one machine", "2026-11-30"), last);
  }

  @Test
  void writesDownAllThatItMeasuresAndKeepsWhatStandsThereByHand() {
    String byHand = PerformanceDoc.BEGIN + "\n## What was done\n\n- Less.\n" + PerformanceDoc.END;
    String document = document("# Old\n\n" + byHand + "\n\n## Old\n");
    List<String> lines = document.lines().toList();

    assertThat(document).contains("\n\n" + byHand + "\n\n## Profile\n").doesNotContain("Old");
    assertThat(document).contains("Measured on one machine, 2026-11-30.").doesNotContain("NaN");
    assertThat(lines.stream().filter(line -> line.startsWith("#")))
        .containsExactly(
            "# Performance",
            "## Whole processes",
            "## Stages",
            "## The three largest costs",
            "## What was done",
            "## Profile",
            "## Memory and steps",
            "## Hard pages");
    assertThat(heads(lines))
        .containsExactly(
            "| layout | page | parse | of it compiling | warm floor | times | cold floor"
                + " | of it compiling | times |",
            "| stage | html | glued |",
            "| package | html | glued |",
            "| layout | page | allocated | times | steps by character |",
            "| kind | characters | time | times a usual page | steps by character |");
    assertThat(lines.stream().filter(line -> line.startsWith("- ") && line.contains(": ")))
        .hasSize(2)
        .allMatch(line -> line.matches("- (html|glued): (\\D+ \\d+ %,? ?){3} of all of a page\\."));
    assertThat(firsts(lines, "| stage")).containsExactlyElementsOf(stages());
    assertThat(firsts(lines, "| kind"))
        .containsExactlyElementsOf(HardPages.all(300).stream().map(SpeedPage::name).toList());
    assertThat(progress)
        .containsExactly(
            "stages of html",
            "profile of html",
            "stages of glued",
            "profile of glued",
            "whole processes over glued",
            "hard pages of 300 characters");
  }

  @Test
  void leavesRoomForWhatIsWrittenByHand() {
    SpeedResult nothing = new SpeedResult(SMALL, "by eye", List.of(), List.of(), List.of());
    PerformanceDoc document =
        new PerformanceDoc(nothing, new PerformanceDoc.Told("one machine", "2026-11-30"));

    assertThat(document.markdown("")).contains(PerformanceDoc.BEGIN + "\n" + PerformanceDoc.END);
    assertThat(document.markdown("")).contains("The aim is 10 times: all are within it.");
  }

  /** The line above each `|---|`. */
  private static Stream<String> heads(List<String> lines) {
    return Stream.iterate(1, i -> i < lines.size(), i -> i + 1)
        .filter(i -> lines.get(i).startsWith("|---"))
        .map(i -> lines.get(i - 1));
  }

  /** The first cell of each row of the table that begins so. */
  private static List<String> firsts(List<String> lines, String head) {
    return lines.stream()
        .dropWhile(line -> !line.startsWith(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" \\| ", 2)[0].substring(2))
        .toList();
  }

  private static List<String> stages() {
    return Stream.of(Stage.values()).map(Stage::title).toList();
  }
}
