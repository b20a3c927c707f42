package dev.unglue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.Rendered.Dialect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that one page leaves open, and what other pages make of them: whole runs. */
class RereadJobTest {
  private static final String MONDAY = "2026-01-05T02:30:00Z";
  private static final String TUESDAY = "2026-01-06T02:30:00Z";
  private static final String WEDNESDAY = "2026-01-07T02:30:00Z";

  /** Two words that may each be a name, one name, or two: no shape tells where they part. */
  private static final String COMPANY = "Best paying company ; %s ; %s";

  private static final String CELLS =
      "SELECT subject, state, coalesce(value_text, ''), method FROM v_observation"
          + " WHERE attribute = 'best_paying_company' ORDER BY page, raw_start, subject";

  private static final String FLAGS =
      "SELECT rule_id, state FROM flag WHERE rule_id = 'split_ambiguous' ORDER BY 1, 2";

  private static final String FACTS =
      "SELECT subject, value_text, resolution, support, valid_from FROM v_fact"
          + " WHERE attribute = 'best_paying_company' ORDER BY 1";

  @TempDir private Path folder;

  private Work write(String name, Dialect dialect, String left, String right, String a, String b) {
    Work work = new Work(folder);
    work.write(
        name, Work.page(dialect, left, right, "Average age ; 38 ; 41", COMPANY.formatted(a, b)));
    return work;
  }

  @Test
  void decidesInALaterRunWhatAnEarlierOneLeftOpen() {
    Work work = write("a.txt", Dialect.GLUED, "Teller", "Head Teller", "iQorZest", "McVay");

    work.run(MONDAY, "a.txt");

    System.out.println(work.published(CELLS));
    System.out.println(work.published(FLAGS));
    System.out.println(work.published(FACTS));

    write("b.html", Dialect.HTML, "Head Teller", "Welder", "McVay", "Citi");
    work.run(TUESDAY, "*.txt", "*.html");
    System.out.println(work.published(CELLS));
    System.out.println(work.published(FLAGS));
    System.out.println(work.published(FACTS));
    System.out.println(work.published("SELECT * FROM resolution"));
    System.out.println(work.published("SELECT * FROM v_comparison"));
    assertThat(List.of(WEDNESDAY)).isNotEmpty();
  }
}
