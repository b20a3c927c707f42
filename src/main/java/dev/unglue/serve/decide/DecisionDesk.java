package dev.unglue.serve.decide;

import dev.unglue.config.Settings;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.pipeline.store.CaptureReading;
import dev.unglue.pipeline.store.DecideJob;
import dev.unglue.pipeline.store.DecisionLog;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.serve.page.DecidedCaptures;
import dev.unglue.store.UndecidedList;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import dev.unglue.store.site.PublishedFile;
import dev.unglue.text.Sha256;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits for a person's word, and where the word is kept. For many people at once. */
public final class DecisionDesk {
  private static final int SHORT_ID = 16;

  private final PublishedFile file;
  private final Settings settings;
  private final Optional<Path> config;
  private final Path out;
  private final Path workingFolder;
  private final Clock clock;
  private volatile @Nullable DecidedCaptures reading;
  private volatile @Nullable Queue known;

  /** The rows that a publish leaves open. */
  private record Queue(String publish, List<UndecidedRow> rows) {}

  /**
   * @param config where decisions are kept; absent where there is no folder for them
   */
  public DecisionDesk(
      PublishedFile file,
      Settings settings,
      Optional<Path> config,
      Path out,
      Path workingFolder,
      Clock clock) {
    this.file = file;
    this.settings = settings;
    this.config = config;
    this.out = out;
    this.workingFolder = workingFolder;
    this.clock = clock;
  }

  PublishedFile file() {
    return file;
  }

  /** Reads captures as the next run does, with what is kept now. */
  public DecidedCaptures reading() {
    Decisions kept = kept();
    DecidedCaptures known = reading;
    if (known == null || !known.kept().equals(kept)) {
      known =
          new DecidedCaptures(
              new CaptureReading(settings.with(kept), workingFolder),
              settings.catalogue().attributes().values(),
              kept);
      reading = known;
    }
    return known;
  }

  /** The attribute of that id; absent for what the catalogue lacks. */
  Optional<Attribute> attribute(String id) {
    return settings.catalogue().attribute(id);
  }

  /** What is kept now, whoever has kept it. */
  Decisions kept() {
    return config
        .map(folder -> new DecisionLog(folder, settings.catalogue()).read())
        .orElse(settings.decisions());
  }

  /** How many rows wait that nobody has decided yet. */
  public long waiting() {
    return waiting(kept()).size();
  }

  /** The rows that wait, page by page. */
  List<UndecidedRow> waiting(Decisions kept) {
    Set<String> decided = kept.rows().stream().map(RowDecision::key).collect(Collectors.toSet());
    return rows().stream().filter(row -> !decided.contains(key(row))).toList();
  }

  /** Asked once a publish: no index leads to rows in doubt. */
  private List<UndecidedRow> rows() {
    String publish = file.publish();
    Queue queue = known;
    if (queue == null || !queue.publish().equals(publish)) {
      List<UndecidedRow> rows =
          file.read(store -> new UndecidedList(store).rows()).stream()
              .filter(row -> row.subjects().size() >= 2)
              .toList();
      queue = new Queue(publish, rows);
      known = queue;
    }
    return queue.rows();
  }

  /** What a decision on the row would exclude. */
  static String key(UndecidedRow row) {
    return decision(row, List.of(), false, new Signature("", Instant.EPOCH, "", "")).key();
  }

  static RowDecision decision(
      UndecidedRow row, List<String> cells, boolean forSubjects, Signature by) {
    return new RowDecision(
        row.at().page(),
        row.at().rawSha256(),
        row.subjects(),
        row.attribute(),
        row.label(),
        row.text(),
        cells,
        forSubjects,
        by);
  }

  /** A flag accepted. */
  static FlagDecision decision(FlagRow flag, Signature by) {
    return new FlagDecision(
        flag.rule(),
        flag.page(),
        flag.slug(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual(),
        by);
  }

  /** A short name for addresses and forms. */
  static String id(String key) {
    return Sha256.hex(key).substring(0, SHORT_ID);
  }

  /** A short name for a flag. */
  static String id(FlagRow flag) {
    return id(key(flag));
  }

  /** What makes two flags the same one. */
  static String key(FlagRow flag) {
    return decision(flag, new Signature("", Instant.EPOCH, "", "")).key();
  }

  /** Who says it, now, and why; refused where one of it is not said. */
  Signature signature(String who, String why) {
    if (who.isBlank() || why.isBlank()) {
      throw RefusedException.of(
          422,
          "Who, and why?",
          "expected a name and a reason, found %s; go back and fill them in, nothing was kept"
              .formatted(who.isBlank() ? "no name" : "no reason"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Signature(who.strip(), now, why.strip(), "the form");
  }

  /** Keeps decisions, as {@code unglue decide} does. */
  void keep(Decisions decisions) {
    DecideJob.decide(request(), decisions);
  }

  /**
   * Takes the last decision on a row back that somebody has made here; absent where there is none.
   */
  Optional<RowDecision> takeLastBack(String who) {
    Optional<RowDecision> last = last(who, kept());
    last.ifPresent(decision -> takeBack(decision.key()));
    return last;
  }

  /** Takes a decision back. */
  void takeBack(String key) {
    DecideJob.takeBack(request(), key);
  }

  /** The last decision of that person on a row that waits still. */
  Optional<RowDecision> last(String who, Decisions kept) {
    Set<String> open = rows().stream().map(DecisionDesk::key).collect(Collectors.toSet());
    return kept.rows().stream()
        .filter(each -> each.by().who().equals(who) && open.contains(each.key()))
        .max(
            Comparator.comparing((RowDecision each) -> each.by().at())
                .thenComparing(RowDecision::key));
  }

  private DecideJob.Request request() {
    Path folder =
        config.orElseThrow(
            () ->
                RefusedException.of(
                    409,
                    "No place for decisions",
                    "expected a folder of configuration to keep decisions in, found the built-in one; copy it to config/, or give --config"));
    return new DecideJob.Request(settings, out, folder, workingFolder, "", "");
  }

  /** The rows in another order: those behind a row first. */
  static List<UndecidedRow> from(List<UndecidedRow> rows, String id) {
    for (int i = 0; i < rows.size(); i++) {
      if (id(key(rows.get(i))).equals(id)) {
        List<UndecidedRow> turned = new ArrayList<>(rows.subList(i, rows.size()));
        turned.addAll(rows.subList(0, i));
        return turned;
      }
    }
    return rows;
  }
}
