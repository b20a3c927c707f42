package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.unglue.fetch.HostQueues.HostQueue;
import dev.unglue.fetch.http.FetchRules;
import dev.unglue.fetch.site.Agent;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.model.run.FetchOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolitenessTest {
  private final Site site = new Site();
  private final Fetching fetching = new Fetching();

  @AfterEach
  void stop() {
    site.close();
  }

  private List<Duration> pauses(String... paths) {
    fetching.pages(List.of(paths).stream().map(site::url).toArray(String[]::new)).run();
    return fetching.clock.pauses;
  }

  private static ResponseDefinitionBuilder busy(int status) {
    return aResponse().withStatus(status);
  }

  @Test
  void pausesBetweenAnyTwoRequestsToOneHost() {
    site.page("/a").page("/b");
    fetching.rules = Fetching.rules(Duration.ofSeconds(2), 0);
    assertThat(pauses("/a", "/b")).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({"1, 7, 7", "10, 7, 10", "1, 0.5, 1"})
  void pausesForTheLongerOfItsDelayAndTheCrawlDelay(int delay, String crawlDelay, int pause) {
    site.robots("User-agent: *\nCrawl-delay: " + crawlDelay + "\n").page("/a").page("/b");
    fetching.rules = Fetching.rules(Duration.ofSeconds(delay), 0);
    assertThat(pauses("/a", "/b"))
        .containsExactly(Duration.ofSeconds(pause), Duration.ofSeconds(pause));
  }

  @Test
  void honoursTheCrawlDelayThatIsMeantForUs() {
    site.robots("User-agent: *\nCrawl-delay: 3\n\nUser-agent: unglue\nCrawl-delay: 600\n")
        .page("/a");
    assertThat(pauses("/a")).containsExactly(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource({"429", "503", "500"})
  void doublesThePauseWithEachTroubleInARow(int status) {
    site.answers("/a", busy(status), busy(status), busy(status), Site.html("x")).page("/b");
    fetching.rules = Fetching.rules(Duration.ofMillis(10), 3);
    Random same = new Random(7);

    List<Duration> pauses = pauses("/a", "/b");

    List<Duration> expected = new ArrayList<>(List.of(Duration.ofMillis(10)));
    for (int whole = 1; whole <= 4; whole *= 2) {
      expected.add(Duration.ofNanos((long) (whole * 1e9 * (1 + same.nextDouble()) / 2)));
    }
    expected.add(Duration.ofMillis(10));
    assertThat(pauses).isEqualTo(expected);
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @CsvSource({"429, 90", "503, 90", "503, 'Sun, 01 Mar 2026 00:01:30 GMT'"})
  void waitsAsLongAsTheServerAsksFor(int status, String retryAfter) {
    site.answers("/a", busy(status).withHeader("Retry-After", retryAfter), Site.html("x"));
    fetching.rules = Fetching.rules(Duration.ZERO, 1);
    assertThat(pauses("/a")).containsExactly(Duration.ofSeconds(90));
  }

  @Test
  void leavesAHostAloneThatAsksForMorePatienceThanThereIs() {
    site.answer("/a", busy(429).withHeader("Retry-After", "86400")).page("/b").page("/c");
    fetching.rules = Fetching.rules(Duration.ofSeconds(1), 3);
    fetching.pages(site.url("/a"), site.url("/b"), site.url("other.test", "/c"));
    assertThat(fetching.told())
        .containsExactlyInAnyOrder(
            "/a failed: HTTP 429",
            "/b failed: the host asked to be left alone for 86400 s",
            "/c captured");
    assertThat(site.asked("/a")).isEqualTo(1);
    assertThat(site.asked("/b")).isZero();
    assertThat(fetching.clock.pauses)
        .allSatisfy(p -> assertThat(p).isLessThan(Duration.ofHours(1)));
  }

  @Test
  void leavesAHostAloneWhoseCrawlDelayIsBeyondAllPatience() {
    site.robots("User-agent: *\nCrawl-delay: 7200\n").page("/a").page("/b");
    fetching.pages(site.url("/a"), site.url("/b"));
    assertThat(fetching.told())
        .containsExactly(
            "/a failed: robots.txt asks for a pause of 7200 s",
            "/b failed: robots.txt asks for a pause of 7200 s");
    assertThat(site.asked()).containsExactly("/robots.txt");
    assertThat(fetching.clock.pauses)
        .allSatisfy(p -> assertThat(p).isLessThan(Duration.ofHours(1)));
  }

  // --- limits of a run ------------------------------------------------------------------------

  @Test
  void leavesOutWhatIsBeyondTheTimeOfASource() {
    site.page("/a").page("/b").page("/c").page("/d");
    fetching.rules = Fetching.rules(Duration.ofSeconds(10), 0);
    fetching.limits = new FetchLimits(9, 9, Duration.ofSeconds(25), "maxTime of fetch.yaml");
    String late =
        " failed: the fetch of the source may take 25s (maxTime of fetch.yaml), which are over";
    fetching.pages(site.url("/a"), site.url("/b"), site.url("/c"), site.url("other.test", "/d"));

    assertThat(fetching.told())
        .containsExactlyInAnyOrder("/a captured", "/b captured", "/c" + late, "/d captured");
    assertThat(fetching.clock.nanos()).isEqualTo(Duration.ofSeconds(25).toNanos());
  }

  @Test
  void leavesOutWhatStillWaitsForARobotsFile() {
    site.page("/a").page("/b");
    fetching.rules = Fetching.rules(Duration.ofMinutes(1), 0);
    fetching.limits = new FetchLimits(9, 9, Duration.ofSeconds(5), "maxTime of sources/s.yaml");
    fetching.pages(site.url("/a"), site.url("/b"));

    assertThat(fetching.told())
        .containsExactly(
            "/a failed: the fetch of the source may take 5s (maxTime of sources/s.yaml), which are over",
            "/b failed: the fetch of the source may take 5s (maxTime of sources/s.yaml), which are over");
    assertThat(site.asked()).containsExactly("/robots.txt");
  }

  @Test
  void leavesOutWhatIsBeyondTheAddressesOfASource() {
    site.page("/a").page("/b").page("/c").page("/d");
    fetching.limits = new FetchLimits(9, 2, Duration.ofHours(1), "maxTime");
    fetching.pages(site.url("/a"), site.url("/b"), site.url("/a"), site.url("/c"), site.url("/d"));

    assertThat(fetching.told())
        .containsExactly(
            "/a captured",
            "/b captured",
            "/c skipped: beyond the 2 addresses that a run asks for of a source (maxAddresses);"
                + " others may be too");
  }

  @Test
  void leavesOutWhatIsBeyondTheAddressesOfASitemap() {
    site.page("/a").page("/b").page("/c");
    String list = site.url("/a") + "\n" + site.url("/b") + "\n" + site.url("/c") + "\n";
    site.answer("/s.txt", aResponse().withHeader("Content-Type", "text/plain").withBody(list));
    fetching.sitemaps = List.of(site.url("/s.txt"));
    fetching.limits = new FetchLimits(2, 9, Duration.ofHours(1), "maxTime");

    assertThat(fetching.told())
        .containsExactly(
            "/a captured",
            "/b captured",
            "/s.txt truncated: a sitemap of 3 pages: the last 1 of them, beyond 2, are left out");
  }

  @Test
  void restsLongerWhereTheHostIsSlow() {
    HostQueue host = new HostQueue("slow.test", 0);
    FetchRules rules =
        new FetchRules(
            Duration.ofSeconds(2),
            2,
            5_000_000,
            16_000_000,
            Duration.ofSeconds(30),
            3,
            FetchRules.BACKOFF,
            FetchRules.PATIENCE,
            false);
    long second = Duration.ofSeconds(1).toNanos();
    host.rest(0, rules, signs(5 * second, Duration.ZERO), new Random(1));
    assertThat(host.nextAt()).isEqualTo(10 * second);
    host.rest(0, rules, signs(second / 2, Duration.ZERO), new Random(1));
    assertThat(host.nextAt()).isEqualTo(2 * second);
    host.rest(0, rules, signs(second / 2, Duration.ofSeconds(30)), new Random(1));
    assertThat(host.nextAt()).isEqualTo(30 * second);
  }

  private static HostQueue.Signs signs(long latency, Duration crawlDelay) {
    return new HostQueue.Signs(latency, crawlDelay, Duration.ZERO, false);
  }

  @Test
  void asksOneHostOneThingAtATimeAndManyHostsSideBySide() throws InterruptedException {
    int hosts = 8;
    String[] pages = new String[hosts * 5];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = site.url("h" + i % hosts + ".test", "/p" + i);
      site.page("/p" + i);
    }
    Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    List<String> crowded = java.util.Collections.synchronizedList(new ArrayList<>());
    CountDownLatch together = new CountDownLatch(hosts);
    fetching.look =
        exchange -> {
          String host = exchange.url().replaceFirst("http://([^:]+).*", "$1");
          AtomicInteger count = underWay.computeIfAbsent(host, h -> new AtomicInteger());
          if (count.incrementAndGet() > 1) {
            crowded.add(host);
          }
          together.countDown();
          awaitOthers(together); // passes only if all hosts are asked at the same time
          count.decrementAndGet();
          return new PageInspector.Look(null, List.of());
        };

    FetchReport report = fetching.pages(pages).run();

    assertThat(Set.copyOf(Fetching.outcomes(report))).containsExactly(FetchOutcome.CAPTURED);
    assertThat(together.await(0, TimeUnit.SECONDS)).isTrue();
    assertThat(crowded).isEmpty();
  }

  private static void awaitOthers(CountDownLatch together) {
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void sharesOneHostBetweenSources() {
    site.page("/a").page("/b");
    fetching.rules = Fetching.rules(Duration.ofSeconds(2), 0);
    FetchTask one = fetching.pages(site.url("/a")).job();
    FetchTask two = fetching.pages(site.url("/b"), site.url("/a")).job();
    FetchReport report = fetching.run(one, two);
    assertThat(Fetching.told(report)).containsExactly("/a captured", "/b captured");
    assertThat(site.asked()).containsExactly("/robots.txt", "/a", "/b");
    assertThat(fetching.clock.pauses).hasSize(2);
  }

  @Test
  void tellsHowItGetsOn() {
    site.page("/a").page("/b");
    fetching.pages(site.url("/a"), site.url("/b")).run();
    Map<Integer, Integer> plannedByDone = new HashMap<>();
    fetching.states.forEach(state -> plannedByDone.put(state.done(), state.planned()));
    assertThat(plannedByDone).isEqualTo(Map.of(0, 2, 1, 2, 2, 2));
    assertThat(fetching.states.get(fetching.states.size() - 1))
        .isEqualTo(new FetchProgress.State(2, 2, 0, 0, 0));
  }

  @Test
  void needsAContact() {
    assertThatThrownBy(() -> Agent.of("1.0", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("agent: expected a contact, found nothing");
    assertThat(Agent.of("1.0", " me@example.org\r\nX: y ").header())
        .isEqualTo("unglue/1.0 (+me@example.orgX: y)");
  }
}
