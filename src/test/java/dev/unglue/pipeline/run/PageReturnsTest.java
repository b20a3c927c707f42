package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.pipeline.request.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that goes from A to B and back to A, whose bytes are all known by then. */
class PageReturnsTest {
  private static final String FACTS =
      "SELECT valid_from, valid_to, value_num FROM fact JOIN subject USING (subject_id)"
          + " WHERE slug = 'teller' AND attribute_id = 'yearly_salary_usd' ORDER BY 1";
  private static final String FLAGS =
      "SELECT state, actual FROM flag WHERE rule_id = 'prose_table_direction' OR rule_id ="
          + " 'salary_range' ORDER BY flag_id";

  @TempDir private Path folder;
  private Work work;

  @BeforeEach
  void open() {
    work = new Work(folder);
  }

  private static String night(int day) {
    return "2026-01-%02dT02:30:00Z".formatted(day);
  }

  private static String page(Dialect dialect, String salary) {
    return Work.page(
        dialect,
        "Teller",
        "Head Teller",
        "Yearly salary ; " + salary + " ; $43,251",
        "Average age ; 42 ; 46");
  }

  private RunSummary night(int day, String salary) {
    work.write("p/a.html", page(Dialect.HTML, salary));
    return work.run(night(day), "p");
  }

  @Test
  void isBelievedAgain() {
    night(1, "$34,920");
    night(2, "$36,000");
    RunSummary third = night(3, "$34,920");

    assertThat(third.status()).isEqualTo("published");
    assertThat(work.published(FACTS))
        .containsExactly(
            "2026-01-01T02:30:00Z|2026-01-02T02:30:00Z|34920",
            "2026-01-02T02:30:00Z|2026-01-03T02:30:00Z|36000",
            "2026-01-03T02:30:00Z||34920");
    assertThat(work.published("SELECT count(*) FROM capture")).containsExactly("2");
    assertThat(work.published("SELECT seen_at, run_id, news FROM sighting ORDER BY seen_at"))
        .containsExactly(
            "2026-01-01T02:30:00Z|1|1", "2026-01-02T02:30:00Z|2|1", "2026-01-03T02:30:00Z|3|1");
  }

  @Test
  void changesNothingOnceItStaysSo() {
    night(1, "$34,920");
    night(2, "$36,000");
    night(3, "$34,920");
    Map<String, List<String>> tables = work.tables();

    assertThat(night(4, "$34,920").status()).isEqualTo("unchanged");
    assertThat(work.tables()).isEqualTo(tables);
    night(5, "$36,000");
    assertThat(work.published(FACTS)).endsWith("2026-01-05T02:30:00Z||36000").hasSize(4);
  }

  @Test
  void raisesItsFlagsAgain() {
    night(1, "$17");
    night(2, "$36,000");
    assertThat(work.published(FLAGS)).containsExactly("fixed|17");

    night(3, "$17");

    assertThat(work.published(FLAGS)).containsExactly("new|17");
  }

  @Test
  void isTheSameForPagesWithATimeOfTheirOwnInAnyOrder() {
    String url = "https://jobs.example/teller-vs-head-teller";
    for (int day = 1; day <= 4; day++) {
      String salary = day == 2 ? "$36,000" : "$34,920";
      work.write(day + ".jsonl", Work.json(url, night(day), page(Dialect.GLUED, salary)));
    }
    List<String> facts =
        List.of(
            "2026-01-01T02:30:00Z|2026-01-02T02:30:00Z|34920",
            "2026-01-02T02:30:00Z|2026-01-03T02:30:00Z|36000",
            "2026-01-03T02:30:00Z||34920");
    for (String order : List.of("1234", "4321", "3142", "1432", "2413")) {
      order.chars().forEach(file -> work.run(order, 2, night(9), (char) file + ".jsonl"));
      assertThat(work.published(order, FACTS)).as(order).isEqualTo(facts);
    }
  }

  @Test
  void keepsBothLayoutsOfAPageCurrentWhereOnlyOneChanges() {
    String url = "https://jobs.example/teller-vs-head-teller";
    String html = page(Dialect.HTML, "$17");
    for (int day = 1; day <= 3; day++) {
      String glued = page(Dialect.GLUED, day == 1 ? "$34,920" : "$36,000");
      work.write(
          "p/all.jsonl",
          "{\"url\":\"%s\",\"text\":\"%s\"}\n{\"url\":\"%s\",\"html\":\"%s\"}\n"
              .formatted(url, escaped(glued), url, escaped(html)));
      work.run(night(day), "p");
      assertThat(work.published(FLAGS))
          .as("day " + day)
          .hasSize(1)
          .noneMatch(f -> f.startsWith("f"));
    }
    assertThat(work.published("SELECT status FROM run ORDER BY run_id"))
        .containsExactly("published", "published", "unchanged");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Test
  void countsAsSeenAfterTheLastRunWhereTheClockWasPutBack() {
    night(2, "$34,920");
    night(1, "$36,000");

    assertThat(work.published(FACTS))
        .containsExactly(
            "2026-01-02T02:30:00Z|2026-01-02T02:30:01Z|34920", "2026-01-02T02:30:01Z||36000");
    assertThat(work.published("SELECT started_at, seen_at FROM run WHERE run_id = 2"))
        .containsExactly("2026-01-01T02:30:00Z|2026-01-02T02:30:01Z");
  }
}
