package dev.unglue.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.config.GateLimits;
import dev.unglue.load.SourceRow;
import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.StoreStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue status}: the last runs, the sources, what is stored, where it lies. */
@Command(
    name = "status",
    description =
        "Shows the last run and its verdict, the sources with the age of their data, how much is"
            + " stored and where the results lie.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the last run was published, or brought nothing new",
      "1:a source is older than its limit (most_age in gate.yaml)",
      "2:wrong usage, or nothing is stored yet",
      "4:the last run published nothing: its gate was closed, it broke off or it still runs"
    },
    footer = {
      "",
      "Examples:",
      "  unglue status",
      "  unglue status --out results",
      "  unglue status --json               one JSON object on one line, for programs"
    })
final class StatusCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Unglue unglue;
  private final Jobs jobs;

  @Option(names = "--json", description = "Prints one JSON object, on one line.")
  private boolean json;

  StatusCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  /** A source with the age of its data, and whether that is too old. */
  private record Aged(SourceRow row, @Nullable Duration age, boolean stale) {}

  @Override
  public Integer call() {
    StoreStatus status = jobs.status(unglue.out()).orElseThrow(this::nothingStored);
    List<Aged> sources = aged(status.sources());
    int code = exitCode(status, sources);
    PrintWriter out = unglue.environment().out();
    if (json) {
      out.print(json(status, sources, code) + "\n");
    } else {
      print(status, sources, out);
    }
    out.flush();
    return code;
  }

  private JobException nothingStored() {
    String folder = Paths.shown(unglue.out(), unglue.environment().workingFolder());
    return new JobException(
        JobException.Reason.USAGE,
        "nothing is stored: expected a work store in " + folder + ", found none; run unglue run");
  }

  private List<Aged> aged(List<SourceRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    GateLimits limits = unglue.settings().gate();
    Instant now = unglue.clock().instant();
    return rows.stream().map(row -> aged(row, limits, now)).toList();
  }

  private static Aged aged(SourceRow row, GateLimits limits, Instant now) {
    Instant good = row.lastGoodAt();
    Duration age = good == null ? null : Duration.between(good, now);
    boolean stale =
        limits
            .mostAge(row.source())
            .filter(most -> age == null || age.compareTo(most) > 0)
            .isPresent();
    return new Aged(row, age, stale);
  }

  private static int exitCode(StoreStatus status, List<Aged> sources) {
    String last = status.runs().isEmpty() ? "" : status.runs().get(0).status();
    if (!last.equals("published") && !last.equals("unchanged")) {
      return ExitCode.GATE_CLOSED;
    }
    return sources.stream().anyMatch(Aged::stale) ? ExitCode.FLAGGED : ExitCode.DONE;
  }

  // --- for people -----------------------------------------------------------------------------

  private void print(StoreStatus status, List<Aged> sources, PrintWriter out) {
    runs(status.runs()).forEach(out::println);
    status.reasons().forEach(reason -> out.println("     " + TextTable.oneLine(reason)));
    out.println();
    if (!sources.isEmpty()) {
      sources(sources).forEach(out::println);
      out.println();
    }
    counts(status).forEach(out::println);
  }

  private static List<String> runs(List<StoreStatus.RunLine> runs) {
    TextTable table = TextTable.uncut();
    table.row(List.of("run", "started", "finished", "status"));
    for (StoreStatus.RunLine run : runs) {
      table.row(
          List.of(
              Long.toString(run.runId()),
              run.startedAt().toString(),
              time(run.finishedAt()),
              run.status()));
    }
    return table.lines();
  }

  private static List<String> sources(List<Aged> sources) {
    TextTable table = TextTable.uncut();
    table.row(List.of("source", "last run", "last good run", "age of the data"));
    for (Aged source : sources) {
      SourceRow row = source.row();
      String good = row.lastGoodRun() == null ? "-" : row.lastGoodRun() + ", " + row.lastGoodAt();
      table.row(
          List.of(
              row.source(),
              row.lastRun() + ", " + row.lastStatus(),
              good,
              age(source.age()) + (source.stale() ? ", older than its limit" : "")));
    }
    return table.lines();
  }

  private static String age(@Nullable Duration age) {
    if (age == null) {
      return "-";
    }
    return age.toDays() > 0
        ? "%d d %d h".formatted(age.toDays(), age.toHoursPart())
        : "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "-" : instant.toString();
  }

  private List<String> counts(StoreStatus status) {
    String database = status.database();
    TextTable table = TextTable.uncut();
    table.row(List.of("layouts", Counts.sum(status.layouts())));
    table.row(List.of("observations", Counts.sum(status.observations())));
    table.row(List.of("facts", Counts.number(status.facts())));
    table.row(List.of("flags", Counts.flags(status.flags())));
    table.row(List.of("quarantine", Counts.number(status.quarantined())));
    table.row(List.of("database", database == null ? "nothing is published yet" : shown(database)));
    table.row(List.of("CSVs", shown(status.csvFolder())));
    return table.lines();
  }

  private String shown(String path) {
    return Paths.shown(Path.of(path), unglue.environment().workingFolder());
  }

  // --- for programs ---------------------------------------------------------------------------

  private String json(StoreStatus status, List<Aged> sources, int code) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("exit_code", code);
    ArrayNode runs = root.putArray("runs");
    for (StoreStatus.RunLine run : status.runs()) {
      Instant finished = run.finishedAt();
      runs.addObject()
          .put("run", run.runId())
          .put("started_at", run.startedAt().toString())
          .put("finished_at", finished == null ? null : finished.toString())
          .put("status", run.status());
    }
    status.reasons().forEach(root.putArray("reasons")::add);
    ArrayNode all = root.putArray("sources");
    sources.forEach(source -> json(all.addObject(), source));
    status.layouts().forEach(root.putObject("layouts")::put);
    status.observations().forEach(root.putObject("observations")::put);
    root.put("facts", status.facts());
    status.flags().forEach(root.putObject("flags")::put);
    root.put("quarantined", status.quarantined());
    String database = status.database();
    root.put("database", database == null ? null : shown(database));
    root.put("csv", shown(status.csvFolder()));
    return root.toString();
  }

  private static void json(ObjectNode node, Aged source) {
    SourceRow row = source.row();
    Instant good = row.lastGoodAt();
    Duration age = source.age();
    node.put("source", row.source());
    node.put("last_run", row.lastRun());
    node.put("last_status", row.lastStatus());
    node.put("last_good_run", row.lastGoodRun());
    node.put("last_good_at", good == null ? null : good.toString());
    node.put("age_seconds", age == null ? null : age.toSeconds());
    node.put("stale", source.stale());
  }
}
