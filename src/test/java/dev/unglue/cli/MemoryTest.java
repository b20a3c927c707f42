package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.program.ChildJvm;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory stays flat: a real process with a small heap reads many pages, and a very long line. */
class MemoryTest {
  private static final int PAGES = 1_500;
  private static final int LONG_LINE = 15 << 20;

  @TempDir private Path folder;

  @Test
  void loadsManyPagesWithASmallHeap() throws IOException, InterruptedException {
    try (Writer pages = Files.newBufferedWriter(folder.resolve("pages.jsonl"))) {
      for (int i = 0; i < PAGES; i++) {
        pages.write(page(i));
      }
      pages.write("{\"url\": \"https://example.org/long\", \"text\": \"");
      pages.write("Yearly salary $1,000 ".repeat(LONG_LINE / 21));
      pages.write("\"}\n");
    }

    Process process =
        new ProcessBuilder(
                ChildJvm.program("256m", "run", "--input", "pages.jsonl", "--out", "out"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();

    assertThat(process.exitValue()).as(Files.readString(folder.resolve("log.txt"))).isZero();
    assertThat(new RealRun(folder).query("out/unglue.db", "SELECT count(*) FROM capture"))
        .isEqualTo(List.of(Integer.toString(PAGES + 1)));
  }

  private static String page(int i) {
    return """
        {"url": "https://example.org/%d", "text": "Clerk %d vs head clerk %d\\n\\nClerk %dHead Clerk %d\\nYearly salary$27,%03d$32,292\\nNumber of jobs22,4787,596\\nJob satisfaction-3.67\\nAverage age4246\\nMost common majorBusinessEnglish\\n"}
        """
        .formatted(i, i, i, i, i, i % 1000);
  }
}
