package dev.unglue.cli.format;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.unglue.cli.RealRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of OpenLineage that are posted. */
class LineageHttpTest {
  private static final String PATH = "/api/v1/lineage";

  @TempDir private Path folder;

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private RealRun run() {
    return new RealRun(folder)
        .file(
            "p/a.md",
            "# Teller vs cook\n\n| | Teller | Cook |\n|---|---|---|\n| Yearly salary | $27,490 | $32,292 |\n");
  }

  private void answer(int status) {
    server.stubFor(post(urlEqualTo(PATH)).willReturn(aResponse().withStatus(status)));
  }

  private String url() {
    return "http://127.0.0.1:" + server.port() + PATH;
  }

  @Test
  void postsEachEvent() {
    answer(201);
    RealRun run = run().execute("run", "--input", "p", "--lineage", url());

    assertThat(run.code).isZero();
    assertThat(run.err).isEmpty();
    for (String type : new String[] {"START", "COMPLETE"}) {
      server.verify(
          1,
          postRequestedFor(urlEqualTo(PATH))
              .withHeader("Content-Type", equalTo("application/json"))
              .withRequestBody(matchingJsonPath("$.eventType", equalTo(type)))
              .withRequestBody(
                  matchingJsonPath(
                      "$.schemaURL",
                      equalTo(
                          "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"))));
    }
  }

  @Test
  void warnsWhereTheEndpointRefuses() {
    answer(500);
    RealRun run = run().execute("run", "--input", "p", "--lineage", url());

    assertThat(run.code).isZero();
    assertThat(run.err)
        .isEqualTo(
            ("unglue: warning: an event of the run was not taken: expected status 2xx, found"
                    + " \"status 500\", at "
                    + url()
                    + "; the run goes on\n")
                .repeat(2));
  }

  @Test
  void warnsWhereNobodyAnswers() {
    String url = url();
    server.stop();
    RealRun run = run().execute("run", "--input", "p", "--lineage", url);

    assertThat(run.code).isZero();
    assertThat(run.err)
        .isEqualTo(
            ("unglue: warning: an event of the run was not taken: expected status 2xx, found"
                    + " \"no connection\", at "
                    + url
                    + "; the run goes on\n")
                .repeat(2));
  }
}
