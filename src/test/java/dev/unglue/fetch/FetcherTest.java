package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.fetch.Fetcher.FetchFault;
import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each address, and what is kept of it. */
class FetcherTest extends SiteFetches {
  /** {@code printf page | sha256sum}. */
  private static final String SHA256_OF_PAGE =
      "3660315a9af3df255d8f19ab077e4797822b41488a0e2a04bc6af71213c23274";

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

  // --- conditional requests -------------------------------------------------------------------

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

  // --- what every request has -------------------------------------------------------------------

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
