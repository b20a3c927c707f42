package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of pages from a site on this machine to the published file. */
class LiveSiteTest {
  private static final int PAGES = 60;

  @TempDir private Path folder;
  private LiveSite live;
  private WireMockServer server;

  @BeforeEach
  void start() {
    live = new LiveSite(folder);
    server = live.server;
  }

  @AfterEach
  void stop() {
    live.close();
  }

  private void generated(int count) {
    NamePool pool = NamePool.bundled(ConfigFolder.loadDefault().catalogue(), attribute -> true);
    List<Comparison> made = new PageGenerator(pool, new Random(11)).pages(count);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      String path = "/jobs/page-%03d-differences".formatted(i);
      live.page(path, made.get(i).print(Dialect.HTML).text(), "\"v" + i + "\"");
      lines.add("<url><loc>" + server.baseUrl() + path + "</loc></url>");
    }
    server.stubFor(
        get("/sitemap.xml")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/xml")
                    .withBody(
                        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                            + String.join("\n", lines)
                            + "<url><loc>%s/about</loc></url>".formatted(server.baseUrl())
                            + "<url><loc>%s/jobs/es/x-differences</loc></url></urlset>"
                                .formatted(server.baseUrl()))));
    server.stubFor(
        get("/robots.txt")
            .willReturn(aResponse().withBody("User-agent: *\nDisallow: /jobs/page-007-\n")));
  }

  private static final String SITEMAP =
      "sitemap: {url: SITE/sitemap.xml, include: [\"*-differences\"], exclude: [\"*/es/*\"]}\n";

  @Test
  void bringsASiteIntoThePublishedFileAndAsksOnlyForWhatIsNewTheNextTime() {
    generated(PAGES);
    RealRun run = live.run(SITEMAP).execute("run", "--source", "site");

    assertThat(run.err).doesNotContain("unglue:");
    assertThat(run.code).isLessThan(2);
    assertThat(run.query("normalized/unglue.db", outcomes(1)))
        .containsExactly("captured|" + (PAGES - 1), "forbidden|1");
    assertThat(run.query("normalized/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly(Integer.toString(PAGES - 1));
    assertThat(
            run.query(
                "normalized/unglue.db",
                "SELECT url LIKE '%/jobs/page-007-differences', robots FROM fetch WHERE outcome = 'forbidden'"))
        .containsExactly("1|forbidden: robots.txt, Disallow: /jobs/page-007-");
    server.verify(0, getRequestedFor(urlEqualTo("/jobs/page-007-differences")));
    server.verify(0, getRequestedFor(urlEqualTo("/about")));

    live.page("/jobs/page-001-differences", LiveSite.comparison("$50,000"), "\"new\"");
    run.now = Instant.parse("2026-02-04T04:05:06Z");
    run.execute("run", "--source", "site");

    assertThat(run.query("normalized/unglue.db", outcomes(2)))
        .containsExactly("captured|1", "forbidden|1", "unchanged|" + (PAGES - 2));
    assertThat(run.query("normalized/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly(Integer.toString(PAGES));
    assertThat(run.out).contains("fetched       60: captured 1, unchanged 58, forbidden 1");
  }

  private static String outcomes(int run) {
    return "SELECT outcome, count(*) FROM fetch WHERE role = 'page' AND run_id = "
        + run
        + " GROUP BY 1 ORDER BY 1";
  }

  // --- fetch alone ----------------------------------------------------------------------------

  @Test
  void fetchesIntoTheRawStoreAndParsesLaterWithoutTheNetwork() {
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    RealRun run = live.run("urls: [SITE/a, SITE/gone]\n").execute("fetch");

    assertThat(run.code).isZero();
    assertThat(run.err)
        .isEqualTo(
            "unglue: site, not received:\nunglue:   %s/gone gone: HTTP 404\n"
                .formatted(server.baseUrl()));
    assertThat(run.out)
        .isEqualTo(
            """
            planned     2
            captured    1
            unchanged   0
            redirected  0
            gone        1
            forbidden   0
            blocked     0
            failed      0
            truncated   0
            skipped     0
            raw store   raw
            """);
    assertThat(run.files("raw/site").keySet()).contains("site-20260203T040506Z.warc.gz");
    assertThat(run.query("normalized/work/store.db", "SELECT \"trigger\", status FROM run"))
        .containsExactly("fetch|unchanged");
    server.stop();

    run.execute("run", "--offline", "--source", "site");
    assertThat(run.query("normalized/unglue.db", "SELECT subject FROM v_fact GROUP BY 1"))
        .containsExactly("Head Teller", "Teller");
  }

  @Test
  void saysWhatFailedAndExitsWithThree() {
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    server.stubFor(get("/b").willReturn(aResponse().withStatus(500)));
    RealRun run = live.run("urls: [SITE/a, SITE/b]\n").execute("fetch");
    assertThat(run.code).isEqualTo(3);
    assertThat(run.err)
        .isEqualTo(
            "unglue: site partial: 1 page failed: HTTP 500\nunglue:   %s/b failed: HTTP 500\n"
                .formatted(server.baseUrl()));
  }

  @Test
  void refusesASiteWithoutAContactBeforeAnythingIsAsked() {
    RealRun run = live.source(live.run(""), "urls: [SITE/a]\n");
    for (String command : List.of("fetch", "run")) {
      run.execute(command, "--source", "site");
      assertThat(run.code).isEqualTo(2);
      assertThat(run.err)
          .isEqualTo(
              "unglue: source site: a live site needs a contact: expected an address or page where"
                  + " its owner can reach you, found nothing; write it into sources/site.yaml of the"
                  + " configuration (config), key contact\n");
    }
    assertThat(folder.resolve("normalized")).doesNotExist();
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void saysThatThereIsNothingToFetch() {
    RealRun run =
        live.source(live.run(""), "contact: me@example.org\nurls: [SITE/a]\n").execute("fetch");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: no live source is enabled: switch one on in sources/ and give it a contact, or"
                + " give --source\n");
    run.file("config/sources/here.yaml", "name: here\nfiles: [pages]\n");
    run.execute("fetch", "--source", "here");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: source here: expected one with urls, urlFile or sitemap, found one with files;"
                + " its pages lie here already\n");
  }

  @Test
  void takesAddressesOfAFileAndFollowsLinksOfComparisonPages() {
    String links =
        "<a href='/c-vs-d'>c</a> <a href='/about'>about</a> <a rel=nofollow href='/e-vs-f'>e</a>";
    live.page("/a-vs-b", LiveSite.comparison("$27,490") + links, "\"1\"");
    live.page("/c-vs-d", LiveSite.comparison("$1,490"), "\"2\"");
    live.page("/plain", "<p>no comparison</p><a href='/g-vs-h'>g</a>", "\"3\"");
    RealRun run =
        live.run("urlFile: list.txt\nlinks: {budget: 10, include: [\"*-vs-*\"]}\n")
            .file(
                "list.txt",
                "# pages\nSITE/a-vs-b\n\nSITE/plain\n".replace("SITE", server.baseUrl()));
    run.execute("fetch", "--source", "site");
    assertThat(
            run.query(
                "normalized/work/store.db",
                "SELECT replace(url, '"
                    + server.baseUrl()
                    + "', ''), outcome FROM fetch ORDER BY 1"))
        .containsExactly("/a-vs-b|captured", "/c-vs-d|captured", "/plain|captured");
  }

  @Test
  void saysAWrongLineOfAListOfAddresses() {
    RealRun run = live.run("urlFile: list.txt\n").file("list.txt", "# pages\nexample.org/a\n");
    run.execute("fetch", "--source", "site");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: list.txt:2: expected an address that starts with https:// or http://, found"
                + " \"example.org/a\"\n");
  }

  @Test
  void saysThatAListOfAddressesIsNotThereOrNoText() {
    RealRun run = live.run("urlFile: list.txt\n");
    run.execute("fetch", "--source", "site");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: source site: expected a list of addresses in UTF-8, found none, at list.txt;"
                + " check the key urlFile\n");
    run.file("list.txt", new byte[] {(byte) 0xff, '\n'}).execute("fetch", "--source", "site");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: source site: expected a list of addresses in UTF-8, found other bytes, at"
                + " list.txt; check the key urlFile\n");
  }

  @Test
  void takesAPageWithOtherNavigationAndTheSameFiguresAsUnchanged() {
    live.page("/a", LiveSite.comparison("$27,490") + "<footer>build 1</footer>", "\"1\"");
    RealRun run = live.run("urls: [SITE/a]\n").execute("fetch", "--source", "site");
    live.page("/a", LiveSite.comparison("$27,490") + "<footer>build 2</footer>", "\"2\"");
    run.now = Instant.parse("2026-02-04T04:05:06Z");
    run.execute("fetch", "--source", "site");
    assertThat(run.query("normalized/work/store.db", outcomes(2))).containsExactly("unchanged|1");
    live.page("/a", LiveSite.comparison("$27,500") + "<footer>build 2</footer>", "\"3\"");
    run.now = Instant.parse("2026-02-05T04:05:06Z");
    run.execute("fetch", "--source", "site");
    assertThat(run.query("normalized/work/store.db", outcomes(3))).containsExactly("captured|1");
  }

  @Test
  void stopsWhenAskedToAndGoesOnTheNextTime() throws IOException {
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    live.page("/b", LiveSite.comparison("$1,490"), "\"2\"");
    RealRun run = live.run("urls: [SITE/a, SITE/b]\n");
    run.onStop = Runnable::run; // stopped before the first page
    run.execute("fetch", "--source", "site");
    assertThat(run.code).isEqualTo(3);
    assertThat(run.out)
        .contains("skipped     2\n")
        .endsWith("Stopped before the end; unglue fetch goes on with what is left.\n");
    run.execute("run", "--source", "site", "--lineage", "events.ndjson");
    assertThat(run.code).isEqualTo(3);
    String stopped =
        "the run was stopped while it fetched; run it again to go on with what is left";
    assertThat(run.err).isEqualTo("unglue: " + stopped + "\n");
    assertThat(run.query("normalized/work/store.db", "SELECT run_id, status, reason FROM run"))
        .containsExactly("1|unchanged|", "2|broken|" + stopped);
    assertThat(run.query("normalized/work/store.db", outcomes(2))).containsExactly("skipped|2");
    String uuid =
        run.query("normalized/work/store.db", "SELECT run_uuid FROM run WHERE run_id = 2").get(0);
    assertThat(Files.readString(run.folder.resolve("events.ndjson")).lines())
        .satisfiesExactly(
            start ->
                assertThat(start)
                    .startsWith("{\"eventType\":\"START\",")
                    .contains("\"runId\":\"" + uuid + "\""),
            fail ->
                assertThat(fail)
                    .startsWith("{\"eventType\":\"FAIL\",")
                    .contains("\"runId\":\"" + uuid + "\"", "\"message\":\"" + stopped + "\""));

    run.onStop = stop -> {};
    run.execute("run", "--source", "site");
    assertThat(run.query("normalized/unglue.db", outcomes(3))).containsExactly("captured|2");
  }

  @Test
  void neverLoadsAPageThatWasCutShort() {
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    RealRun run = live.run("urls: [SITE/a]\n").execute("run", "--source", "site");
    String facts = "SELECT subject, attribute, value_num FROM v_fact ORDER BY 1, 2";
    List<String> before = run.query("normalized/unglue.db", facts);
    String cut = LiveSite.comparison("$99,999");
    server.resetMappings();
    server.stubFor(
        get("/a")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withHeader("Content-Length", "5000")
                    .withBody(cut.substring(0, cut.length() - 60))));
    run.now = Instant.parse("2026-02-04T04:05:06Z");

    run.execute("run", "--source", "site");

    assertThat(run.query("normalized/work/store.db", outcomes(2))).containsExactly("truncated|1");
    assertThat(run.query("normalized/unglue.db", facts)).isEqualTo(before);
    assertThat(run.code).isEqualTo(4);
  }
}
