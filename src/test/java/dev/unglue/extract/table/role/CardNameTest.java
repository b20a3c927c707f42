package dev.unglue.extract.table.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table of one subject alone gives nothing to the others. */
class CardNameTest {
  private static final List<String> TOLD =
      List.of(
          "Pipefitter average_age_years 38",
          "Pipefitter job_count 112530",
          "Plumber average_age_years 41",
          "Plumber job_count 18204");

  @Test
  void readsATableForEachSubjectBelowItsName() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Plumber vs pipefitter</h1><h2>Plumber</h2><table><tr><td>Average age<td>41"
                    + "<tr><td>Number of jobs<td>18,204</table><h2>Pipefitter:</h2><table><tr>"
                    + "<td>Average age<td>38<tr><td>Number of jobs<td>112,530</table>"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsATableBelowACaptionAndLabelsWithAColon() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Plumber vs pipefitter</h1><table><caption>Plumber</caption><tr><td>Average"
                    + " age:<td>41<tr><td>Number of jobs:<td>18,204</table><table><caption>"
                    + "Pipefitter</caption><tr><td>Average age<td>38<tr><td>Number of jobs"
                    + "<td>112,530</table>"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsGluedAndSpacedLinesBelowTheNameOfOneSubject() {
    String title = "Plumbers vs pipefitters\n\n";
    assertThat(
            Told.of(
                "text/plain",
                title
                    + "Plumber\nAverage age41\nNumber of jobs18,204\n\n"
                    + "Pipefitter\nAverage age38\nNumber of jobs112,530\n"))
        .isEqualTo(TOLD);
    assertThat(
            Told.of(
                "text/plain",
                title
                    + "Plumber\nAverage age: 41\nNumber of jobs: 18,204\n\n"
                    + "Pipefitter\nAverage age: 38\nNumber of jobs: 112,530\n"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsLinesThatAlternateBelowTheNameOfOneSubject() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Plumber vs pipefitter</h1><h2>Plumber</h2><dl><dt>Average age<dd>41"
                    + "<dt>Number of jobs<dd>18,204</dl><h2>Pipefitter</h2><dl>"
                    + "<dt>Average age<dd>38<dt>Number of jobs<dd>112,530</dl>"))
        .isEqualTo(TOLD);
  }

  @Test
  void takesTwoNamesAboveForOneHeader() {
    assertThat(
            Told.of(
                "text/plain",
                "Plumber vs pipefitter\n\nSome words first.\n\nPlumber\nPipefitter\n"
                    + "Average age\n41\nNumber of jobs\n18,204\n"))
        .containsExactly("nobody average_age_years ambiguous", "nobody job_count ambiguous");
  }

  @Test
  void givesNobodyWhatStandsBelowNoName() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Plumber vs pipefitter</h1><p>At a glance</p><table><tr><td>Average age<td>41"
                    + "<tr><td>Number of jobs<td>18,204</table>"))
        .containsExactly("nobody average_age_years ambiguous", "nobody job_count ambiguous");
  }

  @Test
  void readsATableBehindTheTextBelowEachName() {
    assertThat(Told.of("text/html", page("<h3>Plumber</h3>", "")))
        .containsExactly(
            "Pipefitter Shifts 2", "Pipefitter Tools 14", "Plumber Shifts 1", "Plumber Tools 9");
  }

  @Test
  void leavesTablesOpenWhereANameHeadsSeveral() {
    String more = "<h3>Plumber</h3><p>And more.</p><table><tr><th>Vans<td>3</table>";
    assertThat(Told.of("text/html", page("<h3>Plumber</h3>", more)))
        .isNotEmpty()
        .noneMatch(line -> line.startsWith("Plumber Tools") && !line.endsWith("ambiguous"));
    assertThat(Told.of("text/html", page("<h3>Other trades</h3>", "")))
        .noneMatch(line -> line.startsWith("Plumber Tools") && !line.endsWith("ambiguous"));
  }

  private static String page(String head, String more) {
    return "<h1>Plumber vs Pipefitter</h1>"
        + head
        + "<p>A word on it.</p><table><tr><th>Tools<td>9<tr><th>Shifts<td>1</table>"
        + "<h3>Pipefitter</h3><p>Some words.</p><ul><li>One more</ul>"
        + "<table><tr><th>Tools<td>14<tr><th>Shifts<td>2</table>"
        + more;
  }
}
