package dev.unglue.cli.command;

import dev.unglue.cli.CommandRun;
import dev.unglue.model.run.MissedPage;
import dev.unglue.model.run.NightPages;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunSummary.RunDetails;
import dev.unglue.pipeline.request.RunSummary.RunDetails.RuleOutcome;
import dev.unglue.store.row.StoreCounts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run} with a job that only tells how a run has ended. */
class ToldRuns {
  @TempDir Path folder;

  static RunSummary summary(String status, long failed, Map<String, Long> flags) {
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

  CommandRun with(RunSummary summary) {
    CommandRun run = new CommandRun(folder);
    run.run = (request, progress) -> summary;
    return run;
  }
}
