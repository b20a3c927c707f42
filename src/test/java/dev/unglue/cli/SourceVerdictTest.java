package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict on each source of a night: planned against received, told the same everywhere. */
class SourceVerdictTest {
  @TempDir private Path folder;
  private LiveSite live;
  private RealRun run;

  @BeforeEach
  void start() {
    live = new LiveSite(folder);
    run = live.run("");
  }

  @AfterEach
  void stop() {
    live.close();
  }

  private void here() {
    run.file("config/sources/here.yaml", "name: here\nenabled: true\nfiles: [pages]\n");
    run.file("pages/a.html", LiveSite.comparison("$27,490"));
  }

  private void next(String... command) {
    run.now = run.now.plus(Duration.ofDays(1));
    run.execute(command);
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve("normalized").resolve(name));
  }

  private List<String> nights() {
    return run.query("normalized/work/store.db", LiveSite.NIGHTS);
  }

  private List<String> pages(int from, int to) {
    List<String> paths = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String page = LiveSite.comparison("$27,4" + (10 + i));
      live.page("/page-" + i, page.replace("Teller", "Teller " + (char) ('A' + i)), "\"1\"");
      paths.add("SITE/page-" + i);
    }
    return paths;
  }

  // --- partial, and how old the data are ------------------------------------------------------

  @Test
  void aNightWithoutSomeOfItsPagesIsPartialAndNamesThem() {
    live.source(run, "site", "urls: [%s]\n".formatted(String.join(", ", pages(0, 14))));
    run.execute("run");
    assertThat(run.code).isZero();
    for (int i = 0; i < 12; i++) {
      live.server.stubFor(
          get("/page-" + i).atPriority(1).willReturn(aResponse().withStatus(i < 11 ? 400 : 402)));
    }

    next("run");

    String base = live.server.baseUrl();
    String first =
        "\nsite partial: 12 pages failed: HTTP 400, and other reasons\n"
            + "  %s/page-0 failed: HTTP 400\n".formatted(base)
            + "  %s/page-1 failed: HTTP 400\n".formatted(base)
            + "  %s/page-10 failed: HTTP 400\n".formatted(base)
            + "  %s/page-11 failed: HTTP 402\n".formatted(base);
    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .contains("site          partial, 14 planned: 2 unchanged, 12 failed\n", first)
        .contains(
            "  %s/page-7 failed: HTTP 400\n  and 2 more: v_fetch, quarantine\n".formatted(base))
        .contains("pages         14 found: 0 read, 2 known already, 12 failed\n");
    assertThat(run.query("normalized/unglue.db", LiveSite.NIGHTS).get(1))
        .isEqualTo(
            "2|site|partial|14|0|2|0|0|12|2026-02-04T04:05:06Z|12 pages failed: HTTP 400, and other"
                + " reasons");
    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT count(*) FROM v_fetch WHERE run = 2 AND outcome = 'failed'"
                    + " AND reason = 'HTTP 400'"))
        .containsExactly("11");
    assertThat(run.query("normalized/unglue.db", "SELECT pages_found, pages_failed FROM run"))
        .containsExactly("14|0", "14|12");
  }

  @Test
  void theAgeOfDataCountsFromTheLastContactThatConfirmedThem() {
    live.source(run, "site", "urls: [SITE/a]\nschedule: 0 30 2 * * ?\n");
    run.file("config/gate.yaml", "most_age: {site: 60h}\n");
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    run.execute("run");
    next("run");
    assertThat(run.out).startsWith("run           2, unchanged\n");
    next("status");
    assertThat(run.code).isZero();
    assertThat(run.out).contains("site    2, ok     2              2026-02-04T04:05:06Z  1 d 0 h");
    live.server.stubFor(get("/a").atPriority(1).willReturn(aResponse().withStatus(500)));

    run.execute("run");
    assertThat(run.code).isEqualTo(4);
    next("status");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out)
        .contains("site    3, unreachable  2              2026-02-04T04:05:06Z  2 d 0 h");
    next("status");
    assertThat(run.out).contains("3 d 0 h, older than its limit");
  }

  // --- pages that are gone --------------------------------------------------------------------

  private void gone(int from, int to) {
    for (int i = from; i < to; i++) {
      live.server.stubFor(get("/page-" + i).atPriority(1).willReturn(aResponse().withStatus(404)));
    }
  }

  @Test
  void aNightWithHalfOfThePagesGonePublishesNothing() {
    live.source(run, "site", "urls: [%s]\n".formatted(String.join(", ", pages(0, 10))));
    run.execute("run");
    gone(0, 5);

    next("run");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out)
        .contains(
            "site          rejected, 10 planned: 5 unchanged, 5 gone\n",
            "\nsite rejected: expected at most 20 % of the pages of site gone since the last good night,"
                + " found 50 % (5 of 10); look at the pages; most_gone_pct in gate.yaml is the limit"
                + "\n  %s/page-0 gone: HTTP 404\n".formatted(live.server.baseUrl()))
        .endsWith(
            """
              expected at most 20 % of the pages of site gone since the last good night,
                found 50 % (5 of 10); look at the pages; most_gone_pct in gate.yaml is the
                limit
            Look at v_flag and v_observation in normalized/work/rejected.db;
            unglue publish --force 2 publishes it all the same.
            """);
    assertThat(run.query("normalized/unglue.db", "SELECT count(*) FROM run")).containsExactly("1");
    next("run");
    assertThat(run.code).as("as long as nobody accepts it").isEqualTo(4);
    run.execute("publish", "--force", "3");
    assertThat(run.code).isZero();
    next("run");
    assertThat(run.code).isZero();
    assertThat(
            run.query(
                "normalized/unglue.db", "SELECT count(*) FROM v_flag WHERE rule = 'page_gone'"))
        .containsExactly("5");
  }

  @Test
  void aPageThatIsGoneIsFlaggedAndItsFactsSaySo() {
    live.source(run, "site", "urls: [%s]\n".formatted(String.join(", ", pages(0, 6))));
    run.execute("run");
    gone(0, 1);

    next("run");

    String base = live.server.baseUrl();
    String flags = "SELECT severity, state, message FROM flag WHERE rule_id = 'page_gone'";
    String facts =
        "SELECT DISTINCT replace(page, '%s', ''), last_seen_at, coalesce(gone_at, '') FROM v_fact ORDER BY 1 LIMIT 2"
            .formatted(base);
    assertThat(run.code).isZero();
    assertThat(run.out)
        .startsWith("run           2, published\n")
        .contains("\nsite, not received:\n");
    assertThat(run.query("normalized/unglue.db", flags))
        .containsExactly(
            "info|new|Page \"%s/page-0\" is gone from its site: expected the page, found \"HTTP 404 or 410\", at %s/page-0; its facts stay"
                .formatted(base, base));
    assertThat(run.query("normalized/unglue.db", facts))
        .containsExactly(
            "/page-0|2026-02-03T04:05:06Z|2026-02-04T04:05:06Z", "/page-1|2026-02-04T04:05:06Z|");
    next("run");
    assertThat(run.out).startsWith("run           3, unchanged\n");
    live.server.resetMappings();
    pages(0, 6);

    next("run");

    assertThat(run.query("normalized/unglue.db", flags))
        .singleElement()
        .asString()
        .startsWith("info|fixed|");
    assertThat(run.query("normalized/unglue.db", facts))
        .containsExactly("/page-0|2026-02-06T04:05:06Z|", "/page-1|2026-02-06T04:05:06Z|");
  }

  // --- one bad source among others ------------------------------------------------------------

  @Test
  void aDeadSiteDoesNotHoldUpOthersAndIsToldEverywhere() throws IOException {
    here();
    live.server.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(503)));
    live.source(run, "site", "urls: [SITE/a]\n");

    run.execute("run", "--metrics", "m.prom", "--lineage", "l.ndjson");

    String why = "site unreachable: 1 page failed: robots.txt: HTTP 503";
    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .startsWith(
            """
            run           1, published
            here          ok, 1 planned: 1 received
            site          unreachable, 1 planned: 1 failed
            fetched       1: failed 1
            pages         2 found: 1 read, 0 known already, 1 failed
            """)
        .endsWith(
            """

            %s
              %s/a failed: robots.txt: HTTP 503
            """
                .formatted(why, live.server.baseUrl()));
    assertThat(run.query("normalized/unglue.db", LiveSite.NIGHTS))
        .containsExactly(
            "1|here|ok|1|1|0|0|0|0|2026-02-03T04:05:06Z|",
            "1|site|unreachable|1|0|0|0|0|1||1 page failed: robots.txt: HTTP 503");
    assertThat(Files.readString(folder.resolve("m.prom")))
        .contains(
            "unglue_run_exit_code 3\n",
            "unglue_run_pages{state=\"failed\"} 1\n",
            "unglue_source_verdict{source=\"here\",verdict=\"ok\"} 1\n",
            "unglue_source_verdict{source=\"site\",verdict=\"unreachable\"} 1\n",
            "unglue_source_pages{source=\"site\",outcome=\"failed\"} 1\n");
    assertThat(Files.readString(folder.resolve("l.ndjson")).lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("{\"eventType\":\"COMPLETE\"")
        .contains("\"message\":\"" + why + "\"", "\"verdict\":\"unreachable\"");
    assertThat(Files.readString(folder.resolve("normalized/csv/runs.csv"))).contains(",3,,2,1,0,1");
    assertThat(new ObjectMapper().readTree(written("report.json")).at("/nights/1"))
        .hasToString(
            "{\"source\":\"site\",\"verdict\":\"unreachable\",\"planned\":1,\"received\":0,"
                + "\"unchanged\":0,\"gone\":0,\"forbidden\":0,\"failed\":1,"
                + "\"reasons\":[\"1 page failed: robots.txt: HTTP 503\"],\"missed\":{\"all\":1,"
                + "\"rows\":[{\"page\":\"%s/a\",\"outcome\":\"failed\",\"reason\":\"robots.txt: HTTP 503\"}]}}"
                    .formatted(live.server.baseUrl()));
    assertThat(written("report.html"))
        .contains("%s/a failed: robots.txt: HTTP 503".formatted(live.server.baseUrl()));
    assertThat(written("report-junit.xml"))
        .contains(
            "<failure message=\"unreachable\" type=\"failure\">1 page failed: robots.txt: HTTP 503");
    run.execute("status");
    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .contains("here    1, ok           1", "site    1, unreachable  -              -");
  }

  @Test
  void aBrokenSourceFileTakesOnlyThatSourceOut() {
    here();
    run.file("config/sources/site.yaml", "name: site\nenabled: true\nurls: [here\n");

    run.execute("run");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .contains("here          ok, 1 planned: 1 received\nsite          unreachable");
    assertThat(nights().get(1))
        .startsWith("1|site|unreachable|0|0|0|0|0|0||config/sources/site.yaml:");
    run.execute("run", "--source", "site");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).startsWith("unglue: config/sources/site.yaml:");
    run.execute("config", "check");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).startsWith("config/sources/site.yaml:");
  }

  @Test
  void aMissingContactOrListTakesOnlyThatSourceOut() {
    here();
    run.file("config/sources/site.yaml", "name: site\nenabled: true\nurls: [https://a.test/b]\n");
    live.source(run, "list", "urlFile: list.txt\n");

    run.execute("run");

    assertThat(run.code).isEqualTo(3);
    assertThat(nights().subList(1, 3))
        .containsExactly(
            "1|list|unreachable|0|0|0|0|0|0||source list: expected a list of addresses in UTF-8,"
                + " found none, at list.txt; check the key urlFile",
            "1|site|unreachable|0|0|0|0|0|0||config/sources/site.yaml:1: a live site needs a"
                + " contact: expected an address or page where its owner can reach you, found"
                + " nothing");
  }

  @Test
  void aFolderThatIsGoneKeepsItsLastGoodData() throws IOException {
    here();
    run.file("config/sources/other.yaml", "name: other\nenabled: true\nfiles: [more]\n");
    run.file("more/b.html", LiveSite.comparison("$27,490").replace("Teller", "Clerk"));
    run.execute("run");
    Files.delete(folder.resolve("more/b.html"));
    run.file("pages/a.html", LiveSite.comparison("$28,000"));

    next("run");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .startsWith("run           2, published\n")
        .contains("other unreachable: 1 page failed: input \"more\": the folder holds no page");
    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT subject, CAST(value_num AS INTEGER) FROM v_fact WHERE attribute ="
                    + " 'yearly_salary_usd' AND subject NOT LIKE 'Head%' ORDER BY 1"))
        .containsExactly("Clerk|27490", "Teller|28000");
  }

  @Test
  void pagesGivenByHandArePublishedAndTheUnreadOnesNamed() {
    run.file("pages/a.html", LiveSite.comparison("$27,490")).file("pages/b.html", "");

    run.execute("run", "--input", "pages");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .contains("input pages   partial, 2 planned: 1 received, 1 failed\n")
        .contains("\n  failed: pages/b.html: ");
    assertThat(run.query("normalized/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly("1");
  }
}
