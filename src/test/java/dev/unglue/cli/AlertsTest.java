package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How alerts reach their receivers, and a run that goes on whatever comes. */
class AlertsTest extends KettleNights {
  // --- what goes wrong ------------------------------------------------------------------------

  private record Trouble(String name, ResponseDefinitionBuilder answer, String said, int attempts) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Trouble> troubles() {
    return Stream.of(
        new Trouble(
            "down",
            aResponse().withStatus(503),
            "expected status 2xx, found 503 after 3 attempts",
            3),
        new Trouble(
            "patience",
            aResponse().withStatus(429),
            "expected status 2xx, found 429 after 3 attempts",
            3),
        new Trouble("refuses", aResponse().withStatus(404), "expected status 2xx, found 404", 1),
        new Trouble(
            "redirects",
            aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
            "expected status 2xx, found 302",
            1),
        new Trouble(
            "nonsense",
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            "expected status 2xx, found \"",
            3));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void theRunGoesOnAndTheNextOneTriesAgain(Trouble trouble) throws IOException {
    alerts(
        "  - {id: high, to: [ops], flags: 1, rule: price_high}\n"
            + "  - {id: all, to: [ops], flags: 1, rule: price_high}\n");
    page("$45");
    answer(trouble.answer());
    night();

    assertThat(run.code).isZero();
    assertThat(run.out.lines().filter(line -> line.startsWith("alerts")))
        .singleElement()
        .asString()
        .startsWith("alerts: 2 messages were not delivered to ops: " + trouble.said())
        .endsWith(", at http://localhost:" + hook.port() + "/...; the next run tries again")
        .doesNotContain("key");
    assertThat(hook.findAll(postRequestedFor(anyUrl()))).hasSize(trouble.attempts());

    answer(aResponse().withStatus(200).withBody("thanks"));
    hook.resetRequests();
    night();
    assertThat(titles(told()))
        .containsExactly(
            "unglue: high began: 1 flag of price_high", "unglue: all began: 1 flag of price_high");
    assertThat(told().get(0).get("since").asText()).isEqualTo("2026-02-03T04:05:06Z");
  }

  @Test
  void aSlowReceiverIsNotWaitedFor() {
    run.file(
        "config/alerts.yaml",
        "channels: {ops: {webhook: '"
            + hook.baseUrl()
            + "', timeout: 200ms, retries: 0}}\nalerts: [{id: all, to: [ops], flags: 1, rule: price_high}]\n");
    page("$45");
    answer(aResponse().withStatus(200).withFixedDelay(20_000));
    night();

    assertThat(run.code).isZero();
    assertThat(run.out)
        .endsWith(
            "alerts: 1 message was not delivered to ops: expected status 2xx, found no answer in"
                + " time, at http://localhost:"
                + hook.port()
                + "/...; the next run tries again\n");
  }

  @Test
  void nobodyListens() {
    alerts("  - {id: all, to: [ops], flags: 1, rule: price_high}\n");
    page("$45");
    hook.stop();
    run.execute("run", "--json");

    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains(
            "\"alerts\":{\"sent\":0,\"problems\":[\"alerts: 1 message was not delivered to ops:");
  }

  @Test
  void nothingIsSentUnsigned() {
    alerts("  - {id: all, to: [ops], flags: 1, rule: price_high}\n");
    page("$45");
    run.variables = Map.of();
    night();

    assertThat(run.out)
        .endsWith(
            "alerts: 1 message was not delivered to ops: expected its secret in the variable"
                + " HOOK_SECRET of the environment, found none; the next run tries again\n");
    assertThat(hook.findAll(postRequestedFor(anyUrl()))).isEmpty();
  }

  @Test
  void goesThroughTheProxyThatFetchesGoThrough() throws IOException {
    String alert =
        "channels: {ops: {webhook: 'http://hooks.example/T1/key', retries: 0}}\n"
            + "alerts: [{id: all, to: [ops], flags: 1, rule: price_high}]\n";
    run.file("config/alerts.yaml", alert);
    run.variables = Map.of("HTTP_PROXY", "http://127.0.0.1:" + hook.port());
    page("$45");
    night();

    assertThat(run.out).endsWith("\nalerts: 1 message sent\n");
    assertThat(hook.findAll(postRequestedFor(urlEqualTo("/T1/key"))).get(0).getHost())
        .isEqualTo("hooks.example");

    run.file("config/alerts.yaml", alert.replace("id: all", "id: other"));
    run.file("config/fetch.yaml", "proxy: none\nnoProxy: []\n");
    run.variables = Map.of("HTTP_PROXY", "http://");
    night();
    assertThat(run.out).contains("alerts: 1 message was not delivered to ops: expected status 2xx");
  }

  @Test
  void aProxyThatIsNoneIsNamed() {
    alerts("  - {id: all, to: [ops], flags: 1, rule: price_high}\n");
    page("$45");
    run.variables = Map.of("HOOK_SECRET", SECRET, "HTTP_PROXY", "socks5://127.0.0.1:1080");
    night();

    assertThat(run.code).isZero();
    assertThat(run.out)
        .endsWith(
            "alerts: 1 message was not delivered to ops: http_proxy: expected a proxy as"
                + " http://host:port, found \"socks5://127.0.0.1:1080\"; mend it, or say proxy:"
                + " none in fetch.yaml; the next run tries again\n");
  }

  // --- commands -------------------------------------------------------------------------------

  private void command(String keys) {
    run.file(
        "config/alerts.yaml",
        "channels:\n  pager: {"
            + keys
            + "}\nalerts:\n  - {id: all, to: [pager], flags: 1, rule: price_high}\n");
    page("$45");
    night();
  }

  @Test
  void aCommandGetsTheMessageOnItsStandardInput() throws IOException {
    command("command: [sh, -c, 'cat >> \"$1.json\"', sh, 'a; b']");

    assertThat(run.out).endsWith("\nalerts: 1 message sent\n");
    JsonNode message = new ObjectMapper().readTree(folder.resolve("a; b.json").toFile());
    assertThat(message.get("title").asText()).isEqualTo("unglue: all began: 1 flag of price_high");
  }

  @Test
  void aCommandThatFailsIsNamed() {
    command("command: [sh, -c, 'exit 3']");
    assertThat(run.out)
        .endsWith(
            "alerts: 1 message was not delivered to pager: expected exit code 0, found 3, of sh; the"
                + " next run tries again\n");
    command("command: [no-such-program]");
    assertThat(run.out)
        .endsWith(
            "alerts: 1 message was not delivered to pager: expected a program that starts, found"
                + " none, at no-such-program; the next run tries again\n");
    command("command: [sleep, '60'], timeout: 1s");
    assertThat(run.code).isZero();
    assertThat(run.out)
        .endsWith(
            "alerts: 1 message was not delivered to pager: expected an end within 1 s, found none, of"
                + " sleep; the next run tries again\n");
  }

  // --- the configuration ----------------------------------------------------------------------

  @Test
  void configCheckNamesWhatIsNotThere() {
    run.file(
        "config/alerts.yaml",
        """
        channels:
          ops: {webhook: 'https://user:pw@example.org/x', secret: '$X'}
          both: {webhook: 'https://example.org/x', command: [page]}
        alerts:
          - {id: a, to: [opps], changed: price_eur}
          - {id: a, to: [], verdict: [down], source: kettle}
          - {id: c, to: [ops], flags: 0, drift: 1, kind: phone}
          - {id: d, to: [ops]}
        """);
    run.execute("config", "check");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            """
            config/alerts.yaml:2: channels.ops.webhook: expected an address as https://host/path, without name and password
            config/alerts.yaml:2: channels.ops.secret: expected the name of a variable of the environment, which holds the secret
            config/alerts.yaml:3: channels.both: expected one of webhook and command
            config/alerts.yaml:5: alerts[0].to[0]: expected the name of a channel, found "opps"; did you mean ops?
            config/alerts.yaml:5: alerts[0].changed: expected any or the id of an attribute of attributes.yaml, found "price_eur"; did you mean price_usd?
            config/alerts.yaml:6: alerts[1]: the id "a" stands twice; ids are unique
            config/alerts.yaml:6: alerts[1]: expected to: [CHANNEL, ...], found none
            config/alerts.yaml:6: alerts[1].verdict[0]: expected one of ok, partial, unreachable, rejected, found "down"
            config/alerts.yaml:6: alerts[1].source: expected the name of a source, found "kettle"; did you mean kettles?
            config/alerts.yaml:7: alerts[2].kind: expected the kind of attributes.yaml, found "phone"
            config/alerts.yaml:7: alerts[2].flags: expected 1 or more, found "0"
            config/alerts.yaml:7: alerts[2]: expected one of broken, changed, drift, flags, verdict, found drift and flags
            config/alerts.yaml:8: alerts[3]: expected one of broken, changed, drift, flags, verdict, found none
            """);
  }

  @Test
  void configCheckNamesARuleThatIsNotThere() {
    alerts("  - {id: high, to: [ops], flags: 1, rule: price_hihg}\n");
    run.execute("config", "check");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "config/alerts.yaml:4: alerts.high.rule: expected a rule of src/docs/RULES.md, found"
                + " \"price_hihg\"; did you mean price_high?\n");
    alerts("  - {id: high, to: [ops], flags: 1, rule: price_high}\n");
    run.execute("config", "check");
    assertThat(run.code).isZero();
  }
}
