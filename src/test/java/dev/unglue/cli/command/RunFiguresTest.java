package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.cli.CommandRun;
import dev.unglue.pipeline.request.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other programs learn of a run: JSON, figures for Prometheus, events of OpenLineage. */
class RunFiguresTest extends ToldRuns {
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
