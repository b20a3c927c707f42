package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.fetch.site.PageInspector;
import dev.unglue.fetch.site.Scope;
import dev.unglue.model.run.FetchedUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages and sitemaps lead to. */
class FetchSitemapsTest extends SiteFetches {
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
}
