package dev.unglue.cli.format;

import dev.unglue.model.run.NightVerdict;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.store.row.StoreCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Figures of a run in the text format of Prometheus, for the textfile collector of its node
 * exporter. The file is replaced in one step: the collector never sees half of it.
 */
public final class MetricsFile {
  private final StringBuilder text = new StringBuilder();

  private MetricsFile() {}

  /** Writes the figures of a run that came to its end. */
  public static void write(Path file, RunSummary summary, int exitCode) {
    MetricsFile metrics = new MetricsFile();
    metrics.end(summary.details().finishedAt(), exitCode);
    metrics.run(summary);
    metrics.store(summary.counts());
    metrics.save(file);
  }

  /** Writes that a run broke off. */
  public static void writeFailure(Path file, Instant at, int exitCode) {
    MetricsFile metrics = new MetricsFile();
    metrics.end(at, exitCode);
    metrics.save(file);
  }

  private void end(Instant at, int exitCode) {
    boolean good = exitCode == 0 || exitCode == 1 || exitCode == 3;
    gauge("unglue_run_exit_code", "Exit code of the last run.", exitCode);
    gauge(
        "unglue_run_success",
        "1 if the last run was published or brought nothing new.",
        good ? 1 : 0);
    gauge(
        "unglue_run_finished_seconds",
        "When the last run ended, in Unix time.",
        at.getEpochSecond());
  }

  private void run(RunSummary summary) {
    Duration took = Duration.between(summary.details().startedAt(), summary.details().finishedAt());
    gauge("unglue_run_duration_seconds", "How long the last run took.", took.toSeconds());
    head("unglue_run_pages", "Pages of the last run.");
    line("unglue_run_pages", label("state", "read"), summary.pages().read());
    line("unglue_run_pages", label("state", "unchanged"), summary.pages().unchanged());
    line("unglue_run_pages", label("state", "failed"), summary.pages().failed());
    gauge(
        "unglue_gate_reasons",
        "Reasons for which the gate is closed; 0 while it is open.",
        summary.reasons().size());
    sources(summary.nights());
  }

  private void sources(List<SourceNight> nights) {
    head("unglue_source_verdict", "How each source fared in the last run: 1 for its verdict.");
    for (SourceNight night : nights) {
      for (NightVerdict verdict : NightVerdict.values()) {
        String labels = labels("source", night.source(), "verdict", verdict.id());
        line("unglue_source_verdict", labels, night.verdict() == verdict ? 1 : 0);
      }
    }
    head("unglue_source_pages", "Pages that were planned, by source and by what became of them.");
    for (SourceNight night : nights) {
      NightWords.byOutcome(night.pages())
          .forEach(
              (outcome, count) ->
                  line(
                      "unglue_source_pages",
                      labels("source", night.source(), "outcome", outcome),
                      count));
    }
  }

  private void store(StoreCounts counts) {
    gauges(
        "unglue_store_pages", "Pages in the store, by layout.", "layout", counts.pagesByLayout());
    gauges(
        "unglue_store_observations",
        "Observations in the store, by state.",
        "state",
        counts.observationsByState());
    gauge("unglue_store_facts", "Facts that are believed.", counts.openFacts());
    gauges(
        "unglue_store_flags",
        "Flags that stand, by severity.",
        "severity",
        counts.standingFlagsBySeverity());
  }

  private void gauge(String name, String help, long value) {
    head(name, help);
    line(name, "", value);
  }

  private void gauges(String name, String help, String key, Map<String, Long> counts) {
    head(name, help);
    counts.forEach((value, count) -> line(name, label(key, value), count));
  }

  private void head(String name, String help) {
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
  }

  private void line(String name, String label, long value) {
    text.append(name).append(label).append(' ').append(value).append('\n');
  }

  private static String label(String key, String value) {
    return "{" + pair(key, value) + "}";
  }

  private static String labels(String key, String value, String other, String otherValue) {
    return "{" + pair(key, value) + "," + pair(other, otherValue) + "}";
  }

  private static String pair(String key, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "%s=\"%s\"".formatted(key, escaped);
  }

  private void save(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, text);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
