package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source of which nothing comes: what it is called, and why, whatever kind it is of. */
class UnreachableSourceTest {
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

  private List<String> nights() {
    return run.query("normalized/work/store.db", LiveSite.NIGHTS);
  }

  /** One way to be unreachable, for each kind of source that has it. */
  private void isUnreachable(String reason) {
    run.execute("run");

    assertThat(run.code).as(run.out + run.err).isEqualTo(4);
    assertThat(run.out).startsWith("run           1, unreachable\n").contains("site unreachable: ");
    List<String> nights = nights();
    assertThat(nights).hasSize(1);
    assertThat(nights.get(0)).startsWith("1|site|unreachable|").endsWith("||" + reason);
    assertThat(folder.resolve("normalized/unglue.db")).doesNotExist();
    run.execute("status");
    assertThat(run.code).isEqualTo(4);
    assertThat(run.out).contains("  unreachable\n", "site    1, unreachable  -");
    run.execute("fetch");
    assertThat(run.code).isEqualTo(3);
    assertThat(run.err).startsWith("unglue: site unreachable: " + reason + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"urls", "urlFile", "sitemap"})
  void aHostThatDoesNotAnswerIsUnreachable(String kind) throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    String page = "http://127.0.0.1:%d/a".formatted(port);
    run.file("list.txt", page + "\n");
    String pages =
        switch (kind) {
          case "urls" -> "urls: [%s]\n".formatted(page);
          case "sitemap" -> "sitemap: {url: %s}\n".formatted(page);
          default -> "urlFile: list.txt\n";
        };
    live.source(run, "site", pages);
    isUnreachable(
        "%s failed: robots.txt gave no answer: no connection: Failed to connect to /127.0.0.1:%d"
            .formatted(kind.equals("sitemap") ? "sitemap " + page : "1 page", port));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void aSiteWhoseRobotsFileIsInTroubleIsUnreachable(int status) {
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    live.server.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(status)));
    live.source(run, "site", "urls: [SITE/a]\n");
    isUnreachable("1 page failed: robots.txt: HTTP " + status);
  }

  @Test
  void aSitemapBehindSuchARobotsFileIsUnreachable() {
    live.server.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(500)));
    live.source(run, "site", "sitemap: {url: SITE/sitemap.xml}\n");
    isUnreachable(
        "sitemap %s/sitemap.xml failed: robots.txt: HTTP 500".formatted(live.server.baseUrl()));
  }

  @Test
  void aSitemapThatIsGoneIsUnreachable() {
    live.source(run, "site", "sitemap: {url: SITE/sitemap.xml}\n");
    isUnreachable("sitemap %s/sitemap.xml gone: HTTP 404".formatted(live.server.baseUrl()));
  }

  @Test
  void aSitemapThatListsNothingIsUnreachable() {
    live.server.stubFor(
        get("/sitemap.xml")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/xml")
                    .withBody("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>")));
    live.source(run, "site", "sitemap: {url: SITE/sitemap.xml}\n");
    isUnreachable(
        "no page was planned: %s/sitemap.xml is a sitemap of 0 pages"
            .formatted(live.server.baseUrl()));
  }

  @Test
  void aSitemapOfWhichNothingIsWantedSaysWhatLeavesItOut() {
    String listed = "SITE/a\nSITE/b\nSITE/a/print\nhttps://other.test/a\n";
    live.server.stubFor(
        get("/sitemap.txt")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/plain")
                    .withBody(listed.replace("SITE", live.server.baseUrl()))));
    live.source(
        run,
        "site",
        "sitemap: {url: SITE/sitemap.txt, include: ['*-vs-*'], exclude: ['*/print']}\n");
    isUnreachable(
        "no page was planned: %s/sitemap.txt is a sitemap of 4 pages: 1 left out by exclude, 2 left out by include, 1 left out on other hosts"
            .formatted(live.server.baseUrl()));
  }

  @Test
  void aRefusedAddressIsUnreachable() {
    live.page("/a", LiveSite.comparison("$27,490"), "\"1\"");
    live.allowed = false;
    live.source(run, "site", "urls: [SITE/a]\n");
    run.execute("run");
    assertThat(run.code).isEqualTo(4);
    assertThat(nights().get(0))
        .startsWith("1|site|unreachable|1|0|0|0|0|1||1 page failed: address refused: ");
    assertThat(live.server.getAllServeEvents()).isEmpty();
  }
}
