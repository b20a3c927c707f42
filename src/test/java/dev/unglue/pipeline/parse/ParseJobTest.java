package dev.unglue.pipeline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.pipeline.run.TestCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A parse job of many pages: on all cores, in the order of the inputs, a few pages at a time. */
class ParseJobTest {
  private static final Settings SETTINGS = TestCatalogue.settings();
  private static final String ROWS =
      "Clerk vs head clerk\\n\\nClerkHead Clerk\\nYearly salary$27,000$32,292\\n";

  @TempDir private Path folder;

  @Test
  void handsOnTheSameInTheOrderOfTheInputsWhateverTheNumberOfThreads() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // The first page of each four takes longest, the last is none.
      String text = ROWS + "Number of jobs22,4787,596\\n".repeat(i % 4 == 0 ? 60 : 1);
      lines.add(i % 4 == 3 ? "{" : "{\"text\": \"" + text + "\"}");
    }
    Files.write(folder.resolve("pages.jsonl"), lines);

    List<String> alone = parse(1, "nothing.txt", "-", "pages.jsonl");

    assertThat(alone).hasSize(42);
    assertThat(alone.subList(0, 6).stream().map(each -> each.replaceAll(" .*", "")))
        .containsExactly(
            "failed:nothing.txt",
            "page:-",
            "page:pages.jsonl#1",
            "page:pages.jsonl#2",
            "page:pages.jsonl#3",
            "failed:pages.jsonl#4");
    assertThat(parse(2, "nothing.txt", "-", "pages.jsonl")).isEqualTo(alone);
    assertThat(parse(8, "nothing.txt", "-", "pages.jsonl")).isEqualTo(alone);
  }

  private List<String> parse(int threads, String... inputs) {
    List<String> events = new ArrayList<>();
    ParseJob.parse(
        SETTINGS,
        List.of(inputs),
        folder,
        new ByteArrayInputStream("Clerk vs head clerk".getBytes(StandardCharsets.UTF_8)),
        threads,
        page -> events.add("page:" + page.page().ref().page() + " " + page),
        failure -> events.add("failed:" + failure.page() + " " + failure));
    return events;
  }

  @Test
  void hasAtMostEightPagesAThreadUnderWay() {
    List<String> done = new ArrayList<>();
    try (PageStream stream =
        new PageStream(
            new PageJob(SETTINGS),
            2,
            outcome -> outcome.match(parsed -> done.add("page"), refused -> done.add("none")))) {
      for (int i = 1; i <= 20; i++) {
        stream.accept(capture("Clerk vs head clerk"));
        assertThat(done).as("after page " + i).hasSize(Math.max(0, i - 16));
      }
      stream.finish();
    }

    assertThat(done).hasSize(20).containsOnly("page");
  }

  @Test
  void hasFewerLongPagesUnderWay() {
    List<String> done = new ArrayList<>();
    try (PageStream stream =
        new PageStream(
            new PageJob(SETTINGS),
            2,
            outcome -> outcome.match(parsed -> done.add("page"), refused -> done.add("none")))) {
      for (int i = 1; i <= 4; i++) {
        stream.accept(capture(" ".repeat(1_500_000)));
        assertThat(done).as("after page " + i).hasSize(Math.max(0, i - 2));
      }
    }
  }

  private static Capture capture(String text) {
    CaptureRef ref = new CaptureRef("s", "p", null, null, "", "text/plain", "p", 0, null);
    return new Capture(ref, text, List.of());
  }
}
