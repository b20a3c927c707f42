package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.bench.page.Dialect;
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
    work.run(MONDAY, "pages");
    Map<String, String> before = work.files("out");
    pages(6, 12, "$17");

    RunSummary summary = work.run(TUESDAY, "pages");

    assertThat(summary.status()).isEqualTo("rejected");
    assertThat(summary.reasons())
        .containsExactly(
            "expected at most 20 % of the cells of yearly_salary_usd with an error, found 50 %"
                + " (12 of 24); see v_flag in the work store, and error_budget_pct in gate.yaml");
    assertThat(work.files("out")).isEqualTo(before);
    assertThat(
            stored(
                "SELECT run_id || check_id || attribute_id || expected || actual FROM gate_reason"))
        .containsExactly("2error_rateyearly_salary_usd20 %50 % (12 of 24)");
    assertThat(stored("SELECT count(*) FROM capture")).containsExactly("12");
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
    work.run(MONDAY, "pages");
    for (int i = 10; i < 14; i++) {
      work.write(
          "pages/%02d.html".formatted(i),
          "<html><head><title>One moment</title></head><body>Checking %d.</body></html>"
              .formatted(i));
    }

    assertThat(work.run(TUESDAY, "pages").reasons())
        .containsExactly(
            "expected at most 20 % of the pages of input pages refused or without a known label,"
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
  void rejectsARunThatWouldPublishWhatARejectedOneHasLeft() {
    Work work = pages(0, 6, "$34,920");
    work.run(MONDAY, "pages");
    pages(6, 12, "$17");
    work.run(TUESDAY, "pages");

    assertThat(work.run(WEDNESDAY, "pages/00.html").status()).isEqualTo("rejected");
  }

  @Test
  void keepsTheGateClosedAfterARunThatOnlyFetched() {
    Work work = pages(0, 6, "$34,920");
    work.run(MONDAY, "pages");
    pages(6, 12, "$17");
    work.run(TUESDAY, "pages");
    Instant at = Instant.parse(WEDNESDAY);
    try (WorkStore store = WorkStore.open(folder.resolve("out"))) {
      store.addFetchRun(new RunStart("fetch", at, at, "1", "c".repeat(64)), List.of(), at);
    }

    assertThatThrownBy(() -> publish(Optional.empty()))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "the gate is closed on run 2: expected at most 20 % of the cells of yearly_salary_usd"
                + " with an error, found 50 % (12 of 24); see v_flag in the work store, and"
                + " error_budget_pct in gate.yaml; unglue publish --force 2 publishes it all the"
                + " same");
    assertThat(work.run(WEDNESDAY, "pages").status()).isEqualTo("rejected");
  }

  @Test
  void opensAgainOnceTheSiteHasMendedItsPages() {
    Work work = pages(0, 6, "$34,920");
    work.run(MONDAY, "pages");
    pages(6, 12, "$17");
    work.run(TUESDAY, "pages");
    pages(6, 12, "$36,000");

    assertThat(work.run(WEDNESDAY, "pages").status()).isEqualTo("published");
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
                + " force; unglue publish --force 2 publishes it all the same");
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
