package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.cli.CommandRun;
import dev.unglue.model.run.MissedPage;
import dev.unglue.model.run.NightPages;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunSummary.RunDetails;
import dev.unglue.pipeline.request.RunSummary.RunDetails.RuleOutcome;
import dev.unglue.store.row.StoreCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
  @TempDir Path folder;

  private static RunSummary summary(String status, long failed, Map<String, Long> flags) {
    return new RunSummary(
        3,
        "uuid",
        status,
        List.of(night(status, failed)),
        new StoreCounts(
            Map.of("pipe", 7L, "glued", 1_005L),
            Map.of("value", 20_211L, "ambiguous", 3L, "missing", 20L),
            812,
            flags,
            0),
        status.equals("rejected") ? List.of("1 fatal flag: span_roundtrip") : List.of(),
        "normalized/unglue.db",
        "normalized/csv",
        Map.of(),
        new RunDetails(
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T03:05:05Z"),
            Instant.parse("2026-01-02T03:00:00Z"),
            List.of("samples"),
            Map.of("age_range", new RuleOutcome(12, 0), "salary_range", new RuleOutcome(12, 2))));
  }

  private static SourceNight night(String status, long failed) {
    List<MissedPage> missed =
        Stream.iterate(1, i -> i + 1)
            .limit(failed)
            .map(i -> new MissedPage("p/%d.html".formatted(i), "failed", "HTTP 500"))
            .toList();
    SourceNight night =
        SourceNight.of(
            "samples",
            new NightPages(10, 1_000, 0, 0, failed),
            List.of(),
            missed,
            Optional.empty());
    return status.equals("rejected")
        ? night.rejected(List.of("1 fatal flag: span_roundtrip"))
        : night;
  }

  private CommandRun with(RunSummary summary) {
    CommandRun run = new CommandRun(folder);
    run.run = (request, progress) -> summary;
    return run;
  }

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
            Look at v_flag and v_observation in normalized/work/rejected.db; unglue publish --force 3 publishes it all the same.
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

  // --- seen from outside ----------------------------------------------------------------------

  @Test
  void printsTheSummaryAsOneJsonObject() {
    CommandRun run = with(summary("rejected", 1, Map.of("fatal", 1L))).execute("run", "--json");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.out())
        .isEqualTo(
            """
            {"run":3,"uuid":"uuid","status":"rejected","exit_code":4,\
            "started_at":"2026-01-02T03:04:05Z","finished_at":"2026-01-02T03:05:05Z",\
            "nominal_time":"2026-01-02T03:00:00Z",\
            "pages":{"found":1011,"read":10,"unchanged":1000,"failed":1},\
            "sources":{"samples":{"verdict":"rejected","planned":1011,"received":10,\
            "unchanged":1000,"gone":0,"forbidden":0,"failed":1,\
            "reasons":["1 fatal flag: span_roundtrip"],\
            "missed":[{"page":"p/1.html","outcome":"failed","reason":"HTTP 500"}],\
            "missed_more":0}},"layouts":{"glued":1005,"pipe":7},\
            "observations":{"ambiguous":3,"missing":20,"value":20211},"facts":812,\
            "flags":{"fatal":1},"reasons":["1 fatal flag: span_roundtrip"],\
            "database":"normalized/unglue.db","csv":"normalized/csv"}
            """);
  }

  @Test
  void writesItsFiguresForPrometheus() throws IOException {
    with(summary("published", 0, Map.of("warn", 4L))).execute("run", "--metrics", "unglue.prom");

    assertThat(Files.readString(folder.resolve("unglue.prom")))
        .startsWith(
            """
            # HELP unglue_run_exit_code Exit code of the last run.
            # TYPE unglue_run_exit_code gauge
            unglue_run_exit_code 0
            # HELP unglue_run_success 1 if the last run was published or brought nothing new.
            # TYPE unglue_run_success gauge
            unglue_run_success 1
            # HELP unglue_run_finished_seconds When the last run ended, in Unix time.
            # TYPE unglue_run_finished_seconds gauge
            unglue_run_finished_seconds 1767323105
            """)
        .contains(
            "\nunglue_run_duration_seconds 60\n",
            "\nunglue_run_pages{state=\"unchanged\"} 1000\n",
            "\nunglue_gate_reasons 0\n",
            "\nunglue_source_verdict{source=\"samples\",verdict=\"ok\"} 1\n",
            "\nunglue_source_verdict{source=\"samples\",verdict=\"unreachable\"} 0\n",
            "\nunglue_source_pages{source=\"samples\",outcome=\"unchanged\"} 1000\n",
            "\nunglue_store_observations{state=\"value\"} 20211\n",
            "\nunglue_store_flags{severity=\"warn\"} 4\n");
    assertThat(folder.resolve("unglue.prom.new")).doesNotExist();
  }

  @Test
  void tellsPrometheusThatARunBrokeOff() throws IOException {
    CommandRun run = new CommandRun(folder);
    run.run =
        (request, progress) -> {
          throw new JobException(JobException.Reason.LOCKED, "held");
        };
    run.execute("run", "--metrics", "unglue.prom");

    assertThat(run.code).isEqualTo(5);
    assertThat(Files.readString(folder.resolve("unglue.prom")))
        .contains("\nunglue_run_exit_code 5\n", "\nunglue_run_success 0\n");
  }

  @Test
  void appendsTheEventsOfOpenLineage() throws IOException {
    CommandRun run = new CommandRun(folder);
    for (String status : List.of("published", "rejected")) {
      run.run =
          (request, progress) -> {
            progress.begun("uuid");
            return summary(status, 0, Map.of());
          };
      run.execute("run", "--lineage", "events.ndjson");
    }
    run.run =
        (request, progress) -> {
          progress.begun("uuid");
          throw new JobException(JobException.Reason.USAGE, "the disk is full");
        };
    run.execute("run", "--lineage", "events.ndjson");

    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("events.ndjson"))) {
      events.add(new ObjectMapper().readTree(line));
    }
    assertThat(events)
        .extracting(event -> event.at("/eventType").asText())
        .containsExactly("START", "COMPLETE", "START", "FAIL", "START", "FAIL");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.at("/schemaURL").asText())
                  .isEqualTo("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
              assertThat(event.at("/run/runId").asText()).isEqualTo("uuid");
              assertThat(event.at("/job/name").asText()).isEqualTo("run");
            });
    JsonNode complete = events.get(1);
    assertThat(complete.at("/inputs/0/name").asText()).isEqualTo("samples");
    assertThat(complete.at("/inputs/0/inputFacets/dataQualityMetrics/rowCount").asLong())
        .isEqualTo(1_010);
    assertThat(complete.at("/inputs/0/inputFacets/dataQualityAssertions/assertions"))
        .hasToString(
            "[{\"assertion\":\"age_range\",\"success\":true},"
                + "{\"assertion\":\"salary_range\",\"success\":false}]");
    assertThat(complete.at("/outputs/0/outputFacets/outputStatistics/rowCount").asLong())
        .isEqualTo(812);
    assertThat(complete.at("/outputs/0/facets/schema/fields").size()).isEqualTo(23);
    assertThat(events.get(3).at("/outputs").size()).isZero();
    assertThat(events.get(3).at("/run/facets/errorMessage/message").asText())
        .isEqualTo("samples rejected: 1 fatal flag: span_roundtrip");
    assertThat(events.get(5).at("/run/facets/errorMessage/message").asText())
        .isEqualTo("the disk is full");
  }
}
