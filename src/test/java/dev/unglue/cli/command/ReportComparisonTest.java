package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of runs beside each other. */
class ReportComparisonTest {
  private static final String PAGE =
      """
      # Teller vs Head Teller

      | | Teller | Head Teller |
      |---|---|---|
      | Yearly salary | %s | $32,292 |
      | Average age | 42 | %s |
      """;

  @TempDir private Path folder;
  private RealRun run;

  @BeforeEach
  void nights() {
    run = new RealRun(folder);
    night("2026-01-01T02:30:00Z", "$900", "46");
    run.file("p/empty.txt", "");
    night("2026-01-02T02:30:00Z", "$27,490", "46");
    night("2026-01-03T02:30:00Z", "$27,490", "95");
    night("2026-01-04T02:30:00Z", "$27,490", "95");
  }

  private void night(String at, String salary, String age) {
    run.file("p/a.md", PAGE.formatted(salary, age));
    run.execute("run", "--input", "p", "--now", at);
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("normalized").resolve(name));
  }

  private static List<String> all(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(found -> found.group(1)).toList();
  }

  @Test
  void theReportBeginsWithWhatPeopleLookAt() throws IOException {
    String report = page("report.html");

    assertThat(all("<section id=\"([a-z]+)\"", report))
        .containsExactly(
            "gate",
            "charts",
            "changes",
            "fetches",
            "flags",
            "fill",
            "numbers",
            "pages",
            "quarantine",
            "ran");
    assertThat(
            report.indexOf(
                run.query("normalized/work/store.db", "SELECT run_uuid FROM run WHERE run_id = 4")
                    .get(0)))
        .as("hashes stand at the end")
        .isGreaterThan(report.indexOf("<footer"));
    assertThat(report)
        .contains(
            "<span class=\"status bad\">partial</span> <strong>input p</strong>: 1 page failed:")
        .contains("<a class=\"meta\" href=\"#fetches\">0 of 2 pages new, 1 missed</a>");
  }

  @Test
  void theChartsSayInWordsWhatTheyShow() throws IOException {
    String report = page("report.html");

    assertThat(all("aria-label=\"([^\"]*); the table of runs has the numbers", report))
        .containsExactly(
            "Facts: 3 after run 1, 4 after run 4",
            "Flags: 1 (error 1) after run 1, 1 (error 1) after run 4",
            "Filled cells: 100 % after run 1, 100 % after run 4",
            "Cells in doubt: 0 % after run 1, 0 % after run 4",
            "Pages planned: 1 (received 1) after run 1, 2 (unchanged 1, failed 1) after run 4",
            "Time: 0 s after run 1, 0 s after run 4");
    assertThat(all("(<title>run 2: [^<]*</title>)", report))
        .contains("<title>run 2: 2 (received 1, failed 1)</title>");
  }

  @Test
  void comparesAnyTwoRuns() throws IOException {
    run.execute("report", "--from", "1", "--to", "3");

    assertThat(run.err).isEmpty();
    assertThat(run.out).isEqualTo("normalized/report-1-3.html\n");
    String page = page("report-1-3.html");
    assertThat(all("<h2 id=\"[a-z]+-title\">([^<]*)</h2>", page))
        .containsExactly("Figures", "1 fact is otherwise", "1 new flag", "1 flag gone");
    assertThat(rows(page))
        .contains(
            "facts|3|4",
            "cells, value|3|10",
            "flags, error|1|1",
            "Teller|Yearly salary USD/year|none|27,490");
    assertThat(page)
        .contains("<code>age_range</code>")
        .contains("<code>salary_range</code>")
        .doesNotContain("<script", "http:");
  }

  @Test
  void pruningTakesNoRunAway() throws IOException {
    run.execute("report", "--from", "1", "--to", "3");
    String before = page("report-1-3.html");
    run.execute("prune", "--keep", "1d", "--now", "2027-01-01T00:00:00Z");
    assertThat(run.code).as(run.err).isZero();
    run.execute("report", "--from", "1", "--to", "3");

    assertThat(page("report-1-3.html")).isEqualTo(before);
  }

  private static List<String> rows(String page) {
    return Pattern.compile("<tr><th scope=\"row\">(.*?)</tr>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(row -> row.replaceAll("</t[hd]><td[^>]*>", "|").replaceAll("<[^>]*>", "").strip())
        .toList();
  }

  @Test
  void comparesWithTheRunBeforeWhereOneIsNamed() {
    assertThat(run.execute("report", "--to", "2").out).isEqualTo("normalized/report-1-2.html\n");
    assertThat(run.execute("report", "--from", "2").out).isEqualTo("normalized/report-2-4.html\n");
  }

  @Test
  void saysWhichRunCannotBeComparedAndWritesNothing() throws Exception {
    try (Connection store =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("normalized/work/store.db"));
        Statement sql = store.createStatement()) {
      sql.executeUpdate("UPDATE run SET status = 'skipped' WHERE run_id = 3");
      sql.executeUpdate("DELETE FROM run WHERE run_id = 2");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }

    assertThat(complaint("--from", "1", "--to", "9"))
        .isEqualTo("expected one of the runs 1 to 4 that are stored, found \"9\"\n");
    assertThat(complaint("--from", "2", "--to", "4"))
        .isEqualTo(
            "expected one of the runs 1 to 4 that are stored, found \"2\", which was taken out of"
                + " the store\n");
    assertThat(complaint("--from", "1", "--to", "3"))
        .isEqualTo(
            "expected a run that has left something to compare, found run 3, which is skipped\n");
    assertThat(complaint("--from", "4", "--to", "1"))
        .isEqualTo("expected the earlier run first, found 4 and 1\n");
    run.execute("report", "--from", "1", "--format", "json");
    assertThat(run.err)
        .isEqualTo("unglue: --format: expected none where two runs are compared, found one\n");
    try (Stream<Path> files = Files.list(folder.resolve("normalized"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("report-") && !name.equals("report-junit.xml"));
    }
  }

  private String complaint(String... args) {
    run.execute(Stream.concat(Stream.of("report"), Stream.of(args)).toArray(String[]::new));
    assertThat(run.code).isEqualTo(2);
    return run.err.replaceFirst("^unglue: --from, --to: ", "");
  }
}
