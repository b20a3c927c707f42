package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.unglue.fetch.Fetcher.FetchFault;
import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.fetch.site.Scope;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  /** {@code printf page | sha256sum}. */
  private static final String SHA256_OF_PAGE =
      "3660315a9af3df255d8f19ab077e4797822b41488a0e2a04bc6af71213c23274";

  private final Site site = new Site();
  private final Fetching fetching = new Fetching();

  @AfterEach
  void stop() {
    site.close();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private Fetching of(String... paths) {
    return fetching.pages(List.of(paths).stream().map(site::url).toArray(String[]::new));
  }

  // --- one outcome for each address -----------------------------------------------------------

  @Test
  void givesOneOutcomeForEachPlannedAddress() {
    site.robots("User-agent: *\nDisallow: /private\n")
        .page("/a")
        .page("/same")
        .answer("/moved", aResponse().withStatus(301).withHeader("Location", "/target"))
        .page("/target")
        .answer("/gone", aResponse().withStatus(410))
        .answer("/denied", aResponse().withStatus(403).withBody("no"))
        .answer("/wall", Site.html("<title>Just a moment...</title>").withStatus(403))
        .answer("/long", Site.html("x".repeat(100_001)))
        .answer("/image", aResponse().withHeader("Content-Type", "image/png").withBody("png"))
        .answer("/empty", Site.html(""))
        .page("/private/x");
    fetching.look = exchange -> new PageInspector.Look("hash", List.of());
    fetching.known.put(
        site.url("/same"), new KnownPage(site.url("/same"), FakePace.START, null, null, "hash"));

    FetchReport report =
        of(
                "/a",
                "/a#again",
                "/same",
                "/moved",
                "/gone",
                "/denied",
                "/wall",
                "/long",
                "/image",
                "/empty",
                "/private/x",
                "/missing")
            .run();

    assertThat(Fetching.told(report))
        .containsExactly(
            "/a captured",
            "/denied failed: HTTP 403",
            "/empty failed: HTTP 200 with an empty body",
            "/gone gone: HTTP 410",
            "/image skipped: no page: image/png",
            "/long truncated: more than 100000 bytes",
            "/missing gone: HTTP 404",
            "/moved redirected",
            "/private/x forbidden: forbidden: robots.txt, Disallow: /private",
            "/same unchanged",
            "/target captured",
            "/wall blocked: a challenge page: title \"just a moment\"");
    assertThat(report.stopped()).isFalse();
    assertThat(report.counts())
        .isEqualTo(
            Map.of(
                FetchOutcome.CAPTURED, 2L,
                FetchOutcome.UNCHANGED, 1L,
                FetchOutcome.REDIRECTED, 1L,
                FetchOutcome.GONE, 2L,
                FetchOutcome.FORBIDDEN, 1L,
                FetchOutcome.BLOCKED, 1L,
                FetchOutcome.FAILED, 2L,
                FetchOutcome.TRUNCATED, 1L,
                FetchOutcome.SKIPPED, 1L));
    assertThat(site.asked("/private/x")).isZero();
    assertThat(site.asked("/a")).isEqualTo(1);
  }

  @Test
  void writesDownAllThatIsKnownOfACapture() {
    site.robots("User-agent: unglue\nAllow: /\n")
        .answer(
            "/a?b=1",
            Site.html("page")
                .withHeader("ETag", "\"v1\"")
                .withHeader("Last-Modified", "Sun, 01 Feb 2026 00:00:00 GMT"));
    fetching.look = exchange -> new PageInspector.Look("c0ffee", List.of());

    assertThat(of("/a?b=1").row())
        .isEqualTo(
            new FetchedUrl(
                "site",
                site.url("/a?b=1"),
                FetchedUrl.Role.PAGE,
                FetchOutcome.CAPTURED,
                200,
                null,
                1,
                FakePace.START,
                4L,
                SHA256_OF_PAGE,
                "c0ffee",
                "\"v1\"",
                "Sun, 01 Feb 2026 00:00:00 GMT",
                null,
                "allowed: robots.txt"));
  }

  @Test
  void keepsRequestAndAnswerAsTheyWentOverTheWire() {
    byte[] packed = gzip(Site.PAGE);
    site.answer(
        "/a?b=1",
        aResponse()
            .withHeader("Content-Type", "text/html")
            .withHeader("Content-Encoding", "gzip")
            .withHeader("X-Two", "one", "two")
            .withBody(packed));

    of("/a?b=1#part").run();

    Exchange kept = fetching.kept.get(0);
    assertThat(kept.url()).isEqualTo(site.url("/a?b=1"));
    assertThat(kept.requestHead())
        .startsWith("GET /a?b=1 HTTP/1.1\r\n")
        .contains("User-Agent: unglue/1.0 (+me@example.org)\r\n")
        .contains("Accept-Encoding: gzip\r\n")
        .contains("Host: site.test:" + site.server.port() + "\r\n")
        .endsWith("\r\n")
        .doesNotContain("\r\n\r\n");
    assertThat(kept.responseHead())
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Content-Encoding: gzip\r\n", "X-Two: one\r\nX-Two: two\r\n")
        .endsWith("\r\n");
    assertThat(kept.body()).isEqualTo(packed);
    assertThat(kept.address()).isEqualTo("127.0.0.1");
    assertThat(kept.fetchedAt()).isEqualTo(FakePace.START);
    assertThat(kept.truncated()).isNull();
  }

  @Test
  void keepsWhatWasAnsweredAndNothingElse() {
    site.robots("User-agent: *\nDisallow: /no\n")
        .page("/a")
        .page("/no")
        .answer("/image", aResponse().withHeader("Content-Type", "image/png").withBody("png"))
        .answer("/wall", Site.html("<title>Just a moment...</title>").withStatus(503));
    of("/a", "/no", "/image", "/wall", "/missing").run();
    assertThat(fetching.kept)
        .extracting(exchange -> exchange.url().replaceFirst(".*/", "/") + " " + exchange.status())
        .containsExactlyInAnyOrder("/a 200", "/wall 503", "/missing 404");
  }

  @Test
  void endsTheRunWhereAPageCannotBeKept() {
    site.page("/a");
    fetching.sink =
        (exchange, fetched) -> {
          throw new UncheckedIOException(new IOException("No space left on device"));
        };
    assertThatThrownBy(of("/a")::run)
        .isInstanceOf(FetchFault.class)
        .hasRootCauseMessage("No space left on device");
  }

  @Test
  void finishesWhatIsUnderWayWhenStoppedAndLeavesTheRestPlanned() {
    site.page("/a").page("/b").page("/c");
    fetching.sink =
        (exchange, fetched) -> {
          fetching.kept.add(exchange);
          fetching.fetcher.stop();
        };
    FetchReport report = of("/a", "/b", "/c").run();
    assertThat(Fetching.told(report))
        .containsExactly(
            "/a captured",
            "/b skipped: the run was stopped; still planned",
            "/c skipped: the run was stopped; still planned");
    assertThat(report.stopped()).isTrue();
    assertThat(fetching.kept).hasSize(1);
  }

  @Test
  void writesDownAStoppedRunOfVeryManyAddressesInFewRows() {
    site.page("/a");
    fetching.sink = (exchange, fetched) -> fetching.fetcher.stop();
    List<String> urls = new ArrayList<>(List.of(site.url("/a")));
    for (int i = 0; i < 10_005; i++) {
      urls.add(site.url("/%05d".formatted(i)));
    }
    FetchReport report = fetching.pages(urls.toArray(String[]::new)).run();

    assertThat(report.rows()).hasSize(10_001);
    assertThat(Fetching.told(report))
        .startsWith("/00000 skipped: the run was stopped; still planned")
        .endsWith(
            "/09999 skipped: the run was stopped; still planned, and 5 others", "/a captured");
    assertThat(report.notes()).containsExactly("5 more addresses are still planned, without rows");
  }

  @Test
  void plansNoMoreOnceItIsStopped() {
    fetching.fetcher.stop();
    String[] urls =
        IntStream.range(0, 10_007).mapToObj(i -> site.url("/" + i)).toArray(String[]::new);
    FetchReport report = fetching.pages(urls).run();

    assertThat(report.rows()).hasSize(10_000);
    assertThat(report.stopped()).isTrue();
    assertThat(report.notes()).containsExactly("7 more addresses are still planned, without rows");
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void followsTheLinksOfWhatItNeedNotAskForAgain() {
    site.page("/a-vs-b").page("/c-vs-d").page("/e-vs-f");
    fetching.done.put(site.url("/a-vs-b"), of("/a-vs-b").row());
    fetching.links.put(site.url("/a-vs-b"), List.of(site.url("/c-vs-d")));
    site.answer("/c-vs-d", aResponse().withStatus(304));
    known("/c-vs-d");
    fetching.links.put(site.url("/c-vs-d"), List.of(site.url("/e-vs-f"), site.url("/a-vs-b")));
    fetching.linkBudget = 2;

    assertThat(of("/a-vs-b").told())
        .containsExactly("/a-vs-b captured", "/c-vs-d unchanged", "/e-vs-f captured");
  }

  @Test
  void goesOnWithARunThatWasBrokenOffAndAsksNothingTwice() {
    site.page("/a").page("/b").answer("/m", to("/t")).page("/t");
    for (FetchedUrl row : of("/a", "/m").run().rows()) {
      if (!row.url().endsWith("/t")) {
        fetching.done.put(row.url(), row);
      }
    }
    site.forget();
    fetching.fetcher =
        new Fetcher(fetching.clock, fetching.chance, fetching.names, ProxyRules.NONE, 2);

    assertThat(of("/a", "/b", "/m").told())
        .containsExactly("/a captured", "/b captured", "/m redirected", "/t captured");
    assertThat(site.asked()).containsExactly("/robots.txt", "/b", "/t");
  }

  // --- what heals and what does not -----------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void asksAgainWhatMayHeal(int status) {
    site.answers(
        "/a", aResponse().withStatus(status), aResponse().withStatus(status), Site.html("x"));
    fetching.rules = Fetching.rules(Duration.ZERO, 2);
    FetchedUrl row = of("/a").row();
    assertThat(row.outcome()).isEqualTo(FetchOutcome.CAPTURED);
    assertThat(row.attempts()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
  void asksAgainWhereTheConnectionBreaks(Fault fault) {
    site.answers("/a", aResponse().withFault(fault), Site.html("x"));
    fetching.rules = Fetching.rules(Duration.ZERO, 1);
    FetchedUrl row = of("/a").row();
    assertThat(row.outcome()).isEqualTo(FetchOutcome.CAPTURED);
    assertThat(row.attempts()).isEqualTo(2);
    assertThat(site.asked("/a")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 451})
  void asksOnceWhatWillNotHeal(int status) {
    site.answer("/a", aResponse().withStatus(status));
    fetching.rules = Fetching.rules(Duration.ZERO, 3);
    assertThat(of("/a").row().attempts()).isEqualTo(1);
    assertThat(site.asked("/a")).isEqualTo(1);
  }

  @Test
  void givesUpAfterAsManyRetriesAsAllowed() {
    site.answer("/a", aResponse().withStatus(503));
    fetching.rules = Fetching.rules(Duration.ZERO, 2);
    FetchedUrl row = of("/a").row();
    assertThat(Fetching.told(row)).isEqualTo("/a failed: HTTP 503");
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(site.asked("/a")).isEqualTo(3);
    assertThat(fetching.kept).hasSize(1);
  }

  @Test
  void asksAHostThatFailsTenTimesInARowNoMore() {
    String[] paths = new String[15];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/%02d".formatted(i);
      site.answer(paths[i], aResponse().withStatus(500));
    }
    List<String> told = of(paths).told();
    assertThat(told).filteredOn(row -> row.endsWith("failed: HTTP 500")).hasSize(10);
    assertThat(told)
        .filteredOn(row -> row.endsWith("failed: the host failed 10 times in a row"))
        .hasSize(5);
  }

  private static final String WALL = "<title>Just a moment...</title>";

  private static final String BLOCKED = " blocked: a challenge page: title \"just a moment\"";

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 503})
  void asksForABlockedPageOnceMoreAfterTheOthersOfItsHost(int status) {
    site.answers("/a", Site.html(WALL).withStatus(status), Site.html("x")).page("/b").page("/c");
    fetching.rules = Fetching.rules(Duration.ZERO, 3);
    assertThat(of("/a", "/b", "/c").told())
        .containsExactly("/a captured", "/b captured", "/c captured");
    assertThat(site.asked()).containsExactly("/robots.txt", "/a", "/b", "/c", "/a");
    assertThat(fetching.clock.pauses).as("a rest after the challenge").hasSize(1);
    assertThat(fetching.kept).extracting(Exchange::status).containsOnly(200);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "3, 2"})
  void asksForABlockedPageNoMoreThanOnceAgain(int retries, int asked) {
    site.answer("/a", Site.html(WALL));
    fetching.rules = Fetching.rules(Duration.ZERO, retries);
    FetchedUrl row = of("/a").row();
    assertThat(Fetching.told(row)).isEqualTo("/a" + BLOCKED);
    assertThat(row.attempts()).isEqualTo(asked);
    assertThat(site.asked("/a")).isEqualTo(asked);
    assertThat(fetching.kept).hasSize(1);
  }

  @Test
  void asksAHostThatBlocksTenPagesInARowNoMoreAndSaysSoOfEach() {
    String[] paths = new String[15];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/%02d".formatted(i);
      site.answer(paths[i], Site.html(WALL));
    }
    fetching.rules = Fetching.rules(Duration.ZERO, 3);
    List<String> told = of(paths).told();
    assertThat(told).filteredOn(row -> row.endsWith(BLOCKED)).hasSize(10);
    assertThat(told)
        .filteredOn(row -> row.endsWith("failed: the host failed 10 times in a row"))
        .hasSize(5);
    assertThat(site.asked()).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void saysThatNobodyListens() {
    int port = site.server.port();
    site.close();
    assertThat(fetching.pages("http://site.test:" + port + "/a").told())
        .singleElement()
        .asString()
        .startsWith("/a failed: robots.txt gave no answer: no connection: ");
  }

  // --- conditional requests -------------------------------------------------------------------

  private KnownPage known(String path) {
    String modified = "Sun, 01 Feb 2026 00:00:00 GMT";
    KnownPage known = new KnownPage(site.url(path), FakePace.START, "\"v1\"", modified, "content");
    fetching.known.put(known.url(), known);
    return known;
  }

  @Test
  void asksWhetherAKnownPageHasChanged() {
    site.answer("/a", aResponse().withStatus(304));
    KnownPage known = known("/a");
    FetchedUrl row = of("/a").row();
    site.server.verify(
        getRequestedFor(urlEqualTo("/a"))
            .withHeader("If-None-Match", equalTo("\"v1\""))
            .withHeader("If-Modified-Since", equalTo("Sun, 01 Feb 2026 00:00:00 GMT")));
    assertThat(row.outcome()).isEqualTo(FetchOutcome.UNCHANGED);
    assertThat(row.etag()).isEqualTo("\"v1\"");
    assertThat(row.lastModified()).isEqualTo(known.lastModified());
    assertThat(row.contentSha256()).isEqualTo("content");
    assertThat(fetching.kept).extracting(Exchange::status).containsExactly(304);
  }

  @Test
  void takesAPageThatOnlyLooksDifferentAsUnchanged() {
    site.answer("/a", Site.html("new navigation, old figures").withHeader("ETag", "\"v2\""));
    known("/a");
    fetching.look = exchange -> new PageInspector.Look("content", List.of());
    FetchedUrl row = of("/a").row();
    assertThat(row.outcome()).isEqualTo(FetchOutcome.UNCHANGED);
    assertThat(row.etag()).isEqualTo("\"v2\"");
  }

  @Test
  void takesA304ThatNobodyAskedForAsAFailure() {
    site.answer("/a", aResponse().withStatus(304));
    assertThat(of("/a").told())
        .containsExactly("/a failed: HTTP 304 to a request that named no earlier version");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void neverTakesAServerErrorAsFresh(int status) {
    site.answer("/a", aResponse().withStatus(status).withHeader("ETag", "\"v1\""));
    known("/a");
    fetching.look = exchange -> new PageInspector.Look("content", List.of());
    assertThat(of("/a").told()).containsExactly("/a failed: HTTP " + status);
  }

  // --- challenge pages ------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | cf-mitigated      | challenge | <p>no title               | header cf-mitigated: challenge
          200 | cf-mitigated      | challenge | <p>no title               | header cf-mitigated: challenge
          202 | x-amzn-waf-action | challenge |                           | header x-amzn-waf-action: challenge
          405 | x-amzn-waf-action | captcha   |                           | header x-amzn-waf-action: captcha
          503 | X-Any             | any       | <TITLE>Just a moment...</TITLE> | title "just a moment"
          200 | X-Any             | any       | <title>Just a moment…</title> | title "just a moment"
          403 | X-Any             | any       | <div id="px-captcha">     | status 403 with "px-captcha"
          429 | X-Any             | any       | <form class="h-captcha">  | status 429 with "h-captcha"
          """)
  void tellsChallengePagesWithTheirEvidence(
      int status, String header, String value, String body, String evidence) {
    site.answer(
        "/a", Site.html(body == null ? "" : body).withStatus(status).withHeader(header, value));
    fetching.rules = Fetching.rules(Duration.ZERO, 3);
    FetchedUrl row = of("/a").row();
    assertThat(Fetching.told(row)).isEqualTo("/a blocked: a challenge page: " + evidence);
    assertThat(row.attempts()).as("asked once more").isEqualTo(2);
    assertThat(fetching.kept).hasSize(1);
  }

  @Test
  void looksIntoAPackedChallengePage() {
    site.answer(
        "/a",
        aResponse()
            .withStatus(403)
            .withHeader("Content-Encoding", "gzip")
            .withBody(gzip("<script src=/cdn-cgi/challenge-platform/x></script>")));
    assertThat(of("/a").told())
        .containsExactly(
            "/a blocked: a challenge page: status 403 with \"/cdn-cgi/challenge-platform/\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Just a moment vs wait a second</title>",
        "<title>hCaptcha vs reCAPTCHA</title><div class=g-recaptcha></div>",
        "<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script><h1>A vs B</h1>",
        "<title>never ended"
      })
  void takesAWholePageThatSpeaksOfChallengesAsAPage(String body) {
    site.answer("/a", Site.html(body));
    assertThat(of("/a").told()).containsExactly("/a captured");
  }

  // --- redirects ------------------------------------------------------------------------------

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder to(String where) {
    return aResponse().withStatus(302).withHeader("Location", where);
  }

  @Test
  void followsAtMostFiveRedirects() {
    for (int i = 0; i < 7; i++) {
      site.answer("/" + i, to("/" + (i + 1)));
    }
    assertThat(of("/0").told())
        .containsExactly(
            "/0 redirected",
            "/1 redirected",
            "/2 redirected",
            "/3 redirected",
            "/4 redirected",
            "/5 failed: more than 5 redirects");
    assertThat(site.asked("/6")).isZero();
  }

  @Test
  void seesARedirectThatLeadsBack() {
    site.answer("/a", to("/b")).answer("/b", to("/a")).answer("/c", to("/c"));
    assertThat(of("/a", "/c").told())
        .containsExactly(
            "/a redirected",
            "/b failed: a redirect that leads back to " + site.url("/a"),
            "/c failed: a redirect that leads back to " + site.url("/c"));
  }

  @Test
  void asksRobotsAgainAtEachHop() {
    site.robots("User-agent: *\nDisallow: /private\n").answer("/a", to("/private/b"));
    assertThat(of("/a").told())
        .containsExactly(
            "/a redirected", "/private/b forbidden: forbidden: robots.txt, Disallow: /private");
    assertThat(site.asked("/private/b")).isZero();
  }

  @Test
  void leavesARedirectOutOfTheSourcesScope() {
    site.answer("/a", to(site.url("elsewhere.test", "/b")));
    assertThat(of("/a").told())
        .containsExactlyInAnyOrder(
            "/a redirected",
            "/b failed: outside of the source's scope; " + site.url("/a") + " leads there");
    assertThat(site.asked()).containsExactly("/robots.txt", "/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://site.test/x", "file:///etc/passwd", "javascript:alert(1)", "http://"})
  void followsHttpAndHttpsOnly(String where) {
    site.answer("/a", to(where));
    assertThat(of("/a").told())
        .containsExactly(
            "/a failed: a redirect: expected an address of http or https, found \"" + where + "\"");
  }

  @Test
  void fetchesATargetOnceHoweverManyLeadThere() {
    site.answer("/a", to("/c")).answer("/b", to("/c")).page("/c");
    assertThat(of("/a", "/b", "/c").told())
        .containsExactly("/a redirected", "/b redirected", "/c captured");
    assertThat(site.asked("/c")).isEqualTo(1);
  }

  // --- addresses ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1        | 127.0.0.1 is loopback
          http://2130706433       | 127.0.0.1 is loopback
          http://0x7f.1           | 127.0.0.1 is loopback
          http://017700000001     | 127.0.0.1 is loopback
          http://[::ffff:7f00:1]  | 127.0.0.1 is loopback
          http://[::1]            | 0:0:0:0:0:0:0:1 is loopback
          http://169.254.169.254  | 169.254.169.254 is link-local, where clouds keep their metadata
          http://name.test        | 127.0.0.1 is loopback
          """)
  void refusesPrivateAddressesInEverySpelling(String base, String why) {
    fetching.rules = fetching.guarded();
    fetching.names =
        host -> List.of(Fetching.address(host.equals("name.test") ? "127.0.0.1" : host));
    assertThat(fetching.pages(base + ":" + site.server.port() + "/a").told())
        .containsExactly("/a failed: address refused: " + why);
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void looksAtTheAddressThatTheSocketConnectsToNotAtTheFirstLookUp() {
    site.page("/a");
    fetching.rules = fetching.guarded();
    // What a rebinding name does: whatever it was before, it leads home when it matters.
    fetching.names = host -> List.of(Fetching.address("10.0.0.1"), Fetching.address("127.0.0.1"));
    assertThat(of("/a").told())
        .singleElement()
        .asString()
        .startsWith("/a failed: address refused: ");
    assertThat(site.asked()).isEmpty();
  }

  // --- what pages and sitemaps lead to --------------------------------------------------------

  @Test
  void readsSitemapsAndTheirIndexPackedOrNot() {
    site.answer(
            "/sitemap.xml",
            aResponse()
                .withHeader("Content-Type", "application/xml")
                .withBody(
                    """
                    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                    <sitemap><loc>%s</loc></sitemap><sitemap><loc>%s</loc></sitemap>
                    <sitemap><loc>http://elsewhere.test/x.xml</loc></sitemap></sitemapindex>
                    """
                        .formatted(site.url("/one.xml.gz"), site.url("/two.txt"))))
        .answer(
            "/one.xml.gz",
            aResponse()
                .withHeader("Content-Type", "application/gzip")
                .withBody(
                    gzip(
                        """
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <url><loc>%s</loc></url><url><loc>%s</loc></url><url><loc>%s</loc></url>
                        <url><loc>%s</loc><lastmod>2026-01-01</lastmod></url>
                        <url><loc>http://elsewhere.test/a-vs-b</loc></url></urlset>
                        """
                            .formatted(
                                site.url("/a-vs-b"),
                                site.url("/about"),
                                site.url("/es/a-vs-b"),
                                site.url("/old-vs-new")))))
        .answer(
            "/two.txt",
            aResponse()
                .withHeader("Content-Type", "text/plain")
                .withBody(site.url("/c-vs-d") + "\n" + site.url("/a-vs-b") + "\n"))
        .page("/a-vs-b")
        .page("/c-vs-d");
    known("/old-vs-new");
    fetching.sitemaps = List.of(site.url("/sitemap.xml"));
    fetching.scope = new Scope(Set.of(), List.of("*-vs-*"), List.of("*/es/*"));

    FetchReport report = fetching.run();

    assertThat(Fetching.told(report))
        .containsExactly(
            "/a-vs-b captured",
            "/c-vs-d captured",
            "/old-vs-new unchanged: not changed since 2026-01-01T00:00:00Z, says the sitemap",
            "/one.xml.gz captured: a sitemap of 5 pages: 1 left out by exclude, 1 left out by include, 1 left out on other hosts",
            "/sitemap.xml captured: an index of 3 sitemaps: 1 left out on other hosts",
            "/two.txt captured: a sitemap of 2 pages");
    assertThat(report.rows())
        .extracting(FetchedUrl::role)
        .containsExactly(
            FetchedUrl.Role.PAGE,
            FetchedUrl.Role.PAGE,
            FetchedUrl.Role.PAGE,
            FetchedUrl.Role.SITEMAP,
            FetchedUrl.Role.SITEMAP,
            FetchedUrl.Role.SITEMAP);
    assertThat(fetching.kept).hasSize(2);
  }

  @Test
  void readsIndexesThreeDeepAndNoDeeper() {
    for (int i = 0; i <= 4; i++) {
      site.answer(
          "/index-" + i,
          aResponse()
              .withHeader("Content-Type", "application/xml")
              .withBody(
                  """
                  <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <sitemap><loc>%s</loc></sitemap></sitemapindex>
                  """
                      .formatted(site.url("/index-" + (i + 1)))));
    }
    fetching.sitemaps = List.of(site.url("/index-0"));

    assertThat(Fetching.told(fetching.run()))
        .containsExactly(
            "/index-0 captured: an index of 1 sitemaps",
            "/index-1 captured: an index of 1 sitemaps",
            "/index-2 captured: an index of 1 sitemaps",
            "/index-3 captured: an index of 1 sitemaps",
            "/index-4 skipped: a sitemap within more than 3 indexes");
  }

  @Test
  void followsTheLinksOfPagesThatTheSitemapCallsUnchanged() {
    site.answer(
            "/sitemap.xml",
            aResponse()
                .withHeader("Content-Type", "application/xml")
                .withBody(
                    """
                    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                    <url><loc>%s</loc><lastmod>2026-01-01</lastmod></url></urlset>
                    """
                        .formatted(site.url("/old-vs-new"))))
        .page("/c-vs-d");
    known("/old-vs-new");
    fetching.links.put(site.url("/old-vs-new"), List.of(site.url("/c-vs-d")));
    fetching.sitemaps = List.of(site.url("/sitemap.xml"));
    fetching.scope = new Scope(Set.of(), List.of("*-vs-*"), List.of());
    fetching.linkBudget = 5;

    assertThat(Fetching.told(fetching.run()))
        .containsExactly(
            "/c-vs-d captured",
            "/old-vs-new unchanged: not changed since 2026-01-01T00:00:00Z, says the sitemap",
            "/sitemap.xml captured: a sitemap of 1 pages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>not found</body></html>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&e;</loc></url></urlset>",
        "<urlset><url><loc>http://site.test"
      })
  void saysThatAFileIsNoSitemapAndReadsNoForeignFiles(String body) {
    site.answer("/sitemap.xml", aResponse().withHeader("Content-Type", "text/xml").withBody(body));
    fetching.sitemaps = List.of(site.url("/sitemap.xml"));
    FetchReport report = fetching.run();
    assertThat(report.rows()).hasSize(1);
    assertThat(Fetching.told(report).get(0)).doesNotContain("root:");
    assertThat(site.asked()).containsExactly("/robots.txt", "/sitemap.xml");
  }

  @Test
  void followsLinksWithinScopeAndBudget() {
    for (String path : List.of("/a-vs-b", "/c-vs-d", "/e-vs-f", "/g-vs-h")) {
      site.page(path);
    }
    fetching.look =
        exchange ->
            new PageInspector.Look(
                null,
                List.of(
                    "/a-vs-b",
                    "/about",
                    "http://elsewhere.test/x-vs-y",
                    "c-vs-d#top",
                    "/e-vs-f",
                    "mailto:me@example.org",
                    "/g-vs-h"));
    fetching.scope = new Scope(Set.of(), List.of("*-vs-*"), List.of());
    fetching.linkBudget = 2;
    assertThat(of("/a-vs-b").told())
        .containsExactly("/a-vs-b captured", "/c-vs-d captured", "/e-vs-f captured");
  }

  // --- robots.txt -----------------------------------------------------------------------------

  @Test
  void asksForRobotsOnceAndFirst() {
    site.robots("User-agent: *\nAllow: /\n").page("/a").page("/b");
    of("/a", "/b").run();
    assertThat(site.asked()).containsExactly("/robots.txt", "/a", "/b");
  }

  @Test
  void asksForRobotsAgainAfterADay() {
    site.robots("User-agent: *\nAllow: /\n").page("/a").page("/b").page("/c");
    fetching.rules = Fetching.rules(Duration.ofHours(10), 0);
    of("/a", "/b", "/c").run();
    assertThat(site.asked()).containsExactly("/robots.txt", "/a", "/b", "/robots.txt", "/c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | allowed: no robots.txt (HTTP 401)
          403 | allowed: no robots.txt (HTTP 403)
          404 | allowed: no robots.txt (HTTP 404)
          410 | allowed: no robots.txt (HTTP 410)
          429 | forbidden: robots.txt: HTTP 429
          500 | forbidden: robots.txt: HTTP 500
          503 | forbidden: robots.txt: HTTP 503
          """)
  void takesAMissingRobotsAsConsentAndATroubledOneAsRefusal(int status, String decision) {
    site.answer("/robots.txt", aResponse().withStatus(status)).page("/a");
    fetching.rules = Fetching.rules(Duration.ZERO, 1);
    FetchedUrl row = of("/a").row();
    assertThat(row.robots()).isEqualTo(decision);
    assertThat(row.outcome())
        .isEqualTo(decision.startsWith("allowed") ? FetchOutcome.CAPTURED : FetchOutcome.FAILED);
    assertThat(site.asked("/robots.txt")).isEqualTo(status == 429 || status >= 500 ? 2 : 1);
  }

  @Test
  void takesNoAnswerAsRefusal() {
    site.answer("/robots.txt", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)).page("/a");
    assertThat(of("/a").told())
        .containsExactly(
            "/a failed: robots.txt gave no answer: the connection broke before an"
                + " answer came");
    assertThat(site.asked("/a")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"5, FORBIDDEN", "6, CAPTURED"})
  void followsARobotsFileOverFiveHopsAndNoMore(int hops, FetchOutcome outcome) {
    site.answer("/robots.txt", to("/r1")).page("/a");
    for (int i = 1; i < hops; i++) {
      site.answer("/r" + i, to("/r" + (i + 1)));
    }
    site.answer("/r" + hops, aResponse().withBody("User-agent: *\nDisallow: /\n"));
    assertThat(of("/a").row().outcome()).isEqualTo(outcome);
  }

  @Test
  void followsNoRobotsFileOutOfTheSourcesScope() {
    String elsewhere = site.url("elsewhere.test", "/robots.txt");
    site.answer("/robots.txt", to(elsewhere)).page("/a");
    assertThat(fetching.pages(site.url("/a")).told())
        .containsExactly("/a failed: robots.txt leads out of the source's scope: " + elsewhere);
    assertThat(site.asked()).containsExactly("/robots.txt");
  }

  @Test
  void takesASitemapThatIsNotWholeAsCut() {
    byte[] packed = gzip("<urlset><url><loc>%s</loc></url></urlset>".formatted(site.url("/a")));
    site.answer("/sitemap.xml.gz", aResponse().withBody(Arrays.copyOf(packed, packed.length - 9)));
    fetching.sitemaps = List.of(site.url("/sitemap.xml.gz"));
    assertThat(fetching.told())
        .containsExactly(
            "/sitemap.xml.gz truncated: the packed sitemap does not come to its end, or is"
                + " damaged");
  }

  @ParameterizedTest
  @CsvSource({"'',%s~,''", "<urlset>,<url><loc>%s</loc></url>,</urlset>"})
  void takesAsManyAddressesOfASitemapAsItMayHold(String before, String each, String after) {
    StringBuilder list = new StringBuilder(before);
    for (int i = 0; i < 50_002; i++) {
      list.append(each.replace("~", "\n").formatted(site.url("/" + i)));
    }
    list.append(after);
    site.answer(
        "/s.txt", aResponse().withHeader("Content-Type", "text/plain").withBody(list.toString()));
    fetching.sitemaps = List.of(site.url("/s.txt"));
    fetching.scope = new Scope(Set.of(), List.of("*/50001", "*/49999"), List.of());
    site.page("/49999").page("/50001");
    assertThat(fetching.told())
        .containsExactly(
            "/49999 captured",
            "/s.txt truncated: a sitemap of 50002 pages: the last 2 of them, beyond 50000, are left"
                + " out");
  }

  @Test
  void readsTheFirst500KilobytesOfARobotsFile() {
    String comment = "# " + "x".repeat(97) + "\n";
    site.robots("User-agent: *\nDisallow: /early\n" + comment.repeat(6_000) + "Disallow: /late\n")
        .page("/late");
    assertThat(of("/early", "/late").told())
        .containsExactly(
            "/early forbidden: forbidden: robots.txt, Disallow: /early", "/late captured");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          User-agent: unglue~Disallow: /~~User-agent: *~Allow: /         | false
          User-agent: UnGlue~Disallow: /~                                | false
          User-agent: *~Disallow: /~~User-agent: unglue~Allow: /         | true
          User-agent: unglued~Disallow: /                                | true
          User-agent: un~Disallow: /                                     | true
          User-agent: *~Disallow: /dir~Allow: /dir/page                  | true
          User-agent: *~Allow: /dir~Disallow: /dir/page                  | false
          User-agent: *~Disallow: /*.html$                               | true
          User-agent: *~Disallow: /*/page                                | false
          User-agent: *~Disallow: /dir/page$                             | false
          User-agent: *~Disallow:                                        | true
          User-agent: a~User-agent: unglue~Disallow: /dir                | false
          User-agent: unglue~Allow: /~User-agent: unglue~Disallow: /dir/ | false
          <html>no robots here</html>                                    | true
          """)
  void matchesOurTokenAndTheLongestRule(String text, boolean allowed) {
    site.robots(text.replace("~", "\n")).page("/dir/page");
    assertThat(of("/dir/page").row().outcome())
        .isEqualTo(allowed ? FetchOutcome.CAPTURED : FetchOutcome.FORBIDDEN);
  }

  @Test
  void countsEachPortAsASiteOfItsOwn() {
    site.robots("User-agent: *\nDisallow: /\n");
    try (Site other = new Site()) {
      other.page("/b");
      fetching.pages(site.url("/a"), other.url("/b"));
      assertThat(Fetching.outcomes(fetching.run()))
          .containsExactlyInAnyOrder(FetchOutcome.FORBIDDEN, FetchOutcome.CAPTURED);
    }
  }

  @Test
  void sendsNoCookieBack() {
    site.answer("/a", Site.html("x").withHeader("Set-Cookie", "id=1")).page("/b");
    of("/a", "/b").run();
    site.server.verify(getRequestedFor(urlEqualTo("/b")).withoutHeader("Cookie"));
  }

  @Test
  void cutsAPageOffThatComesTooSlowly() {
    site.answer("/a", Site.html("x".repeat(1000)).withChunkedDribbleDelay(100, 30_000));
    fetching.rules = fetching.within(Duration.ofMillis(1_500));
    FetchedUrl row = of("/a").row();
    assertThat(Fetching.told(row)).isEqualTo("/a truncated: the time limit of 1500 ms was reached");
    assertThat(fetching.kept).extracting(Exchange::truncated).containsExactly("time");
  }

  @Test
  void giveUpOnAnAnswerThatNeverBegins() {
    site.server.stubFor(get("/a").willReturn(Site.html("x").withFixedDelay(20_000)));
    fetching.rules = fetching.within(Duration.ofSeconds(1));
    assertThat(of("/a").told()).containsExactly("/a failed: no answer within 1000 ms");
  }
}
