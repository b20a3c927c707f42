package dev.unglue.pipeline.store;

import dev.unglue.model.report.Proof;
import dev.unglue.model.report.Report;
import dev.unglue.model.report.ReportLimits;
import dev.unglue.model.report.RunComparison;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.report.ReportFiles;
import dev.unglue.report.ReportFormat;
import dev.unglue.store.RejectedStore;
import dev.unglue.store.WorkStore;
import dev.unglue.store.report.ComparisonReader;
import dev.unglue.store.report.ReportReader;
import dev.unglue.store.row.RunRow;
import dev.unglue.text.CodePoints;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The report on what is stored. */
public final class ReportJob {
  /** Characters around a place. */
  private static final int AROUND = 80;

  /** Characters of the place itself; a description may be long. */
  private static final int MOST = 400;

  private static final Set<String> LEFT_NOTHING = Set.of("running", "skipped", "broken");

  private ReportJob() {}

  /**
   * Writes the report on the last run.
   *
   * @param out the folder of the results, where the report goes too
   * @param workingFolder where the paths of captures begin
   * @param formats in which forms
   * @return the files written
   * @throws JobException if nothing is stored
   * @throws dev.unglue.report.ReportFiles.ReportException if a file cannot be written
   */
  public static List<Path> report(Path out, Path workingFolder, Collection<ReportFormat> formats) {
    return StoreReading.ifStored(out, store -> read(store, out, workingFolder))
        .flatMap(Function.identity())
        .map(report -> ReportFiles.write(report, formats, out))
        .orElseThrow(() -> StoreReading.nothing("nothing to report", out));
  }

  /**
   * Writes a page that compares two runs.
   *
   * @param from the earlier one; absent: the one before {@code to}
   * @param to the later one; absent: the last one
   * @return the file
   * @throws JobException if nothing is stored, or a run is unknown or left nothing to compare
   */
  public static Path compare(Path out, Optional<Long> from, Optional<Long> to) {
    RunComparison runs =
        StoreReading.ask(
            out,
            store -> {
              List<RunRow> known = store.runs().all();
              long until = comparable(known, to.orElse(last(known, Long.MAX_VALUE)));
              long since = comparable(known, from.orElse(last(known, until)));
              if (since >= until) {
                throw JobException.usage(
                    "--from, --to: expected the earlier run first, found %d and %d"
                        .formatted(since, until));
              }
              return new ComparisonReader(store).read(since, until).orElseThrow();
            });
    return ReportFiles.write(runs, out);
  }

  /** The last run before that one that has left something. */
  private static long last(List<RunRow> runs, long before) {
    return runs.stream()
        .filter(run -> run.runId() < before && !LEFT_NOTHING.contains(run.status()))
        .mapToLong(RunRow::runId)
        .max()
        .orElse(0);
  }

  /** The run, if it is stored and has left something. */
  private static long comparable(List<RunRow> runs, long wanted) {
    long first = runs.stream().mapToLong(RunRow::runId).min().orElse(0);
    long last = runs.stream().mapToLong(RunRow::runId).max().orElse(0);
    Optional<RunRow> found = runs.stream().filter(run -> run.runId() == wanted).findFirst();
    if (found.isEmpty()) {
      boolean gap = wanted > first && wanted < last; // no command of ours drops a run
      throw JobException.usage(
          "--from, --to: expected one of the runs %d to %d that are stored, found \"%d\"%s"
              .formatted(first, last, wanted, gap ? ", which was taken out of the store" : ""));
    }
    if (LEFT_NOTHING.contains(found.get().status())) {
      throw JobException.usage(
          "--from, --to: expected a run that has left something to compare, found run %d, which is %s"
              .formatted(wanted, found.get().status()));
    }
    return wanted;
  }

  /** Writes it in every form, from a store that is open. */
  public static void write(WorkStore store, Path out, Path workingFolder) {
    read(store, out, workingFolder)
        .ifPresent(report -> ReportFiles.write(report, List.of(ReportFormat.values()), out));
  }

  /** Of a run that was rejected as a whole, what it has read. */
  private static Optional<Report> read(WorkStore store, Path out, Path workingFolder) {
    RejectedStore rejected = RejectedStore.of(out);
    Optional<Long> last =
        store.runs().lastLoad().filter(run -> run.status().equals("rejected")).map(RunRow::runId);
    if (last.isEmpty() || !rejected.run().equals(last)) {
      return read(store, workingFolder);
    }
    try (WorkStore beside = WorkStore.openFile(rejected.file())) {
      return read(beside, workingFolder);
    }
  }

  private static Optional<Report> read(WorkStore store, Path workingFolder) {
    return new ReportReader(store)
        .read(ReportLimits.usual())
        .map(report -> report.withProofs(proven(report.proofs(), workingFolder)));
  }

  /** The proofs with the text around them; only one capture is held at a time. */
  private static List<Proof> proven(Collection<Proof> proofs, Path workingFolder) {
    RawTexts texts = new RawTexts(workingFolder);
    proofs.forEach(proof -> texts.want(proof.file(), proof.offset(), proof.sha256()));
    Map<String, Proof> proven = new HashMap<>();
    texts.forEach(
        (sha256, capture) ->
            proofs.stream()
                .filter(proof -> proof.sha256().equals(sha256))
                .forEach(proof -> proven.put(proof.id(), around(proof, capture.text()))));
    return proofs.stream().map(proof -> proven.getOrDefault(proof.id(), cut(proof))).toList();
  }

  private static Proof around(Proof proof, String text) {
    return with(proof, RawTexts.Excerpt.of(text, proof.start(), proof.end(), AROUND), true);
  }

  private static Proof cut(Proof proof) {
    return with(proof, new RawTexts.Excerpt("", proof.text(), ""), false);
  }

  private static Proof with(Proof proof, RawTexts.Excerpt excerpt, boolean found) {
    String text = excerpt.text();
    return new Proof(
        proof.id(),
        proof.page(),
        proof.file(),
        proof.offset(),
        proof.sha256(),
        proof.start(),
        proof.end(),
        excerpt.before(),
        CodePoints.length(text) <= MOST ? text : CodePoints.cut(text, MOST + 1),
        excerpt.after(),
        found);
  }
}
