package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a robots.txt allows, and when it is asked for. */
class FetchRobotsTest extends SiteFetches {
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
}
