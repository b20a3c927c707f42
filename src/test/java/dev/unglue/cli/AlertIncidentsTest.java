package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** One message when something begins and one when it is over. */
class AlertIncidentsTest extends KettleNights {
  @Test
  void aChangedFactIsToldOnceAndItsEndOnce() throws Exception {
    alerts("  - {id: price, to: [ops], changed: price_usd, subject: brisa}\n");
    night();
    assertThat(told()).as("what is new is no change").isEmpty();
    page("$45");
    night();

    assertThat(run.out).endsWith("\nalerts: 1 message sent\n");
    JsonNode message = told().get(0);
    String uuid =
        run.query("normalized/unglue.db", "SELECT run_uuid FROM run WHERE run_id = 2").get(0);
    assertThat(message.toString())
        .isEqualTo(
            "{\"event\":\"begin\",\"alert\":\"price\",\"about\":\"\",\"run\":\""
                + uuid
                + "\",\"at\":\"2026-02-04T04:05:06Z\",\"since\":\"2026-02-04T04:05:06Z\","
                + "\"title\":\"unglue: price began: 1 fact changed\","
                + "\"lines\":[\"Brisa: Price was 39.9, is 45 USD\"],\"more\":0,"
                + "\"text\":\"unglue: price began: 1 fact changed\\n"
                + "Brisa: Price was 39.9, is 45 USD\"}");
    LoggedRequest request = hook.findAll(postRequestedFor(urlEqualTo("/T1/key"))).get(0);
    assertThat(request.getHeader("X-Unglue-Signature"))
        .isEqualTo("sha256=" + signed(request.getBody()));
    assertThat(request.getHeader("X-Unglue-Delivery")).matches("[0-9a-f]{32}");
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");

    night();
    night();
    assertThat(titles(told()))
        .containsExactly(
            "unglue: price began: 1 fact changed", "unglue: price is over: no fact changed");
    assertThat(run.out).doesNotContain("alerts");
  }

  private static String signed(byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  @Test
  void flagsAreToldWhileTheyStand() throws IOException {
    alerts(
        "  - {id: high, to: [ops], flags: 1, rule: price_high}\n"
            + "  - {id: bad, to: [ops], flags: 1, severity: error}\n"
            + "  - {id: moved, to: [ops], drift: 1}\n");
    page("$45");
    night();
    night();
    assertThat(titles(told())).containsExactly("unglue: high began: 1 flag of price_high");
    assertThat(told().get(0).get("lines").get(0).asText()).contains("Brisa").contains("45");

    page("$39");
    night();
    assertThat(titles(told()).get(1))
        .isEqualTo("unglue: high is over: 0 left of flags of price_high; fixed since:");
    assertThat(told().get(1).get("lines")).hasSize(1);
  }

  @Test
  void theVerdictOfASourceIsToldWhileItLasts() throws IOException {
    alerts("  - {id: source, to: [ops], verdict: [partial, unreachable, rejected]}\n");
    night();
    run.file("pages/b.warc", "no archive");
    night();
    night();
    assertThat(titles(told())).containsExactly("unglue: source began: source kettles is partial");
    assertThat(told().get(0).get("about").asText()).isEqualTo("kettles");
    assertThat(told().get(0).get("lines")).hasSize(1);

    Files.delete(folder.resolve("pages/b.warc"));
    night();
    assertThat(titles(told()).get(1)).isEqualTo("unglue: source is over: source kettles is ok");
  }

  @Test
  void tellsTenLinesAndHowManyMore() throws IOException {
    StringBuilder rows = new StringBuilder();
    run.file(
        "config/attributes.yaml",
        "kind: kettle\nmissing: ['-']\nattributes:\n"
            + Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(
                    i ->
                        "  - {id: a%d, title: Row %d, labels: [Row %d], type: count, unit: count, sections: [page]}\n"
                            .formatted(i, i, i))
                .reduce("", String::concat));
    run.file("config/rules.yaml", "rules: {}\n");
    alerts("  - {id: any, to: [ops], changed: any}\n");
    for (int night = 1; night <= 2; night++) {
      rows.setLength(0);
      for (int i = 1; i <= 12; i++) {
        rows.append("| Row %d | %d | 7 |\n".formatted(i, 100 * night + i));
      }
      run.file("pages/a.md", "# Brisa vs Ondina\n\n| | Brisa | Ondina |\n|---|---|---|\n" + rows);
      night();
    }
    JsonNode message = told().get(0);
    assertThat(message.get("title").asText()).isEqualTo("unglue: any began: 12 facts changed");
    assertThat(message.get("lines")).hasSize(10);
    assertThat(message.get("more").asInt()).isEqualTo(2);
    assertThat(message.get("text").asText()).endsWith("\nand 2 more");
  }
}
