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
    RealRun run = new RealRun(folder);
    run.file(
        "p/teams.html",
        "<table><tr><th colspan=\"2\">Team</th><th>Won</th><th>Lost</th></tr>\n<tr><td></td><td>"
            + "<a href=\"/x\">Oak</a></td><td class=\"n\">13</td><td>19</td></tr></table>");
    run.execute("run", "--input", "p");

    assertThat(flags(run, "IS NOT ''"))
        .containsExactly(
            "row_unread|No table took a line: expected a table around it, found \"Oak 13 19\", at"
                + " p/teams.html[97..136]; see the quarantine");
    assertThat(run.query("normalized/unglue.db", "SELECT message FROM quarantine"))
        .singleElement()
        .asString()
        .contains("found \"Oak 13 19\", at p/teams.html 97..136");
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
