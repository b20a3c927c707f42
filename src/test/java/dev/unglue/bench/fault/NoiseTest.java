package dev.unglue.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.bench.page.NamePool;
import dev.unglue.cli.RealRun;
import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run tells a person of nothing that is no fault, and in words of the page. */
class NoiseTest {
  private static final int PAGES = 240;

  @TempDir private Path folder;

  @Test
  void aRunOnPagesWithoutFaultRaisesNoFlagThatAPersonIsToLookAt() {
    Catalogue catalogue = ConfigFolder.load(Path.of("config")).catalogue();
    NamePool pool = NamePool.bundled(catalogue, name -> true);
    String pages =
        CleanPages.of(pool, new Random(18), PAGES).scenario().pages().stream()
            .map(NoiseTest::line)
            .collect(Collectors.joining("\n"));
    RealRun run = new RealRun(folder).file("pages.jsonl", pages);

    for (String night : new String[] {"2026-02-03T02:30:00Z", "2026-02-04T02:30:00Z"}) {
      run.execute("run", "--input", "pages.jsonl", "--now", night);

      assertThat(run.code).as(run.err).isZero();
      assertThat(flags(run, "<> 'info'")).isEmpty();
    }
    assertThat(run.query("normalized/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly("" + PAGES);
    assertThat(flags(run, "= 'info'"))
        .as("what is only counted")
        .extracting(flag -> flag.substring(0, flag.indexOf('|')))
        .containsOnly("experience_months_as_years", "header_shifted");
  }

  @Test
  void namesThatOnlyHeadColumnsDoNotCollide() {
    RealRun run = new RealRun(folder);
    run.file(
        "p/prizes.md",
        "# Prizes\n\n| | Award | Awards |\n|---|---|---|\n| Golden Lamp | 3 | 4 |\n| Lamp | 5 | 6 |\n");
    run.execute("run", "--input", "p");

    assertThat(run.query("normalized/unglue.db", "SELECT slug FROM subject ORDER BY slug"))
        .containsExactly("award", "awards");
    assertThat(flags(run, "IS NOT ''")).isEmpty();
  }

  @Test
  void messagesQuoteHtmlAsAReaderSeesIt() {
    RealRun run = new RealRun(folder).file("p/teams.html", teams("Oak"));
    run.execute("run", "--input", "p");

    assertThat(flags(run, "IS NOT ''"))
        .containsExactly(
            "row_unread|A part of a table does not fit it: expected a label, and words in a cell"
                + " for each name, found \"Oak 13 19\", at p/teams.html[97..136]; see the"
                + " quarantine");
    assertThat(run.query("normalized/unglue.db", "SELECT message FROM quarantine"))
        .singleElement()
        .asString()
        .contains("found \"Oak 13 19\", at p/teams.html 97..136");
  }

  private static String teams(String... names) {
    return Stream.of(names)
        .map(
            name ->
                "<tr><td></td><td><a href=\"/x\">%s</a></td><td class=\"n\">13</td><td>19</td></tr>"
                    .formatted(name))
        .collect(
            Collectors.joining(
                "\n",
                "<table><tr><th colspan=\"2\">Team</th><th>Won</th><th>Lost</th></tr>\n",
                "</table>"));
  }

  /** The quarantine keeps each row; it is one thing that a person has to look at. */
  @Test
  void whatATableLacksIsToldOnce() {
    RealRun run = new RealRun(folder).file("p/teams.html", teams("Oak", "Elm", "Ash", "Yew"));
    run.execute("run", "--input", "p");

    assertThat(flags(run, "IS NOT ''"))
        .containsExactly(
            "row_unread|4 parts of a table do not fit it: expected a label, and words in a cell for"
                + " each name, found \"Oak 13 19\", at p/teams.html[97..136] and"
                + " p/teams.html[177..216] and p/teams.html[257..296] and 1 more; see the"
                + " quarantine");
    assertThat(run.query("normalized/unglue.db", "SELECT message FROM quarantine ORDER BY 1"))
        .hasSize(4)
        .last()
        .asString()
        .contains("found \"Yew 13 19\", at p/teams.html 337..376");
  }

  @Test
  void linesThatStandTogetherAreToldOnce() {
    RealRun run = new RealRun(folder);
    run.file(
        "p/a.txt",
        "Teller vs Baker\n\nTips per day $12.50 $7.25\nTips per week $60.50 $35.25\n\n"
            + "A word on both of them, which goes on for a while.\n\nNumber of jobs 22,478 7,596\n"
            + "\nNothing else.\n");
    run.execute("run", "--input", "p");

    assertThat(flags(run, "IS NOT ''"))
        .contains(
            "row_unread|No table took 2 lines: expected a table around it, found \"Tips per day"
                + " $12.50 $7.25\", at p/a.txt[17..42] and p/a.txt[43..70]; see the quarantine",
            "row_unread|No table took a line: expected a table around it, found \"Number of jobs"
                + " 22,478 7,596\", at p/a.txt[124..151]; see the quarantine")
        .hasSize(3);
  }

  /** HTML says that the last cells are empty; where things are compared it may be any. */
  @Test
  void aRowThatEndsEarlyIsCountedWhereNothingIsCompared() {
    String rows = "<tr><td>Oak<td>13<td>19<tr><td>Elm<td>4<tr><td>Ash<td>5<td>6</table>";
    RealRun run =
        new RealRun(folder)
            .file("p/list.html", "<table><tr><th>Team<th>Won<th>Lost" + rows)
            .file("p/pair.html", "<h1>Kiln vs Wheel</h1><table><tr><th><th>Kiln<th>Wheel" + rows);
    run.execute("run", "--input", "p");

    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT page, severity FROM v_flag WHERE rule = 'row_unread' ORDER BY 1"))
        .containsExactly("p/list.html|info", "p/pair.html|warn");
  }

  @Test
  void aHeaderThatCannotBeCutStandsForItsRows() {
    RealRun run = new RealRun(folder);
    run.file(
        "p/land.txt",
        "Country Calculator\n\nMetricNorth LandSouth LandRatio\nPeople330M67M4.93x\n"
            + "Area9.8M640K15.31x\nWealth25T3.1T8.06x\n");
    run.execute("run", "--input", "p");

    assertThat(flags(run, "<> 'info'"))
        .containsExactly(
            "split_ambiguous|The header \"MetricNorth LandSouth LandRatio\" cannot be cut, and rows"
                + " below it are open: 3: expected names that title, address or prose tell, found"
                + " \"MetricNorth LandSouth LandRatio\", at p/land.txt[20..51] and"
                + " p/land.txt[52..70] and p/land.txt[71..89] and 1 more");
    assertThat(run.query("normalized/unglue.db", "SELECT DISTINCT state FROM v_observation"))
        .containsExactly("ambiguous");
  }

  private static List<String> flags(RealRun run, String severity) {
    return run.query(
        "normalized/unglue.db", "SELECT rule, message FROM v_flag WHERE severity " + severity);
  }

  private static String line(FaultPage page) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("url", page.url());
    line.put(page.mediaType().equals("text/html") ? "html" : "text", page.text());
    return line.toString();
  }
}
