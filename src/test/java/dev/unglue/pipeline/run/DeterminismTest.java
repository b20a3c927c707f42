package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same input gives the same bytes; sixty pages in every layout that disagree here and there.
 */
class DeterminismTest {
  private static final String NOW = "2026-01-05T02:30:00Z";
  private static final long SEED = 20260105;
  private static final List<String> JOBS =
      List.of("Teller", "Head Teller", "Baker", "Welder", "Nurse", "Line Cook", "Pipe Fitter");

  private static final String FACTS =
      "SELECT subject, attribute, member, ordinal, value_num, value_text, resolution, support,"
          + " dissent FROM v_fact ORDER BY 1, 2, 3, 4";

  @TempDir private Path folder;

  @BeforeEach
  void writePages() {
    Work work = new Work(folder);
    Random random = new Random(SEED);
    Dialect[] dialects = Dialect.values();
    for (int i = 0; i < 60; i++) {
      Dialect dialect = dialects[i % dialects.length];
      String name = "pages/p%02d.%s".formatted(i, dialect == Dialect.HTML ? "html" : "txt");
      work.write(name, page(random, dialect));
    }
    work.write("pages/empty.txt", "");
  }

  private static String page(Random random, Dialect dialect) {
    int left = random.nextInt(JOBS.size());
    int right = (left + 1 + random.nextInt(JOBS.size() - 1)) % JOBS.size();
    return Work.page(
        dialect,
        JOBS.get(left),
        JOBS.get(right),
        "Yearly salary ; $%d,920 ; $%d,251"
            .formatted(30 + random.nextInt(3), 40 + random.nextInt(3)),
        "Job satisfaction ; - ; " + (3 + random.nextInt(2)),
        "Years of experience ; 12 ; 4",
        "Number of jobs ; 357 ; 79,272",
        "Best paying company ; Citi ; Accenture");
  }

  @Test
  void givesTheSameBytesInAFreshFolderAndForAnyNumberOfThreads() {
    Work work = new Work(folder);
    work.run("first", 1, NOW, "pages");
    Map<String, String> files = work.files("first");

    assertThat(files).hasSize(12);
    for (int threads : List.of(1, 2, 8)) {
      String out = "with" + threads;
      work.run(out, threads, NOW, "pages");
      assertThat(work.files(out).equals(files)).as(threads + " threads").isTrue();
    }
  }

  @Test
  void believesTheSameWhateverTheOrderOfTheInputs() {
    Work work = new Work(folder);
    work.run("one", 2, NOW, "pages/p0*", "pages/p[1-5]*");
    work.run("two", 2, NOW, "pages/p[1-5]*", "pages/p0*");

    assertThat(work.published("two", FACTS)).isNotEmpty().isEqualTo(work.published("one", FACTS));
  }

  @Test
  void believesTheSameWhateverTheOrderOfTheRuns() {
    Work work = new Work(folder);
    work.run("one", 2, NOW, "pages/p[0-2]*");
    work.run("one", 2, NOW, "pages/p[3-5]*");
    work.run("two", 2, NOW, "pages/p[3-5]*");
    work.run("two", 2, NOW, "pages/p[0-2]*");

    assertThat(work.published("two", FACTS)).isNotEmpty().isEqualTo(work.published("one", FACTS));
  }
}
