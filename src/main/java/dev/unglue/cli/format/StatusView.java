package dev.unglue.cli.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.cli.option.ShownPath;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.cron.Cron;
import dev.unglue.model.run.NightVerdict;
import dev.unglue.pipeline.store.StoreJobs.StoreStatus;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.SourceRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, for people and for programs.
 *
 * @param status what the store says
 * @param sources how old the data of each source is
 * @param workingFolder paths below it are shown from there
 */
public record StatusView(StoreStatus status, List<SourceAge> sources, Path workingFolder) {
  /** In the place of the published file. */
  static final String NONE_YET = "nothing is published yet";

  // --- for people -----------------------------------------------------------------------------

  public List<String> lines() {
    List<String> lines = new ArrayList<>(runs());
    Stream.concat(
            status.runs().stream().flatMap(run -> Stream.ofNullable(run.reason())),
            status.reasons().stream())
        .forEach(reason -> lines.addAll(WrappedText.lines("     " + reason, 7)));
    lines.add("");
    if (!sources.isEmpty()) {
      lines.addAll(ages());
      lines.add("");
    }
    lines.addAll(counts());
    return lines;
  }

  private List<String> runs() {
    TextTable table = TextTable.uncut();
    table.row("run", "started", "finished", "status");
    for (RunRow run : status.runs()) {
      table.row(
          Long.toString(run.runId()),
          run.startedAt().toString(),
          orDash(run.finishedAt()),
          run.status());
    }
    return table.lines();
  }

  private List<String> ages() {
    TextTable table = TextTable.uncut();
    table.row(
        "source", "last run", "last good run", "last contact", "age of the data", "next time");
    for (SourceAge source : sources) {
      SourceRow row = source.row();
      table.row(
          source.name(),
          row == null ? "-" : row.lastRun() + ", " + row.lastVerdict(),
          row == null || row.lastGoodRun() == null ? "-" : row.lastGoodRun().toString(),
          orDash(row == null ? null : row.contactAt()),
          age(source.age()) + (source.stale() ? ", older than its limit" : ""),
          orDash(source.next()));
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

  private static String orDash(@Nullable Instant instant) {
    return instant == null ? "-" : instant.toString();
  }

  private List<String> counts() {
    TextTable table = TextTable.uncut();
    CountWords.rows(table, status.counts());
    table.row("quarantine", CountWords.number(status.counts().quarantined()));
    table.row("database", database().orElse(NONE_YET));
    table.row("CSVs", shown(status.csvFolder()));
    return table.lines();
  }

  private Optional<String> database() {
    return Optional.ofNullable(status.database()).map(this::shown);
  }

  private String shown(String path) {
    return ShownPath.shown(Path.of(path), workingFolder);
  }

  // --- for programs ---------------------------------------------------------------------------

  /** One object, on one line. */
  public String json(int exitCode) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("exit_code", exitCode);
    ArrayNode runs = root.putArray("runs");
    for (RunRow run : status.runs()) {
      runs.addObject()
          .put("run", run.runId())
          .put("started_at", run.startedAt().toString())
          .put("finished_at", text(run.finishedAt()))
          .put("status", run.status())
          .put("reason", run.reason());
    }
    status.reasons().forEach(root.putArray("reasons")::add);
    ArrayNode all = root.putArray("sources");
    sources.forEach(source -> json(all.addObject(), source));
    RunJson.counts(root, status.counts());
    root.put("quarantined", status.counts().quarantined());
    root.put("database", database().orElse(null));
    root.put("csv", shown(status.csvFolder()));
    return root.toString();
  }

  private static void json(ObjectNode node, SourceAge source) {
    Optional<SourceRow> row = Optional.ofNullable(source.row());
    Duration age = source.age();
    node.put("source", source.name());
    node.put("last_run", row.map(SourceRow::lastRun).orElse(null));
    node.put("last_verdict", row.map(SourceRow::lastVerdict).orElse(null));
    node.put("last_good_run", row.map(SourceRow::lastGoodRun).orElse(null));
    node.put("contact_at", text(row.map(SourceRow::contactAt).orElse(null)));
    node.put("age_seconds", age == null ? null : age.toSeconds());
    node.put("stale", source.stale());
    node.put("next_at", text(source.next()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /**
   * How old the data of a source is.
   *
   * @param name name of the source
   * @param row how it stands in the store; absent where it was never read
   * @param age since it last brought or confirmed data; absent where it never did
   * @param stale true if that is more than its limit, or there is a limit and no age
   * @param next when it is run next; absent where it has no schedule
   */
  public record SourceAge(
      String name,
      @Nullable SourceRow row,
      @Nullable Duration age,
      boolean stale,
      @Nullable Instant next) {

    /** True if it did not bring all that was planned the last time. */
    public boolean lacks() {
      return row != null && !row.lastVerdict().equals(NightVerdict.OK.id());
    }

    /** Of all sources that were read or are to be read by themselves, by name. */
    public static List<SourceAge> of(List<SourceRow> rows, Settings settings, Instant now) {
      Map<String, Optional<SourceRow>> all = new TreeMap<>();
      settings.enabledSources().stream()
          .filter(source -> source.schedule() != null)
          .forEach(source -> all.put(source.name(), Optional.empty()));
      rows.forEach(row -> all.put(row.source(), Optional.of(row)));
      List<SourceAge> ages = new ArrayList<>();
      all.forEach((name, row) -> ages.add(of(name, row, settings, now)));
      return ages;
    }

    private static SourceAge of(
        String name, Optional<SourceRow> row, Settings settings, Instant now) {
      Duration age =
          row.map(SourceRow::contactAt).map(last -> Duration.between(last, now)).orElse(null);
      boolean stale =
          settings
              .gate()
              .mostAge(name)
              .filter(most -> age == null || age.compareTo(most) > 0)
              .isPresent();
      Optional<Source> planned = settings.source(name).filter(Source::enabled);
      Optional<Instant> next =
          planned.flatMap(
              source ->
                  Optional.ofNullable(source.schedule())
                      .flatMap(cron -> Cron.of(cron).next(now, source.zone())));
      return new SourceAge(name, row.orElse(null), age, stale, next.orElse(null));
    }
  }
}
