package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.bench.page.Dialect;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.store.PublishJob;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs that must not be published, and what becomes of them. */
class GateTest {
  private static final String MONDAY = "2026-01-05T02:30:00Z";
  private static final String TUESDAY = "2026-01-06T02:30:00Z";
  private static final String WEDNESDAY = "2026-01-07T02:30:00Z";

  @TempDir private Path folder;

  private static String page(int i, String salary) {
    return Work.page(
        Dialect.HTML,
        "Clerk " + i,
        "Head Clerk " + i,
        "Yearly salary ; " + salary + " ; " + salary,
        "Average age ; 42 ; 46");
  }

  private Work pages(int from, int to, String salary) {
    Work work = new Work(folder);
    for (int i = from; i < to; i++) {
      work.write("pages/%02d.html".formatted(i), page(i, salary));
    }
    return work;
  }

  private void forget(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Files.delete(folder.resolve("pages/%02d.html".formatted(i)));
    }
  }

  private List<String> stored(String sql) {
    return new Work(folder).stored(sql);
  }

  private List<Path> publish(Optional<Long> force) {
    Clock clock = Clock.fixed(Instant.parse(WEDNESDAY), ZoneOffset.UTC);
    return PublishJob.publish(folder.resolve("out"), "ada", clock, force);
  }

  // --- each limit -----------------------------------------------------------------------------

  @Test
  void publishesNothingWhereTooManyCellsOfAnAttributeAreWrong() {
    Work work = pages(0, 6, "$34,920");
    work.night(MONDAY, "pages");
    Map<String, String> before = work.files("out");
    pages(6, 12, "$17");

    RunSummary summary = work.night(TUESDAY, "pages");

    assertThat(summary.status()).isEqualTo("rejected");
    assertThat(summary.reasons())
        .containsExactly(
            "expected at most 20 % of the cells of yearly_salary_usd of pages with an error, found"
                + " 50 % (12 of 24); see v_flag; error_budget_pct in gate.yaml is the limit");
    assertThat(work.files("out")).isEqualTo(before);
    assertThat(
            stored(
                "SELECT run_id || check_id || attribute_id || expected || actual FROM gate_reason"))
        .containsExactly("2error_rateyearly_salary_usd20 %50 % (12 of 24)");
    assertThat(stored("SELECT count(*) FROM capture")).as("to look at").containsExactly("12");
    assertThat(Work.query(folder.resolve("out/work/store.db"), "SELECT count(*) FROM capture"))
        .as("what the next night begins with")
        .containsExactly("6");
  }

  // --- what it protects -----------------------------------------------------------------------

  @Test
  void closesOnNoLimitWhereNothingIsPublishedYet() {
    Work work = pages(0, 12, "$17");

    assertThat(work.night(MONDAY, "pages").status()).isEqualTo("published");
  }

  @Test
  void holdsPagesThatWereGivenByHandToNoBudget() {
    Work work = pages(0, 6, "$34,920");
    work.run(MONDAY, "pages");
    pages(6, 12, "$17");

    assertThat(work.run(TUESDAY, "pages").status()).isEqualTo("published");
  }

  // --- one bad source among others ------------------------------------------------------------

  private RunSummary oneGoodAndOneBadNight() throws IOException {
    Work work = pages(0, 10, "$34,920");
    work.write("other/a.html", page(20, "$50,000"));
    work.night(MONDAY, "other", "pages");
    forget(0, 3);
    for (int i = 3; i < 10; i++) {
      work.write("pages/%02d.html".formatted(i), page(i, "$40,000"));
    }
    work.write("other/b.html", page(21, "$51,000"));
    return work.night(TUESDAY, "other", "pages");
  }

  private static final String FEWER_CELLS =
      "expected the cells of pages at most 20 % below the 40 of the last good run, found 28 (30 %"
          + " less); if that is right, publish it by force";

  private static final String SHRUNK =
      "expected the pages of pages at most 20 % below the 10 of the last good run, found 7 (30 %"
          + " less); if that is right, publish it by force";

  private static final String SALARIES =
      "SELECT source, CAST(value_num AS INTEGER), count(*) FROM v_observation"
          + " WHERE attribute = 'yearly_salary_usd' GROUP BY 1, 2 ORDER BY 1, 2";

  @Test
  void publishesTheGoodSourceAndKeepsTheLastGoodDataOfTheBadOne() throws IOException {
    RunSummary summary = oneGoodAndOneBadNight();

    assertThat(summary.status()).isEqualTo("published");
    assertThat(summary.reasons()).containsExactly(SHRUNK, FEWER_CELLS);
    Work work = new Work(folder);
    assertThat(work.published("SELECT run, source, verdict, reason FROM v_night ORDER BY 1, 2"))
        .containsExactly(
            "1|other|ok|",
            "1|pages|ok|",
            "2|other|ok|",
            "2|pages|rejected|" + SHRUNK + "; " + FEWER_CELLS);
    assertThat(work.published(SALARIES.replace("source", "substr(page, 1, 5)")))
        .containsExactly("other|50000|2", "other|51000|2", "pages|34920|20");
    assertThat(stored("SELECT count(*) FROM capture")).as("to look at").containsExactly("19");
  }

  @Test
  void publishesByForceWhatOneSourceHasLeft() throws IOException {
    oneGoodAndOneBadNight();

    publish(Optional.of(2L));

    Work work = new Work(folder);
    assertThat(work.published(SALARIES.replace("source", "substr(page, 1, 5)")))
        .containsExactly("other|50000|2", "other|51000|2", "pages|34920|20", "pages|40000|14");
    assertThat(work.published("SELECT verdict FROM v_night WHERE run = 2"))
        .containsExactly("ok", "ok");
    assertThat(work.published("SELECT run_id, forced FROM publication")).containsExactly("2|1");
    assertThat(work.night(WEDNESDAY, "other", "pages").status()).isEqualTo("unchanged");
  }

  @Test
  void findsTheSourceThatAFatalFlagIsAbout() throws IOException {
    Work work = pages(0, 8, "$34,920");
    work.write("other/a.html", page(20, "$50,000"));
    for (String day : List.of("01", "02", "03")) {
      work.night("2026-01-%sT02:30:00Z".formatted(day), "other", "pages");
    }
    for (int i = 0; i < 8; i++) {
      work.write(
          "pages/%02d.html".formatted(i),
          Work.page(Dialect.HTML, "Clerk " + i, "Head Clerk " + i, "Yearly salary ; $1 ; $2"));
    }
    work.write("other/b.html", page(21, "$51,000"));

    RunSummary summary = work.night("2026-01-04T02:30:00Z", "other", "pages");

    assertThat(summary.nights()).extracting(SourceNight::source).containsExactly("other", "pages");
    assertThat(summary.nights())
        .extracting(night -> night.verdict().id())
        .containsExactly("ok", "rejected");
    assertThat(work.published("SELECT count(*) FROM capture WHERE source = 'other'"))
        .containsExactly("2");
  }

  @Test
  void publishesNothingWhereASourceShrank() throws IOException {
    Work work = pages(0, 10, "$34,920");
    work.run(MONDAY, "pages");
    Map<String, String> before = work.files("out");
    forget(0, 3);

    RunSummary summary = work.run(TUESDAY, "pages");

    assertThat(summary.status()).isEqualTo("rejected");
    assertThat(summary.reasons())
        .containsExactly(
            "expected the pages of input pages at most 20 % below the 10 of the last good run,"
                + " found 7 (30 % less); if that is right, publish it by force");
    assertThat(work.files("out")).isEqualTo(before);
  }

  @Test
  void publishesNothingWhereThePagesAreThereAndTheirCellsAreNot() {
    Work work = pages(0, 10, "$34,920");
    work.run(MONDAY, "pages");
    for (int i = 0; i < 10; i++) {
      work.write(
          "pages/%02d.html".formatted(i),
          Work.page(Dialect.HTML, "Clerk " + i, "Head Clerk " + i, "Average age ; 42 ; 47"));
    }

    assertThat(work.run(TUESDAY, "pages").reasons())
        .containsExactly(
            "expected the cells of input pages at most 20 % below the 40 of the last good run,"
                + " found 20 (50 % less); if that is right, publish it by force");
  }

  @Test
  void publishesNothingWherePagesHoldNoKnownLabel() {
    Work work = pages(0, 10, "$34,920");
    work.night(MONDAY, "pages");
    for (int i = 10; i < 14; i++) {
      work.write(
          "pages/%02d.html".formatted(i),
          "<html><head><title>One moment</title></head><body>Checking %d.</body></html>"
              .formatted(i));
    }

    assertThat(work.night(TUESDAY, "pages").reasons())
        .containsExactly(
            "expected at most 20 % of the pages of pages refused or without a known label,"
                + " found 28.6 % (4 of 14); look at the pages; most_blocked_pct in gate.yaml is the"
                + " limit");
  }

  @Test
  void comparesOnlyRunsOfTheSamePaths() {
    Work work = pages(0, 10, "$34,920");
    work.run(MONDAY, "pages");

    assertThat(work.run(TUESDAY, "pages/00.html").status()).isEqualTo("unchanged");
  }

  @Test
  void judgesNoRateOfAFewCells() {
    assertThat(pages(0, 3, "$17").run(MONDAY, "pages").status()).isEqualTo("published");
  }

  // --- what comes after -----------------------------------------------------------------------

  @Test
  void leavesNothingOfARejectedRunToTheNextOne() throws IOException {
    Work work = pages(0, 6, "$34,920");
    work.night(MONDAY, "pages");
    pages(6, 12, "$17");
    work.night(TUESDAY, "pages");

    forget(6, 12);

    assertThat(work.night(WEDNESDAY, "pages").status()).isEqualTo("unchanged");
    assertThat(work.published("SELECT count(*) FROM capture")).containsExactly("6");
    assertThat(folder.resolve("out/work/rejected.db")).doesNotExist();
  }

  @Test
  void keepsTheGateClosedAfterARunThatOnlyFetched() {
    Work work = pages(0, 6, "$34,920");
    work.night(MONDAY, "pages");
    pages(6, 12, "$17");
    work.night(TUESDAY, "pages");
    Instant at = Instant.parse(WEDNESDAY);
    try (WorkStore store = WorkStore.open(folder.resolve("out"))) {
      store.addFetchRun(
          new RunStart("fetch", at, at, "1", "c".repeat(64)), List.of(), List.of(), at);
    }

    assertThatThrownBy(() -> publish(Optional.empty()))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "the gate is closed on run 2: expected at most 20 % of the cells of yearly_salary_usd"
                + " of pages with an error, found 50 % (12 of 24); see v_flag; error_budget_pct in"
                + " gate.yaml is the limit; look at work/rejected.db; unglue publish --force 2 publishes it all the"
                + " same");
    assertThat(work.night(WEDNESDAY, "pages").status()).isEqualTo("rejected");
  }

  @Test
  void opensAgainOnceTheSiteHasMendedItsPages() {
    Work work = pages(0, 6, "$34,920");
    work.night(MONDAY, "pages");
    pages(6, 12, "$17");
    work.night(TUESDAY, "pages");
    pages(6, 12, "$36,000");

    assertThat(work.night(WEDNESDAY, "pages").status()).isEqualTo("published");
  }

  @Test
  void publishesARejectedRunByForceAndKeepsWhoDidSo() throws IOException {
    Work work = pages(0, 10, "$34,920");
    work.run(MONDAY, "pages");
    forget(0, 3);
    work.run(TUESDAY, "pages");

    assertThatThrownBy(() -> publish(Optional.empty()))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "the gate is closed on run 2: expected the pages of input pages at most 20 % below the"
                + " 10 of the last good run, found 7 (30 % less); if that is right, publish it by"
                + " force; look at work/rejected.db; unglue publish --force 2 publishes it all the same");
    assertThatThrownBy(() -> publish(Optional.of(1L)))
        .hasMessage(
            "cannot publish run 1: expected the last run, 2, for the store holds what that one"
                + " left");
    List<Path> files = publish(Optional.of(2L));

    assertThat(files.get(0)).isEqualTo(folder.resolve("out/unglue.db"));
    assertThat(work.published("SELECT run_id, published_at, published_by, forced FROM publication"))
        .containsExactly("2|2026-01-07T02:30:00Z|ada|1");
    assertThat(work.published("SELECT run_id, status FROM run"))
        .containsExactly("1|published", "2|published");
    assertThat(work.run(WEDNESDAY, "pages").status()).isEqualTo("unchanged");
  }

  @Test
  void saysThatWhatWasRejectedIsNotThereAnyMore() throws IOException {
    Work work = pages(0, 10, "$34,920");
    work.run(MONDAY, "pages");
    forget(0, 3);
    work.run(TUESDAY, "pages");
    Path rejected = folder.resolve("out/work/rejected.db");
    Files.delete(rejected);

    assertThatThrownBy(() -> publish(Optional.of(2L)))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "cannot publish run 2: expected what it has brought in "
                + rejected
                + ", found nothing; run it again");
  }

  @Test
  void publishesAgainByHandWhatIsGood() throws IOException {
    Work work = pages(0, 2, "$34,920");
    work.run(MONDAY, "pages");
    Files.delete(folder.resolve("out/unglue.db"));

    publish(Optional.empty());

    assertThat(work.published("SELECT forced FROM publication")).containsExactly("0");
  }

  @Test
  void publishesNothingWhereNothingIsStored() {
    assertThatThrownBy(() -> publish(Optional.empty()))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("nothing to publish: expected a work store in ");
  }

  // --- a publish that fails -------------------------------------------------------------------

  @Test
  void saysThatARunFailedWhosePublishCannotBeWrittenAndPublishesItNextTime() throws IOException {
    Work work = pages(0, 2, "$34,920");
    work.run(MONDAY, "pages");
    Map<String, String> before = work.files("out");
    pages(2, 3, "$35,000");
    Path blocked = folder.resolve("out/unglue.db.new");
    Files.createDirectories(blocked.resolve("full"));

    assertThatThrownBy(() -> work.run(TUESDAY, "pages")).isInstanceOf(StoreException.class);

    assertThat(work.files("out")).isEqualTo(before);
    assertThat(stored("SELECT status FROM run ORDER BY run_id"))
        .containsExactly("published", "failed");
    Files.delete(blocked.resolve("full"));
    Files.delete(blocked);
    assertThat(work.run(WEDNESDAY, "pages").status()).isEqualTo("unchanged");
    assertThat(work.published("SELECT count(*) FROM capture")).containsExactly("3");
  }
}
