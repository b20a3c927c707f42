package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unglue.cli.RealRun;
import dev.unglue.cli.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a run that others went before. */
class ReportOfNightsTest {
  @TempDir private Path folder;

  private RealRun night(RealRun run, String at, String salary, String satisfaction) {
    return run.file(
            "p/a.md",
            """
            # Teller vs head teller

            | | Teller | Head Teller |
            |---|---|---|
            | Yearly salary | %s | $32,292 |
            | Job satisfaction | 2 | %s |
            """
                .formatted(salary, satisfaction))
        .file(
            "p/a.md.meta.json",
            "{\"url\": \"https://example.org/t\", \"captured_at\": \"" + at + "\"}")
        .execute("run", "--input", "p", "--out", "out");
  }

  @Test
  void showsTheChangesOfTheRunAndTheFlagsAfterEachRun() {
    RealRun run = new RealRun(folder);
    night(run, "2026-01-01T00:00:00Z", "$27,490", "9.5");
    night(run, "2026-02-01T00:00:00Z", "$28,040", "9.5");
    night(run, "2026-03-01T00:00:00Z", "$30,000", "4");
    JsonNode report = Reports.json(run);

    JsonNode changes = report.get("changes");
    assertThat(changes.get("since").asLong()).isEqualTo(2);
    assertThat(changes.get("added").asLong()).isEqualTo(1);
    assertThat(changes.get("changed").get("all").asLong()).isEqualTo(1);
    JsonNode change = changes.get("changed").get("rows").get(0);
    assertThat(change.get("subject").asText()).isEqualTo("Teller");
    assertThat(change.get("before").asText()).isEqualTo("28040");
    assertThat(change.get("after").asText()).isEqualTo("30000");
    assertThat(change.get("percent").asText()).isEqualTo("7.0");
    assertThat(
            Reports.find(report.get("proofs"), "id", change.get("proof").asText())
                .get("text")
                .asText())
        .isEqualTo("$30,000");
    List<String> errors = new ArrayList<>();
    for (JsonNode line : report.get("runs")) {
      errors.add(line.get("id") + ": " + line.get("flagsBySeverity").path("error").asLong());
    }
    assertThat(errors).containsExactly("1: 1", "2: 1", "3: 0");
  }

  @Test
  void isWrittenAlsoWhereTheGateIsClosedAndSaysWhy() {
    RealRun run = new RealRun(folder);
    for (int i = 0; i < 9; i++) {
      run.file(
          "p/%d.md".formatted(i),
          "# A vs B %d\n\n| | A | B%d |\n|---|---|---|\n| Yearly salary | $27,490 | $32,292 |\n"
              .formatted(i, i));
    }
    run.execute("run", "--input", "p", "--out", "out");
    Map<String, String> published = run.files("out/csv");
    for (int i = 1; i < 9; i++) {
      assertThat(folder.resolve("p/%d.md".formatted(i)).toFile().delete()).isTrue();
    }

    run.execute("run", "--input", "p", "--out", "out");

    assertThat(run.code).isEqualTo(4);
    assertThat(run.files("out/csv")).isEqualTo(published);
    JsonNode report = Reports.json(run);
    assertThat(report.get("run").get("status").asText()).isEqualTo("rejected");
    assertThat(report.get("gate").get("open").asBoolean()).isFalse();
    assertThat(report.get("gate").get("reasons").get(0).get("check").asText()).isEqualTo("shrunk");
    assertThat(Reports.text(run, "report.html"))
        .contains("<strong>Closed.</strong> Nothing was published, the last publish stays. Why:")
        .contains("<code>unglue publish --force 2</code>");
    assertThat(Reports.text(run, "report-junit.xml"))
        .contains("<failure message=\"the gate is closed on run 2\" type=\"failure\">shrunk: ");

    run.execute("publish", "--force", "2", "--by", "tester", "--out", "out");

    assertThat(run.out).endsWith("out/report.html\nout/report.json\nout/report-junit.xml\n");
    assertThat(Reports.text(run, "report.html"))
        .contains("The data was published by force, against this verdict:");
  }
}
