package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How things stand, after real runs. */
class StatusCommandTest {
  private static final String PAGE =
      """
      # Teller vs head teller

      | | Teller | Head Teller |
      |---|---|---|
      | Yearly salary | $27,490 | $32,292 |
      """;

  @TempDir private Path folder;

  private RealRun run() throws IOException {
    RealRun run = new RealRun(folder).file("p/a.md", PAGE);
    try (Stream<Path> files = java.nio.file.Files.walk(Path.of("config"))) {
      for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
        run.file(file.toString(), java.nio.file.Files.readAllBytes(file));
      }
    }
    return run.file(
            "config/sources/samples.yaml",
            "name: samples\nenabled: true\nfiles: [p]\nschedule: 0 30 2 * * ?\n")
        .file(
            "config/sources/later.yaml",
            """
            name: later
            enabled: true
            files: [q]
            schedule: 0 0 3 * * ?
            zone: America/New_York
            """)
        .file("config/gate.yaml", "most_age: {samples: 36h}\n");
  }

  @Test
  void showsTheAgeOfEachSource() throws IOException {
    RealRun run =
        run()
            .execute("run", "--source", "samples")
            .execute("status", "--now", "2026-02-04T05:10:00Z");

    assertThat(run.code).isZero();
    assertThat(run.out)
        .startsWith(
            """
            run  started               finished              status
            1    2026-02-03T04:05:06Z  2026-02-03T04:05:06Z  published

            source   last run  last good run  last contact          age of the data  next time
            later    -         -              -                     -                2026-02-04T08:00:00Z
            samples  1, ok     1              2026-02-03T04:05:06Z  1 d 1 h          2026-02-05T02:30:00Z

            layouts       1: markdown 1
            """);
  }

  @Test
  void exitsWithOneWhereASourceIsOlderThanItsLimit() throws IOException {
    RealRun run =
        run()
            .execute("run", "--source", "samples")
            .execute("status", "--json", "--now", "2026-02-05T04:05:06Z");

    assertThat(run.code).isEqualTo(1);
    JsonNode json = new ObjectMapper().readTree(run.out);
    assertThat(json.at("/exit_code").asInt()).isEqualTo(1);
    assertThat(json.at("/sources/1"))
        .hasToString(
            "{\"source\":\"samples\",\"last_run\":1,\"last_verdict\":\"ok\","
                + "\"last_good_run\":1,\"contact_at\":\"2026-02-03T04:05:06Z\","
                + "\"age_seconds\":172800,\"stale\":true,"
                + "\"next_at\":\"2026-02-06T02:30:00Z\"}");
    assertThat(json.at("/facts").asInt()).isEqualTo(2);
  }

  @Test
  void tellsWhyTheGateIsClosed() throws IOException {
    RealRun run = run();
    for (int i = 0; i < 8; i++) {
      run.file("p/%d.md".formatted(i), PAGE.replace("eller", "eller " + i));
    }
    run.execute("run", "--source", "samples", "--out", "out");
    for (int i = 0; i < 8; i++) {
      java.nio.file.Files.delete(folder.resolve("p/%d.md".formatted(i)));
    }
    run.execute("run", "--source", "samples", "--out", "out");
    assertThat(run.code).isEqualTo(4);

    run.execute("status", "--out", "out", "--now", "2026-02-03T05:05:06Z");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out)
        .contains(
            "rejected\n     expected the pages of samples at most 20 % below the 9 of the last good\n"
                + "       run, found 1 (88.9 % less); if that is right, publish it by force\n",
            "samples  2, rejected  1              2026-02-03T04:05:06Z  1 h 0 min        2026-02-04T02:30:00Z\n");
  }
}
