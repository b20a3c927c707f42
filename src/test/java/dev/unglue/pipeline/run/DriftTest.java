package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Dialect;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.store.PublishJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that are good, and one on which the site has changed. */
class DriftTest {
  private static final String FLAGS =
      "SELECT rule_id, severity, state, coalesce(attribute_id, ''), member, message FROM flag"
          + " WHERE rule_id IN ('label_lost', 'fill_rate_drop', 'ambiguity_rate_drift',"
          + " 'attribute_drift', 'coverage_drop') ORDER BY rule_id, attribute_id";

  @TempDir private Path folder;
  private Work work;

  @BeforeEach
  void open() {
    work = new Work(folder);
  }

  private static String salary(int i) {
    return "Yearly salary ; $%d,%03d ; $%d,%03d".formatted(30 + i, i * 7, 40 + i, i * 9);
  }

  private static final String[] REST = {"Average age ; 42 ; 46", "Shoe size ; 8 ; 9"};

  private RunSummary night(int day, IntFunction<String> salary, String... rest) {
    for (int i = 0; i < 8; i++) {
      List<String> rows = new ArrayList<>(List.of(rest));
      if (!salary.apply(i).isEmpty()) {
        rows.add(0, salary.apply(i));
      }
      work.write(
          "p/%d.html".formatted(i),
          Work.page(Dialect.HTML, "Clerk " + i, "Head Clerk " + i, rows.toArray(String[]::new)));
    }
    return work.run("2026-01-%02dT02:30:00Z".formatted(day), "p");
  }

  private void goodNights() {
    night(1, DriftTest::salary, REST);
    night(2, DriftTest::salary, REST);
    assertThat(night(3, DriftTest::salary, REST).status()).isEqualTo("unchanged");
    assertThat(work.stored(FLAGS)).isEmpty();
  }

  @Test
  void flagsAColumnThatGoesEmptyTheFirstNight() {
    goodNights();
    night(4, i -> "Yearly salary ; - ; -", REST);

    assertThat(work.stored(FLAGS))
        .containsExactly(
            "fill_rate_drop|error|new|yearly_salary_usd||Yearly salary goes empty: expected about"
                + " 100 % of its cells filled, as in the last 3 good runs of input p, found \"0 %\"");
  }

  @Test
  void flagsALabelThatVanishesAlsoOneThatTheCatalogueLacks() {
    goodNights();
    night(4, DriftTest::salary, "Average age ; 42 ; 46");

    assertThat(work.stored(FLAGS))
        .containsExactly(
            "label_lost|error|new|unmapped|Shoe size|The label of \"Shoe size\" has vanished: expected it"
                + " on about 100 % of the pages, as in the last 3 good runs of input p, found"
                + " \"0 %\"");
  }

  @Test
  void flagsAUnitThatChanges() {
    goodNights();
    RunSummary run =
        night(
            4, i -> "Yearly salary ; $%d,%03d ; $%d,%03d".formatted(130 + i, i, 140 + i, i), REST);

    assertThat(run.status()).isEqualTo("published");
    assertThat(work.stored(FLAGS))
        .containsExactly(
            "attribute_drift|error|new|yearly_salary_usd||Yearly salary has shifted: expected a"
                + " median of about 37049, as in the last 3 good runs of input p, found"
                + " \"137007\"; look at its unit");
  }

  @Test
  void publishesNothingWherePagesSayMuchLess() {
    goodNights();
    RunSummary run = night(4, i -> "", "Average age ; 43 ; 46");

    assertThat(run.status()).isEqualTo("rejected");
    assertThat(run.reasons()).contains("expected no fatal flag, found 1; see v_flag");
    assertThat(work.stored(FLAGS))
        .contains(
            "coverage_drop|fatal|new|||The pages of input p say less: expected about 6 cells a"
                + " page, as in the last 3 good runs of input p, found \"2\"");
    assertThat(work.published(FLAGS)).isEmpty();
  }

  @Test
  void settlesOnceThePagesAreAsBefore() {
    goodNights();
    night(4, i -> "", "Average age ; 43 ; 46");

    assertThat(night(5, DriftTest::salary, REST).status()).isEqualTo("unchanged");
    assertThat(work.stored(FLAGS)).isEmpty();
  }

  @Test
  void takesWhatWasPublishedByForceAsTheNewNormal() {
    goodNights();
    night(4, i -> "", "Average age ; 43 ; 46");
    PublishJob.publish(
        folder.resolve("out"),
        "ada",
        java.time.Clock.fixed(
            java.time.Instant.parse("2026-01-04T08:00:00Z"), java.time.ZoneOffset.UTC),
        java.util.Optional.of(4L));

    assertThat(night(5, i -> "", "Average age ; 43 ; 46").status()).isEqualTo("unchanged");
    assertThat(night(6, i -> "", "Average age ; 44 ; 46").status()).isEqualTo("published");
  }

  @Test
  void comparesWithNoSingleRun() {
    night(1, DriftTest::salary, REST);
    night(2, i -> "Yearly salary ; - ; -", REST);

    assertThat(work.stored(FLAGS)).isEmpty();
    assertThat(work.stored("SELECT status FROM rule_result WHERE rule_id = 'fill_rate_drop'"))
        .containsExactly("not_evaluated", "not_evaluated");
  }

  @Test
  void keepsTheFiguresOfEachSourceAndAttribute() {
    night(1, DriftTest::salary, REST);

    assertThat(
            work.published(
                "SELECT name, value FROM metric WHERE scope = 'input p'"
                    + " AND attribute_id = 'yearly_salary_usd' ORDER BY name"))
        .containsExactly(
            "cells|16",
            "cells_ambiguous|0",
            "cells_filled|16",
            "distinct|16",
            "median|37049",
            "pages_with|8");
    assertThat(
            work.published(
                "SELECT name, member, value FROM metric WHERE attribute_id = 'unmapped'"
                    + " AND member <> ''"))
        .containsExactly("pages_with|Shoe size|8");
  }
}
