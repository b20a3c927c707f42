package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that breaks off is told of: by itself, or by the next one where it could not. */
class BrokenRunAlertsTest {
  @TempDir Path folder;
  private RealRun run;

  @BeforeEach
  void configure() {
    run = new RealRun(folder);
    run.file(
        "config/attributes.yaml",
        """
        kind: kettle
        missing: ['-']
        attributes:
          - {id: price_usd, title: Price, labels: [Price], type: money, unit: USD, decimals: 2, sections: [page]}
        """);
    run.file("config/rules.yaml", "rules: {}\n");
    run.file("config/sources/kettles.yaml", "name: kettles\nenabled: true\nfiles: [pages/**]\n");
    page("$39");
    alert("broken: 1");
  }

  private void page(String price) {
    run.file(
        "pages/a.md",
        "# Brisa vs Ondina\n\n| | Brisa | Ondina |\n|---|---|---|\n| Price | "
            + price
            + " | $20 |\n");
  }

  private void alert(String condition) {
    run.file(
        "config/alerts.yaml",
        """
        channels: {log: {command: [sh, -c, 'cat >> told.json; echo >> told.json']}}
        alerts:
          - {id: price, to: [log], changed: price_usd}
          - {id: broken, to: [log], %s}
        """
            .formatted(condition));
  }

  private void live(int port) {
    run.file(
        "config/sources/site.yaml",
        """
        name: site
        contact: me@example.org
        fetch: {delay: 20ms, latencyFactor: 0, timeout: 5m, allowPrivateAddresses: true}
        urls: [http://127.0.0.1:%d/jobs/1-differences]
        """
            .formatted(port));
  }

  private void night(String... more) {
    run.execute(Stream.concat(Stream.of("run"), Stream.of(more)).toArray(String[]::new));
    run.now = run.now.plus(Duration.ofDays(1));
  }

  private List<String> told() throws IOException {
    Path file = folder.resolve("told.json");
    List<String> told = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      JsonNode message = new ObjectMapper().readTree(line);
      told.add(message.get("title").asText() + " " + message.get("lines"));
    }
    return told;
  }

  @Test
  void itIsToldByItselfAndItsEndByTheNext() throws IOException {
    night();
    page("$45");
    night();
    live(1);
    run.file("raw", "no folder");
    night("--source", "site");
    assertThat(run.code).isNotZero();
    night("--source", "site");
    String price = "unglue: price began: 1 fact changed [\"Brisa: Price was 39, is 45 USD\"]";
    assertThat(told()).hasSize(2).first().isEqualTo(price);
    assertThat(told().get(1))
        .startsWith("unglue: broken began: 1 run broke off [\"run 3 of 2026-02-05T04:05:06Z: ")
        .contains("raw");

    Files.delete(folder.resolve("raw"));
    night();
    assertThat(told().subList(2, 4))
        .containsExactly(
            "unglue: price is over: no fact changed []",
            "unglue: broken is over: run 5 came to its end []");
    night();
    assertThat(told()).hasSize(4);
  }

  @Test
  void soManyInARowAreWaitedFor() throws IOException {
    alert("broken: 2");
    night();
    live(1);
    run.file("raw", "no folder");
    night("--source", "site");
    assertThat(told()).isEmpty();
    night("--source", "site");
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("unglue: broken began: 2 runs broke off [\"run 3 of 2026-02-05T04:05:06Z: ");
  }

  @Test
  void whereItWasKilledTheNextOneTells() throws Exception {
    night();
    WireMockServer site =
        new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));
    site.start();
    try {
      site.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(300_000)));
      live(site.port());
      Process process = run.process("run", "--source", "site").start();
      awaitFile(folder.resolve("normalized/work/begun"));
      process.destroyForcibly().waitFor();
    } finally {
      site.stop();
    }
    run.now = Instant.parse("2100-01-01T00:00:00Z");
    night();

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("unglue: broken began: 1 run broke off [\"run 2 of ")
        .endsWith(
            "Z: it ended without a word: its process was killed, its machine stopped, or there was"
                + " no space left to say why\"]");
    assertThat(
            run.query("normalized/unglue.db", "SELECT status, exit_code FROM run WHERE run_id = 2"))
        .containsExactly("broken|137");
    assertThat(folder.resolve("normalized/work/begun")).isEmptyDirectory();
    night();
    assertThat(told())
        .hasSize(2)
        .last()
        .isEqualTo("unglue: broken is over: run 4 came to its end []");
  }

  private static void awaitFile(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < 1_200; i++) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          if (files.anyMatch(file -> file.toString().endsWith(".json"))) {
            return;
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no note in " + folder);
  }
}
