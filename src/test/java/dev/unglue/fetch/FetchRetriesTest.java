package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for again, and what a challenge page is told by. */
class FetchRetriesTest extends SiteFetches {
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
}
