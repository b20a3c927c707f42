package dev.unglue.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a redirect leads, and which addresses are refused. */
class FetchAddressesTest extends SiteFetches {
  // --- redirects ------------------------------------------------------------------------------

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
}
