package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run that cannot begin, or that finds no space even to say so, is told of as a broken one. */
class RefusedRunAlertsTest extends KettleNights {
  private static final String BROKEN = "  - {id: broken, to: [ops], broken: 1}\n";
  private static final String BEGAN = "unglue: broken began: 1 run broke off";

  /** A limit on the size of a file does what a full disk does; the driver itself needs 2 MB. */
  private static final int MOST_KIB = 2_500;

  private static final int MANY = 800;

  private String lines(int message) throws IOException {
    JsonNode told = told().get(message);
    return told.get("lines").toString();
  }

  @Test
  void aBrokenConfigurationIsToldOnceAndItsEndOnce() throws IOException {
    alerts(BROKEN + "  - {id: price, to: [ops], changed: price_usd}\n");
    night();
    String good = Files.readString(folder.resolve("config/attributes.yaml"));
    run.file("config/attributes.yaml", good.replace("type: money", "type: monney"));
    night();
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).startsWith("config/attributes.yaml:4: ");
    night();
    assertThat(titles(told())).containsExactly(BEGAN);
    assertThat(lines(0))
        .startsWith("[\"run 2 of 2026-02-04T04:05:06Z: config/attributes.yaml:4: ")
        .contains("found \\\"monney\\\"");

    run.file("config/attributes.yaml", good);
    night();
    night();
    assertThat(titles(told()))
        .containsExactly(BEGAN, "unglue: broken is over: run 4 came to its end");
    assertThat(run.query("normalized/unglue.db", "SELECT status, exit_code FROM run"))
        .containsExactly("published|0", "broken|2", "broken|2", "unchanged|0", "unchanged|0");
  }

  @Test
  void nobodyIsToldWhereTheAlertsAreBrokenToo() throws IOException {
    alerts("  - {id: broken, to: [opps], broken: 1}\n");
    night();

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).startsWith("config/alerts.yaml:4: ");
    assertThat(told()).isEmpty();
    assertThat(folder.resolve("normalized")).doesNotExist();
  }

  @Test
  void nobodyIsToldOfAWordThatWasMistyped() throws IOException {
    alerts(BROKEN);
    run.execute("run", "--input", "nowhere.txt");

    assertThat(run.code).isEqualTo(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void aBrokenStoreIsToldOnceAndItsEndOnce() throws IOException {
    alerts(BROKEN);
    night();
    Path store = folder.resolve("normalized/work/store.db");
    byte[] good = Files.readAllBytes(store);
    run.file("normalized/work/store.db", "no database");
    night();
    assertThat(run.code).isEqualTo(2);
    night();
    assertThat(titles(told())).containsExactly(BEGAN);
    assertThat(lines(0))
        .startsWith("[\"run of 2026-02-04T04:05:06Z: the work store is lost: expected the one");

    Files.write(store, good);
    night();
    assertThat(titles(told()))
        .containsExactly(BEGAN, "unglue: broken is over: run 4 came to its end");
    assertThat(folder.resolve("normalized/work/told")).isEmptyDirectory();
    night();
    assertThat(told()).hasSize(2);
    assertThat(run.query("normalized/unglue.db", "SELECT status FROM run ORDER BY run_id"))
        .containsExactly("published", "broken", "broken", "unchanged", "unchanged");
  }

  @Test
  void whatIsNotTakenIsToldByTheNextRun() throws IOException {
    alerts(BROKEN);
    night();
    run.file("normalized/work/store.db", "no database");
    answer(aResponse().withStatus(500));
    night();
    hook.resetRequests();
    answer(aResponse().withStatus(204));
    night();
    assertThat(titles(told())).containsExactly("unglue: broken began: 2 runs broke off");
  }

  @Test
  void aFullDiskIsTold() throws Exception {
    assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
    alerts(BROKEN);
    night();
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      many.append(
          """
          {"url": "https://example.org/%1$d", "text": "Brisa %1$d vs Ondina %1$d\\n\\n| | Brisa %1$d | Ondina %1$d |\\n|---|---|---|\\n| Price | $39 | $20 |\\n| Power | 2000 W | 1800 W |\\n| Price per year | $9 | $8 |\\n"}
          """
              .formatted(i));
    }
    run.file("pages/many.jsonl", many.toString());
    List<String> limited =
        new ArrayList<>(
            List.of("/bin/bash", "-c", "ulimit -f " + MOST_KIB + "; exec \"$@\"", "sh"));
    limited.addAll(run.process("run").command());
    ProcessBuilder builder = run.process(limited);
    builder.environment().put("HOOK_SECRET", SECRET);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(titles(told())).containsExactly(BEGAN);
    assertThat(lines(0)).containsPattern("cannot .*(disk|space)");
    run.now = Instant.parse("2100-01-01T00:00:00Z");
    night();
    assertThat(run.code).isZero();
    assertThat(titles(told()))
        .containsExactly(BEGAN, "unglue: broken is over: run 3 came to its end");
  }
}
