package dev.unglue.publish;

import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.columns;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Subject;
import dev.unglue.store.Load;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  @TempDir Path out;

  private Path publish(Path folder, ParsedPage... pages) {
    try (WorkStore store = WorkStore.open(folder)) {
      Samples.load(store, MONDAY, pages);
      return Publisher.publish(store, folder);
    }
  }

  @Test
  void theSameContentGivesTheSameBytes() throws IOException {
    ParsedPage page = tellers(ref("a", null, "a"), "3.67");
    Path one = publish(out.resolve("one"), page);
    Path two = publish(out.resolve("two"), page);
    assertThat(one).hasSameBinaryContentAs(two);
    byte[] first = Files.readAllBytes(one);
    try (WorkStore store = WorkStore.open(out.resolve("one"))) {
      Publisher.publish(store, out.resolve("one"));
    }
    assertThat(one).hasBinaryContent(first);
  }

  @Test
  void theStoresOwnHistoryDoesNotShow() throws IOException {
    ParsedPage page = tellers(ref("a", null, "a"), "3.67");
    Path one = publish(out.resolve("one"), page);
    Path folder = out.resolve("two");
    try (WorkStore store = WorkStore.open(folder)) {
      Load lost = store.begin(Samples.start(TUESDAY), Samples.catalogue());
      lost.add(tellers(ref("b", null, "b"), "1"), "x", List.of());
      lost.rollback();
    }
    assertThat(publish(folder, page)).hasSameBinaryContentAs(one);
  }

  @Test
  void leavesOneFileThatSaysWhatItIs() throws IOException {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(file).isEqualTo(out.resolve("unglue.db"));
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("unglue.db", "work");
    }
    assertThat(rows(file, "PRAGMA application_id")).containsExactly("" + 0x756E676C);
    assertThat(rows(file, "PRAGMA user_version")).containsExactly("22");
    assertThat(rows(file, "PRAGMA journal_mode")).containsExactly("delete");
    assertThat(rows(file, "SELECT name FROM sqlite_schema WHERE name LIKE '%flyway%'")).isEmpty();
    assertThat(rows(file, "SELECT name FROM sqlite_schema WHERE name GLOB 'kept_*'")).isEmpty();
    assertThat(rows(file, "SELECT name FROM v_about WHERE explains = ''")).isEmpty();
    assertThat(
            rows(
                file,
                "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT IN"
                    + " (SELECT name FROM v_about) AND name NOT GLOB 'fact_search_*' ORDER BY 1"))
        .containsExactly("v_about");
  }

  @Test
  void anEmptyStoreIsPublishedToo() {
    Path file = publish(out);
    assertThat(rows(file, "SELECT count(*) FROM v_occupation")).containsExactly("0");
    assertThat(rows(file, "SELECT count(*) FROM v_comparison")).containsExactly("0");
  }

  @Test
  void viewsHaveTheColumnsOfTheContract() {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(columns(file, "v_observation"))
        .containsExactly(
            "page",
            "layout",
            "section",
            "subject",
            "kind",
            "attribute",
            "member",
            "ordinal",
            "state",
            "value_num",
            "value_text",
            "unit",
            "raw_text",
            "raw_start",
            "raw_end",
            "method",
            "confidence",
            "candidates");
    assertThat(columns(file, "v_fact"))
        .startsWith(columns(file, "v_observation").subList(0, 17).toArray(String[]::new))
        .endsWith("valid_from", "resolution", "support", "dissent", "last_seen_at", "gone_at")
        .hasSize(23);
    assertThat(columns(file, "v_flag"))
        .containsExactly(
            "rule",
            "severity",
            "state",
            "page",
            "subject",
            "attribute",
            "member",
            "expected",
            "actual",
            "message");
    assertThat(columns(file, "v_occupation"))
        .containsExactly(
            "subject",
            "slug",
            "kind",
            "yearly_salary_usd",
            "job_satisfaction",
            "best_paying_company",
            "gender_pct",
            "skill_pct",
            "responsibility");
    assertThat(columns(file, "v_comparison"))
        .containsExactly(
            "page",
            "left",
            "right",
            "left_yearly_salary_usd",
            "right_yearly_salary_usd",
            "left_job_satisfaction",
            "right_job_satisfaction",
            "left_best_paying_company",
            "right_best_paying_company",
            "left_gender_pct",
            "right_gender_pct",
            "left_skill_pct",
            "right_skill_pct",
            "left_responsibility",
            "right_responsibility");
  }

  @Test
  void factsAreFoundByTheirText() {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(rows(file, "SELECT rowid, subject, attribute, value FROM fact_search"))
        .containsExactly(
            "1|Head Teller||",
            "2|Head Teller|Title of yearly_salary_usd|43251 USD/year",
            "3|Teller||",
            "4|Teller|Title of yearly_salary_usd|34920 USD/year",
            "5|Teller|Title of job_satisfaction|3.67 points of 5",
            "6|Teller|Title of best_paying_company|Citi",
            "7|Teller|Title of gender_pct|Female 64.9 percent",
            "8|Teller|Title of gender_pct|Male 35.1 percent",
            "9|Teller|Title of skill_pct|Cash Handling 12 percent",
            "10|Teller|Title of responsibility|Counts cash",
            "11|Teller|Title of responsibility|Balances the drawer");
    assertThat(
            rows(
                file,
                "SELECT slug, attribute_id, member, ordinal FROM fact_search"
                    + " WHERE fact_search MATCH 'tel* AND hand*' ORDER BY rank, rowid"))
        .containsExactly("teller|skill_pct|Cash Handling|1");
    assertThat(
            rows(
                file,
                "SELECT rowid FROM fact_search WHERE fact_search MATCH 'head t*'"
                    + " ORDER BY rank, rowid"))
        .containsExactly("1", "2");
  }

  @Test
  void changesAreToldInWords() {
    Path file;
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", MONDAY, "a"), "3.67"));
      Samples.load(store, TUESDAY, tellers(ref("a", TUESDAY, "b"), "4.1"));
      file = Publisher.publish(store, out);
    }
    assertThat(
            rows(
                file,
                "SELECT run, attribute, member, change, old_num, new_num, unit, page, sentence"
                    + " FROM v_change WHERE subject = 'Teller' AND old_text IS NULL"
                    + " AND new_text IS NULL AND attribute <> 'gender_pct' ORDER BY 1, 2"))
        .containsExactly(
            "1|job_satisfaction||new||3.67|points of 5|a|Teller: Title of job_satisfaction is"
                + " 3.67 points of 5",
            "1|skill_pct|Cash Handling|new||12|percent|a|Teller: Title of skill_pct, Cash Handling"
                + " 1 is 12 percent",
            "1|yearly_salary_usd||new||34920|USD/year|a|Teller: Title of yearly_salary_usd is 34920"
                + " USD/year",
            "2|job_satisfaction||changed|3.67|4.1|points of 5|a|Teller: Title of job_satisfaction"
                + " was 3.67, is 4.1 points of 5");
  }

  @Test
  void aPairHasOneRowAndItsHistoryAll() {
    Path file =
        publish(
            out,
            tellers(ref("a", MONDAY, "old"), "3.67"),
            tellers(ref("b", TUESDAY, "new"), "4.1"));
    assertThat(rows(file, "SELECT page, left_job_satisfaction FROM v_comparison"))
        .containsExactly("b|4.1");
    assertThat(
            rows(
                file,
                "SELECT page, \"left\", \"right\", captured_at, left_job_satisfaction"
                    + " FROM v_comparison_history ORDER BY page"))
        .containsExactly(
            "a|Teller|Head Teller|2026-01-05T02:30:00Z|3.67",
            "b|Teller|Head Teller|2026-01-06T02:30:00Z|4.1");
  }

  @Test
  void wideViewsHoldOneRowASubjectAndOneRowAPair() {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(rows(file, "SELECT * FROM v_occupation"))
        .containsExactly(
            "Teller|teller|occupation|34920|3.67|Citi|Female 64.9; Male 35.1|Cash Handling 12|"
                + "Counts cash; Balances the drawer",
            "Head Teller|head-teller|occupation|43251|||||");
    assertThat(
            rows(
                file,
                "SELECT page, \"left\", \"right\", left_yearly_salary_usd,"
                    + " right_yearly_salary_usd, left_job_satisfaction, right_job_satisfaction,"
                    + " left_gender_pct FROM v_comparison"))
        .containsExactly("a|Teller|Head Teller|34920|43251|3.67||Female 64.9; Male 35.1");
  }

  @Test
  void aFactShowsItsProof() {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(rows(file, "SELECT * FROM v_fact WHERE attribute = 'job_satisfaction'"))
        .containsExactly(
            "a|glued|overview|Teller|occupation|job_satisfaction||0|value|3.67||points of 5|3.67|"
                + "30|34|unique|0.98|2026-01-05T02:30:00Z|agreed|1|0|2026-01-05T02:30:00Z|");
  }

  @Test
  void aPageOfThreeSubjectsGivesThreePairs() {
    Path file =
        publish(
            out,
            Samples.page(
                ref("a", null, "a"),
                List.of(Subject.named("B"), Subject.named("A"), Subject.named("C")),
                List.of()));
    assertThat(rows(file, "SELECT \"left\", \"right\" FROM v_comparison"))
        .containsExactlyInAnyOrder("B|A", "B|C", "A|C");
  }

  @Test
  void theLatestCaptureOfAPageStandsInTheWideView() {
    Path file =
        publish(
            out,
            tellers(ref("a", TUESDAY, "new"), "4.1"),
            tellers(ref("a", MONDAY, "old"), "3.67"),
            Samples.page(ref("a", TUESDAY.plusSeconds(9), "soft error"), List.of(), List.of()));
    assertThat(rows(file, "SELECT page, left_job_satisfaction FROM v_comparison"))
        .containsExactly("a|4.1");
  }

  @Test
  void aFailedPublishLeavesTheOldOneWhole() throws IOException {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    byte[] before = Files.readAllBytes(file);
    try (WorkStore store = WorkStore.open(out)) {
      Path taken = Files.writeString(out.resolve("taken"), "");
      assertThatThrownBy(() -> Publisher.publish(store, taken))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("cannot publish");
      Files.createDirectories(out.resolve("unglue.db.new/occupied"));
      assertThatThrownBy(() -> Publisher.publish(store, out))
          .isInstanceOf(StoreException.class)
          .hasMessageEndingWith(" at " + file + "; the last publish is whole");
    }
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aRowWithoutItsParentIsNotPublished() throws IOException, SQLException {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    byte[] before = Files.readAllBytes(file);
    try (WorkStore store = WorkStore.open(out)) {
      Sql.execute(store.connection(), "PRAGMA foreign_keys = OFF");
      Sql.execute(store.connection(), "DELETE FROM subject WHERE slug = 'teller'");
      assertThatThrownBy(() -> Publisher.publish(store, out))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "cannot publish: expected sound foreign keys, found \"a row without parent in"
                  + " observation\" at %s; the last publish is whole",
              out.resolve("unglue.db.new"));
    }
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void whatABrokenRunLeftIsCleared() throws IOException {
    Files.writeString(out.resolve("unglue.db.new"), "half a file");
    Files.writeString(out.resolve("unglue.db-journal"), "of another writer");
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(rows(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(out.resolve("unglue.db-journal")).doesNotExist();
  }

  @Test
  void opensInTheSqliteShell() throws Exception {
    Path file = publish(out, tellers(ref("a", null, "a"), "3.67"));
    assertThat(shell(file, ".tables")).contains("v_occupation", "observation", "v_about");
    assertThat(shell(file, ".schema v_fact")).contains("-- What we believe now, one row a fact");
    assertThat(shell(file, "SELECT subject, yearly_salary_usd, gender_pct FROM v_occupation;"))
        .isEqualTo("Teller|34920|Female 64.9; Male 35.1\nHead Teller|43251|\n");
    assertThat(shell(file, "PRAGMA integrity_check; PRAGMA foreign_key_check;")).isEqualTo("ok\n");
    assertThat(shell(file, "SELECT count(*) FROM v_fact; SELECT count(*) FROM v_comparison;"))
        .isEqualTo("9\n1\n");
  }

  private static String shell(Path file, String command) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder("sqlite3", "-readonly", file.toString(), command)
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("skipped: the sqlite3 shell is not installed here");
      throw e;
    }
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(answer).isZero();
    return answer;
  }
}
