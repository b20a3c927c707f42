package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.CommandRun;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest extends ToldRuns {
  @Test
  void endsWithASummary() {
    CommandRun run =
        with(summary("published", 0, Map.of("info", 1L, "error", 2L, "warn", 40L))).execute("run");

    assertThat(run.code).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            run           3, published
            samples       ok, 1,010 planned: 10 received, 1,000 unchanged
            pages         1,010 found: 10 read, 1,000 known already, 0 failed
            layouts       1,012: glued 1,005, pipe 7
            observations  20,234: ambiguous 3, missing 20, value 20,211
            facts         812
            flags         43: error 2, warn 40, info 1
            database      normalized/unglue.db
            CSVs          normalized/csv
            report        normalized/report.html
            """);
  }

  @Test
  void saysWhyTheGateIsClosed() {
    CommandRun run = with(summary("rejected", 1, Map.of("fatal", 1L))).execute("run");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out())
        .endsWith(
            """

            The gate is closed, nothing was published:
              1 fatal flag: span_roundtrip
            Look at v_flag and v_observation in normalized/work/rejected.db;
            unglue publish --force 3 publishes it all the same.
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "published, 0, warn, fatal, 0",
    "published, 0, fatal, fatal, 1",
    "published, 0, warn, warn, 1",
    "published, 0, info, warn, 0",
    "published, 0, info, INFO, 1",
    "published, 0, error, error, 1",
    "published, 0, fatal, never, 0",
    "unchanged, 0, warn, fatal, 0",
    "published, 2, fatal, fatal, 3",
    "rejected, 2, fatal, never, 4",
    "failed, 0, info, never, 4",
  })
  void choosesTheExitCode(String status, long failed, String flag, String failOn, int code) {
    CommandRun run = with(summary(status, failed, Map.of(flag, 1L)));
    assertThat(run.execute("run", "--fail-on", failOn).code).isEqualTo(code);
  }

  @Test
  void handsOnWhatWasAsked() {
    List<JobRequest> asked = new ArrayList<>();
    CommandRun run = new CommandRun(folder);
    run.run =
        (request, progress) -> {
          asked.add(request);
          return summary("published", 0, Map.of());
        };

    run.execute("run");
    run.execute("run", "--input", "a", "--input", "b/**", "--offline", "--out", "o", "--raw", "r");
    run.execute("--now", "2026-02-03T04:05:06Z", "run", "--source", "samples", "--input", "c");

    JobRequest usual = asked.get(0);
    assertThat(usual.sources()).containsExactly("samples");
    assertThat(usual.inputs()).isEmpty();
    assertThat(usual.workingFolder()).isEqualTo(folder);
    assertThat(usual.out()).isEqualTo(folder.resolve("normalized"));
    assertThat(usual.raw()).isEqualTo(folder.resolve("raw"));
    assertThat(usual.clock().instant()).isEqualTo(CommandRun.NOW);
    assertThat(usual.threads()).isEqualTo(2);
    assertThat(usual.toolVersion()).isEqualTo("9.9");
    assertThat(usual.settings().origin()).isEqualTo("(built-in)");
    JobRequest inputs = asked.get(1);
    assertThat(inputs.sources()).isEmpty();
    assertThat(inputs.inputs()).containsExactly("a", "b/**");
    assertThat(inputs.out()).isEqualTo(folder.resolve("o"));
    assertThat(inputs.raw()).isEqualTo(folder.resolve("r"));
    JobRequest both = asked.get(2);
    assertThat(both.sources()).containsExactly("samples");
    assertThat(both.inputs()).containsExactly("c");
    assertThat(both.clock().instant()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
  }

  @Test
  void saysSourcesThatAreNotThere() {
    CommandRun run = new CommandRun(folder).execute("run", "--source", "sample");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "unglue: expected the name of a source (samples, zippia), found \"sample\"; did you"
                + " mean samples?\n");
  }

  @Test
  void beginsWithAFetchUnlessItIsOffline() {
    List<Boolean> online = new ArrayList<>();
    for (String[] args : new String[][] {{"run"}, {"run", "--offline"}}) {
      CommandRun run = new CommandRun(folder);
      run.run = (request, progress) -> summary("published", 0, Map.of());
      online.add(run.execute(args).online);
    }
    assertThat(online).containsExactly(true, false);
  }

  @Test
  void takesSitesOfflineAndCapturesSinceADayOrAnInstant() {
    List<JobRequest> asked = new ArrayList<>();
    CommandRun run = new CommandRun(folder);
    run.run =
        (request, progress) -> {
          asked.add(request);
          return summary("published", 0, Map.of());
        };

    run.execute("run", "--source", "zippia", "--offline");
    run.execute("run", "--since", "2026-01-31");
    run.execute("run", "--since", "2026-01-31T02:30:00Z");

    assertThat(asked.get(0).sources()).containsExactly("zippia");
    assertThat(asked)
        .extracting(JobRequest::since)
        .containsExactly(
            Instant.MIN,
            Instant.parse("2026-01-31T00:00:00Z"),
            Instant.parse("2026-01-31T02:30:00Z"));
    run.execute("run", "--since", "yesterday");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "unglue: Invalid value for option '--since': expected a day such as 2026-01-31 or an"
                + " instant such as 2026-01-31T02:30:00Z, found \"yesterday\"\n"
                + "Try: unglue run --help\n");
  }

  @Test
  void saysThatNoSourceIsEnabled() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        folder.resolve("config/attributes.yaml"),
        "kind: phone\nmissing: [\"-\"]\nattributes: []\n");
    Files.writeString(folder.resolve("config/statements.yaml"), "words: {}\n");
    CommandRun run = new CommandRun(folder).execute("run");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "unglue: no source is enabled: switch one on in sources/, or give --source or"
                + " --input\n");
  }

  @Test
  void saysThatAnotherRunHoldsTheLock() {
    CommandRun run = new CommandRun(folder);
    run.run =
        (request, progress) -> {
          throw new JobException(JobException.Reason.LOCKED, "another run holds the lock");
        };
    run.execute("run");

    assertThat(run.code).isEqualTo(5);
    assertThat(run.err()).isEqualTo("unglue: another run holds the lock\n");
  }

  @Test
  void showsALiveLineOnATerminalAndWipesIt() {
    CommandRun run = new CommandRun(folder);
    run.terminal = true;
    run.run =
        (request, progress) -> {
          progress.plan(2_000);
          progress.read(500);
          progress.done("too soon");
          run.nanos = 100_000_000;
          progress.done("raw/b.txt");
          return summary("published", 0, Map.of());
        };
    run.execute("run");

    String line = "[=====---------------] 2 pages, 25 % read, 20.0 a second, 0:00 left";
    assertThat(run.err())
        .isEqualTo("\r" + line + " ".repeat(79 - line.length()) + "\r" + " ".repeat(79) + "\r");
  }

  @Test
  void printsAPlainLineEveryTenSecondsElsewhere() {
    CommandRun run = new CommandRun(folder);
    run.run =
        (request, progress) -> {
          for (int second = 1; second <= 21; second++) {
            run.nanos = second * 1_000_000_000L;
            progress.plan(100_000);
            progress.read(200);
            progress.done("page");
          }
          return summary("published", 0, Map.of());
        };
    run.execute("run");

    assertThat(run.err())
        .isEqualTo(
            "10 pages, 2 % read, 1.0 a second, 8:10 left\n"
                + "20 pages, 4 % read, 1.0 a second, 8:00 left\n");
  }
}
