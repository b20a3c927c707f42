package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a small shop whose alerts go to a receiver on this machine. */
class KettleNights {
  static final String SECRET = "s3cret";

  final WireMockServer hook =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));

  @TempDir Path folder;
  RealRun run;

  @BeforeEach
  void start() {
    hook.start();
    answer(aResponse().withStatus(204));
    run = new RealRun(folder);
    run.variables = Map.of("HOOK_SECRET", SECRET);
    run.file(
        "config/attributes.yaml",
        """
        kind: kettle
        missing: ['-']
        attributes:
          - {id: price_usd, title: Price, labels: [Price], type: money, unit: USD, decimals: 2, sections: [page]}
          - {id: watts, title: Power, labels: [Power], type: quantity, unit: W, sections: [page]}
        """);
    run.file(
        "config/rules.yaml",
        "rules: {}\nexpectations:\n  - {id: price_high, attribute: price_usd, range: {max: 40}}\n");
    run.file("config/sources/kettles.yaml", "name: kettles\nenabled: true\nfiles: [pages/**]\n");
    page("$39.90");
  }

  @AfterEach
  void stop() {
    hook.stop();
  }

  void answer(ResponseDefinitionBuilder response) {
    hook.resetMappings();
    hook.stubFor(any(anyUrl()).willReturn(response));
  }

  void page(String price) {
    run.file(
        "pages/a.md",
        "# Brisa vs Ondina\n\n| | Brisa | Ondina |\n|---|---|---|\n| Price | "
            + price
            + " | $20 |\n| Power | 2000 W | 1800 W |\n");
  }

  void alerts(String alerts) {
    run.file(
        "config/alerts.yaml",
        "channels:\n  ops: {webhook: '"
            + hook.baseUrl()
            + "/T1/key', secret: HOOK_SECRET, timeout: 10s, retries: 2, backoff: 1ms}\nalerts:\n"
            + alerts);
  }

  void night() {
    run.execute("run");
    run.now = run.now.plus(Duration.ofDays(1));
  }

  List<JsonNode> told() throws IOException {
    List<JsonNode> told = new ArrayList<>();
    for (LoggedRequest request : hook.findAll(postRequestedFor(anyUrl()))) {
      told.add(new ObjectMapper().readTree(request.getBodyAsString()));
    }
    return told;
  }

  static List<String> titles(List<JsonNode> told) {
    return told.stream().map(each -> each.get("title").asText()).toList();
  }
}
