package dev.unglue.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.cron.Cron;
import dev.unglue.load.SourceRow;
import dev.unglue.pipeline.JobException;
import dev.unglue.pipeline.StoreStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /**
   * A source with the age of its data, whether that is too old, and when it is run next. The row is
   * absent where it never was.
   */
  private record Aged(
      String name,
      @Nullable SourceRow row,
      @Nullable Duration age,
      boolean stale,
      @Nullable Instant next) {}

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
    Settings settings = unglue.settings();
    Instant now = unglue.clock().instant();
    Map<String, Optional<SourceRow>> all = new TreeMap<>();
    settings.enabledSources().stream()
        .filter(source -> source.schedule() != null)
        .forEach(source -> all.put(source.name(), Optional.empty()));
    rows.forEach(row -> all.put(row.source(), Optional.of(row)));
    List<Aged> aged = new ArrayList<>();
    all.forEach((name, row) -> aged.add(aged(name, row, settings, now)));
    return aged;
  }

  private static Aged aged(String name, Optional<SourceRow> row, Settings settings, Instant now) {
    Duration age =
        row.map(SourceRow::lastGoodAt).map(good -> Duration.between(good, now)).orElse(null);
    boolean stale =
        settings
            .gate()
            .mostAge(name)
            .filter(most -> age == null || age.compareTo(most) > 0)
            .isPresent();
    Instant next =
        settings
            .source(name)
            .filter(Source::enabled)
            .flatMap(source -> next(source, now))
            .orElse(null);
    return new Aged(name, row.orElse(null), age, stale, next);
  }

  private static Optional<Instant> next(Source source, Instant now) {
    return Optional.ofNullable(source.schedule())
        .flatMap(cron -> Cron.of(cron).next(now, source.zone()));
  }

  private static int exitCode(StoreStatus status, List<Aged> sources) {
    String last =
        status.runs().stream()
            .map(StoreStatus.RunLine::status)
            .filter(ended -> !ended.equals("skipped"))
            .findFirst()
            .orElse("");
    if (!last.equals("published") && !last.equals("unchanged")) {
      return ExitCode.GATE_CLOSED;
    }
    return sources.stream().anyMatch(Aged::stale) ? ExitCode.FLAGGED : ExitCode.DONE;
  }

  // --- for people -----------------------------------------------------------------------------

  private void print(StoreStatus status, List<Aged> sources, PrintWriter out) {
    runs(status.runs()).forEach(out::println);
    status.runs().stream()
        .flatMap(run -> Optional.ofNullable(run.reason()).stream())
        .forEach(reason -> out.println("     " + TextTable.oneLine(reason)));
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
    table.row(List.of("source", "last run", "last good run", "age of the data", "next time"));
    for (Aged source : sources) {
      SourceRow row = source.row();
      table.row(
          List.of(
              source.name(),
              row == null ? "-" : row.lastRun() + ", " + row.lastStatus(),
              row == null || row.lastGoodRun() == null
                  ? "-"
                  : row.lastGoodRun() + ", " + row.lastGoodAt(),
              age(source.age()) + (source.stale() ? ", older than its limit" : ""),
              time(source.next())));
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
          .put("status", run.status())
          .put("reason", run.reason());
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
    Instant good = row == null ? null : row.lastGoodAt();
    Duration age = source.age();
    Instant next = source.next();
    node.put("source", source.name());
    node.put("last_run", row == null ? null : row.lastRun());
    node.put("last_status", row == null ? null : row.lastStatus());
    node.put("last_good_run", row == null ? null : row.lastGoodRun());
    node.put("last_good_at", good == null ? null : good.toString());
    node.put("age_seconds", age == null ? null : age.toSeconds());
    node.put("stale", source.stale());
    node.put("next_at", next == null ? null : next.toString());
  }
}
