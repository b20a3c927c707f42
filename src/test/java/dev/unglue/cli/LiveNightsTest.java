package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.unglue.cli.LiveSite.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.unglue.model.run.FetchOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several nights of one site: what a later one makes of what an earlier one has left. */
class LiveNightsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String FACTS =
      "SELECT subject, attribute, value_num FROM v_fact ORDER BY 1, 2";

  private static final String SALARY =
      "SELECT CAST(value_num AS INTEGER) FROM v_fact WHERE value_num <> 32292"
          + " AND attribute = 'yearly_salary_usd'";

  @TempDir private Path folder;
  private LiveSite live;

  @BeforeEach
  void start() {
    live = new LiveSite(folder);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  private static void next(RealRun run, String command) {
    run.now = run.now.plus(DAY);
    run.execute(command, "--source", "site");
  }

  private void instead(String path, ResponseDefinitionBuilder answer) {
    live.server.getStubMappings().stream()
        .filter(stub -> path.equals(stub.getRequest().getUrl()))
        .forEach(live.server::removeStub);
    live.server.stubFor(get(path).willReturn(answer));
  }

  private static ResponseDefinitionBuilder html(String text) {
    return aResponse().withHeader("Content-Type", "text/html").withBody(text);
  }

  /** As some sites send it: with the status of a page, and figures that are none of the page. */
  private static ResponseDefinitionBuilder challenge() {
    return html(
        comparison("$99,999").replaceFirst("<title>.*</title>", "<title>Just a moment...</title>"));
  }

  private List<String> paths(RealRun run, int night) {
    return run.query(
        "normalized/work/store.db",
        "SELECT replace(url, '%s', ''), outcome FROM fetch WHERE run_id = %d ORDER BY 1"
            .formatted(live.server.baseUrl(), night));
  }

  // --- pages that need not come again ---------------------------------------------------------

  @Test
  void followsTheLinksOfPagesThatHaveNotChanged() {
    live.page("/a-vs-b", comparison("$27,490") + "<a href='/c-vs-d'>c</a>", "\"1\"");
    live.page("/c-vs-d", comparison("$1,490") + "<a href='/e-vs-f'>e</a>", "\"2\"");
    RealRun run = live.run("urls: [SITE/a-vs-b]\nlinks: {budget: 10, include: [\"*-vs-*\"]}\n");
    run.execute("fetch", "--source", "site");
    assertThat(paths(run, 1))
        .containsExactly("/a-vs-b|captured", "/c-vs-d|captured", "/e-vs-f|gone");
    live.page("/e-vs-f", comparison("$2,490"), "\"3\"");

    next(run, "fetch");

    assertThat(paths(run, 2))
        .containsExactly("/a-vs-b|unchanged", "/c-vs-d|unchanged", "/e-vs-f|captured");
  }

  // --- answers that are no pages --------------------------------------------------------------

  @Test
  void neverReadsAChallengeAsAPageWhateverItsStatus() {
    live.page("/a", comparison("$27,490"), "\"1\"");
    RealRun run = live.run("urls: [SITE/a]\n").execute("run", "--source", "site");
    List<String> facts = run.query("normalized/unglue.db", FACTS);
    assertThat(facts).isNotEmpty();
    instead("/a", challenge());

    next(run, "run");

    assertThat(paths(run, 2)).containsExactly("/a|blocked");
    assertThat(run.out).contains("fetched       1: blocked 1\n");
    assertThat(run.code).isEqualTo(4);
    assertThat(run.query("normalized/unglue.db", FACTS)).isEqualTo(facts);
    assertThat(run.query("normalized/work/store.db", "SELECT count(*) FROM capture"))
        .containsExactly("1");
    assertThat(run.query("normalized/work/store.db", "SELECT count(*) FROM quarantine"))
        .containsExactly("0");
    run.execute("raw", "list");
    assertThat(run.out).as("it is kept").contains("2026-02-04T");
    run.execute("raw", "show", live.server.baseUrl() + "/a");
    assertThat(run.out).contains("$27,490").doesNotContain("$99,999");
  }

  @Test
  void asksForThePageAsItWasAfterANightOfChallenges() {
    live.page("/a", comparison("$27,490"), "\"1\"");
    RealRun run = live.run("urls: [SITE/a]\n").execute("fetch", "--source", "site");
    instead("/a", challenge());
    next(run, "fetch");
    live.page("/a", comparison("$27,490"), "\"1\"");

    next(run, "fetch");

    assertThat(paths(run, 3)).containsExactly("/a|unchanged");
    live.server.verify(
        2, getRequestedFor(urlEqualTo("/a")).withHeader("If-None-Match", equalTo("\"1\"")));
  }

  /** A page is cut in the second night; whatever it lent would hide the third night's page. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "chunk", "challenge"})
  void aPageThatCameInDoubtLendsNothingToTheNextNight(String doubt) {
    String whole = comparison("$28,888") + "<p>" + "x".repeat(3_000);
    live.page("/a", comparison("$27,490"), "\"1\"");
    RealRun run = live.run("urls: [SITE/a]\n").execute("run", "--source", "site");
    instead("/a", doubtful(doubt, whole));
    next(run, "run");
    assertThat(paths(run, 2))
        .containsExactly("/a|" + (doubt.equals("challenge") ? "blocked" : "truncated"));
    assertThat(run.query("normalized/unglue.db", SALARY)).containsExactly("27490");
    live.page("/a", whole, "\"2\"");

    next(run, "run");

    assertThat(paths(run, 3)).containsExactly("/a|captured");
    live.server.verify(
        2, getRequestedFor(urlEqualTo("/a")).withHeader("If-None-Match", equalTo("\"1\"")));
    live.server.verify(
        0, getRequestedFor(urlEqualTo("/a")).withHeader("If-None-Match", equalTo("\"2\"")));
    assertThat(run.query("normalized/unglue.db", SALARY)).containsExactly("28888");
  }

  /** The second version of a page, with its validator, as it must not be taken. */
  private static ResponseDefinitionBuilder doubtful(String doubt, String whole) {
    ResponseDefinitionBuilder answer =
        switch (doubt) {
          case "gzip" -> {
            byte[] packed = gzip(whole);
            yield aResponse()
                .withHeader("Content-Encoding", "gzip")
                .withBody(Arrays.copyOf(packed, packed.length - 9));
          }
          case "chunk" -> aResponse().withBody(whole).withFault(Fault.MALFORMED_RESPONSE_CHUNK);
          default -> challenge();
        };
    return answer.withHeader("Content-Type", "text/html").withHeader("ETag", "\"2\"");
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void readsNoPageOfAnAnswerWithoutABody() {
    instead("/a", html(""));
    RealRun run = live.run("urls: [SITE/a]\n").execute("run", "--source", "site");
    assertThat(paths(run, 1)).containsExactly("/a|failed");
    assertThat(run.query("normalized/work/store.db", "SELECT count(*) FROM quarantine"))
        .containsExactly("0");
  }

  @Test
  void publishesNothingAfterANightOfChallenges() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      paths.add("/page-" + i);
      live.page("/page-" + i, page(i), "\"1\"");
    }
    String urls = "urls: [%s]\n".formatted("SITE" + String.join(", SITE", paths));
    RealRun run = live.run(urls).execute("run", "--source", "site");
    assertThat(run.query("normalized/work/store.db", "SELECT status FROM run"))
        .containsExactly("published");
    for (int i = 0; i < 3; i++) { // apart: with each in a row the host is left alone twice as long
      instead(paths.get(3 * i), challenge());
    }

    next(run, "run");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out)
        .contains(
            "expected at most 20 % of the pages of site refused or without a known label, found"
                + " 30 % (3 of 10); look at the pages; most_blocked_pct in gate.yaml is the limit");
    assertThat(run.query("normalized/work/store.db", "SELECT status FROM run ORDER BY run_id"))
        .containsExactly("published", "rejected");
  }

  @Test
  void publishesNothingAfterANightOfPagesCutShort() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      paths.add("/page-" + i);
      live.page("/page-" + i, page(i), "\"1\"");
    }
    live.limits = ", maxBytes: 10kB";
    String urls = "urls: [%s]\n".formatted("SITE" + String.join(", SITE", paths));
    RealRun run = live.run(urls).execute("run", "--source", "site");
    for (int i = 0; i < 2; i++) {
      instead(paths.get(i), html(page(i) + "x".repeat(20_000)));
    }

    next(run, "run");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out)
        .contains(
            "expected at most 10 % of the pages of site cut by a limit, found 20 % (2 of 10)");
  }

  private static String page(int number) {
    return comparison("$27,4" + (10 + number)).replace("Teller", "Teller " + (char) ('A' + number));
  }

  // --- every outcome at once ------------------------------------------------------------------

  /** What a page of the generated site does in the second night. */
  private enum Deed {
    NEW("captured"),
    KNOWN("unchanged"),
    MOVED("redirected"),
    MISSING("gone"),
    REMOVED("gone"),
    FORBIDDEN("forbidden"),
    CHALLENGED("blocked"),
    CHALLENGED_BY_STATUS("blocked"),
    BROKEN("failed"),
    RESET("failed"),
    EMPTY("failed"),
    LARGE("truncated"),
    DRIPPING("truncated"),
    IMAGE("skipped");

    private final String outcome;

    Deed(String outcome) {
      this.outcome = outcome;
    }
  }

  /**
   * Of a seed that brings few troubles in a row: with each the host is left alone twice as long.
   */
  @ParameterizedTest
  @ValueSource(longs = {69})
  void givesEachPlannedAddressItsOutcomeAndPrintsTheCounts(long seed) {
    live.limits = ", maxBytes: 60kB, timeout: 6s";
    List<Deed> deeds = new ArrayList<>(List.of(Deed.values()));
    Random random = new Random(seed);
    while (deeds.size() < 28) {
      Deed deed = Deed.values()[random.nextInt(Deed.values().length)];
      if (deed != Deed.DRIPPING) { // each takes as long as the limit
        deeds.add(deed);
      }
    }
    Collections.shuffle(deeds, random);
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < deeds.size(); i++) {
      String path = path(i, deeds.get(i));
      live.page(path, page(i % 26), "\"1\"");
      expected.put(path, deeds.get(i).outcome);
    }
    live.server.stubFor(
        get("/robots.txt").willReturn(aResponse().withBody("User-agent: *\nDisallow: /forbidden")));
    RealRun run =
        live.run("urls: [%s]\n".formatted("SITE" + String.join(", SITE", expected.keySet())));
    run.execute("run", "--source", "site");
    for (int i = 0; i < deeds.size(); i++) {
      turn(path(i, deeds.get(i)), deeds.get(i), expected);
    }

    next(run, "run");

    assertThat(paths(run, 2))
        .as("seed " + seed + ", " + run.err + run.out)
        .containsExactlyInAnyOrderElementsOf(
            expected.entrySet().stream().map(e -> e.getKey() + "|" + e.getValue()).toList());
    Map<String, Long> counts =
        expected.values().stream().collect(Collectors.groupingBy(o -> o, Collectors.counting()));
    assertThat(counts.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FetchOutcome.values()).map(FetchOutcome::id).toList());
    String printed =
        Arrays.stream(FetchOutcome.values())
            .map(outcome -> outcome.id() + " " + counts.get(outcome.id()))
            .collect(Collectors.joining(", "));
    assertThat(run.out).contains("fetched       " + expected.size() + ": " + printed + "\n");
  }

  private static String path(int i, Deed deed) {
    return (deed == Deed.FORBIDDEN ? "/forbidden-" : "/page-") + i;
  }

  private void turn(String path, Deed deed, Map<String, String> expected) {
    switch (deed) {
      case KNOWN, FORBIDDEN -> {} // as in the first night
      case NEW -> instead(path, html(page(3).replace("$32,292", "$17,292")));
      case MOVED -> {
        instead(path, aResponse().withStatus(301).withHeader("Location", path + "-moved"));
        expected.put(path + "-moved", "captured");
        instead(path + "-moved", html(page(5)));
      }
      case MISSING -> instead(path, aResponse().withStatus(404));
      case REMOVED -> instead(path, aResponse().withStatus(410));
      case CHALLENGED -> instead(path, challenge());
      case CHALLENGED_BY_STATUS ->
          instead(path, html("<div class='g-recaptcha'></div>").withStatus(403));
      case BROKEN -> instead(path, aResponse().withStatus(500));
      case RESET -> instead(path, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      case EMPTY -> instead(path, html(""));
      case LARGE -> instead(path, html("x".repeat(60_001)));
      case DRIPPING ->
          instead(path, html("x".repeat(1_000)).withChunkedDribbleDelay(1_000, 600_000));
      case IMAGE ->
          instead(path, aResponse().withHeader("Content-Type", "image/png").withBody("png"));
    }
  }
}
