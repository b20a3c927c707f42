package dev.unglue.pipeline.run;

import dev.unglue.fetch.FetchReport;
import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunSummary.RunDetails;
import dev.unglue.publish.Publisher;
import dev.unglue.store.Load;
import dev.unglue.store.RunFigures;
import dev.unglue.store.row.RunStart;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sums up a night: all that is told of it, and all that the store keeps of it.
 *
 * @param request what was asked of the run
 * @param start when it began
 * @param unreached the sources that gave nothing to load
 * @param trials how the others fared
 */
record NightSummary(
    JobRequest request, RunStart start, List<SourceNight> unreached, SourceTrials trials) {

  /** How each source fared, in the order in which they were asked for. */
  private List<SourceNight> nights() {
    List<String> order = new RunInputs(request).scopes();
    return Stream.concat(unreached.stream(), trials.nights().stream())
        .sorted(Comparator.comparingInt(night -> order.indexOf(night.source())))
        .toList();
  }

  private List<Verdict.Reason> reasons() {
    return trials.rejected().values().stream().flatMap(List::stream).toList();
  }

  /** What the run did, as this load leaves the store. */
  RunSummary summary(LoadTrial trial, List<FetchedUrl> fetched) {
    Load load = trial.load();
    List<SourceNight> nights = nights();
    RunDetails details =
        new RunDetails(
            start.startedAt(),
            request.now(),
            start.nominalTime(),
            nights.stream().map(SourceNight::source).toList(),
            trial.outcomes());
    return new RunSummary(
        load.runId(),
        load.runUuid(),
        status(nights, load.changed()),
        nights,
        load.counts(),
        reasons().stream().map(Verdict.Reason::message).toList(),
        request.out().resolve(Publisher.FILE).toString(),
        request.out().resolve("csv").toString(),
        FetchReport.counts(fetched),
        details);
  }

  private String status(List<SourceNight> nights, boolean changed) {
    if (nights.stream().anyMatch(SourceNight::isGood)) {
      return changed ? "published" : "unchanged";
    }
    return trials.rejected().isEmpty() ? "unreachable" : "rejected";
  }

  /** Keeps it in the load, which may then end; what the verdict rests on only where it is new. */
  void keep(LoadTrial trial, RunSummary summary) {
    Load load = trial.load();
    RunFigures figures = load.figures();
    figures.reads(summary.details().sources());
    if (load.changed() || !trials.rejected().isEmpty()) {
      trial.measured().forEach(figures::keep);
    }
    figures.judge(reasons());
    load.addNights(summary.nights());
    load.account(summary.pages(), request.runTrigger().exitCode().applyAsInt(summary));
  }
}
