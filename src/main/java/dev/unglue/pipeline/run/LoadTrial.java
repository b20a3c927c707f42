package dev.unglue.pipeline.run;

import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.FetchNight;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.Metric;
import dev.unglue.model.run.NightPages;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.fetch.SourceScopes;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.ParserVersion;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunSummary.RunDetails.RuleOutcome;
import dev.unglue.pipeline.run.RunInputs.SourcePages;
import dev.unglue.publish.Publisher;
import dev.unglue.reconcile.ReconcileJob;
import dev.unglue.resolve.FactResolver;
import dev.unglue.store.Load;
import dev.unglue.validate.Tally;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** From the pages of some sources to the verdict on them; the load stays open for who tries it. */
final class LoadTrial {
  /** How a run ends that others may be compared with. */
  private static final Set<String> GOOD = Set.of("published", "unchanged");

  /** A week's nights would hide a slow drift, two would be ruled by one odd night. */
  private static final int BASELINE_RUNS = 5;

  private final JobRequest request;
  private final RunInputs inputs;
  private final Load load;
  private final List<SourcePages> sources;
  private final String parserVersion;
  private final Tally tally = new Tally();
  private final List<SourceNight> nights = new ArrayList<>();
  private List<Metric> measured = List.of();
  private List<Verdict.Reason> reasons = List.of();

  /**
   * Begins with nothing read.
   *
   * @param load open
   * @param sources whose pages are tried
   */
  LoadTrial(JobRequest request, Load load, List<SourcePages> sources) {
    this.request = request;
    this.inputs = new RunInputs(request);
    this.load = load;
    this.sources = List.copyOf(sources);
    this.parserVersion = ParserVersion.of(request.toolVersion(), request.settings());
  }

  /**
   * Runs it.
   *
   * @param pages reads pages, where there are any to be read
   * @param fetched what became of the planned addresses; empty where no network was asked
   */
  LoadTrial run(Supplier<PageJob> pages, Progress progress, Optional<List<FetchedUrl>> fetched) {
    load.addFetched(fetched.orElse(List.of()));
    for (SourcePages source : sources) {
      PageIntake intake = new PageIntake(request, progress, load, parserVersion, tally);
      nights.add(night(source, intake.run(source, pages), fetched));
    }
    load.endPages();
    if (load.changed()) {
      new ReconcileJob(
              request.settings().catalogue(), pages.get().splitter(), parserVersion, load.doubts())
          .run();
    }
    measured = load.figures().measure(inputs::scope, isPending());
    if (load.changed()) {
      FactResolver resolver =
          new FactResolver(request.settings().catalogue(), new SourceScopes(request));
      new CrossPageJob(pages.get().rules(), resolver, tally).run(load, beside());
    }
    judge();
    return this;
  }

  private SourceNight night(
      SourcePages source, PageIntake.Brought brought, Optional<List<FetchedUrl>> fetched) {
    if (source.live() && fetched.isPresent()) {
      return FetchNight.of(source.source(), fetched.get(), brought.unread());
    }
    NightPages counts =
        new NightPages(brought.read(), brought.unchanged(), 0, 0, brought.unread().size());
    // What the raw store holds of a site was confirmed when it was fetched.
    Optional<Instant> contact = source.live() ? Optional.empty() : Optional.of(load.startedAt());
    return SourceNight.of(source.source(), counts, List.of(), brought.unread(), contact);
  }

  private void judge() {
    Set<String> reached =
        nights.stream()
            .filter(SourceNight::isReached)
            .map(SourceNight::source)
            .collect(Collectors.toUnmodifiableSet());
    List<SourcePages> judged =
        sources.stream().filter(source -> reached.contains(source.source())).toList();
    boolean protects = Files.exists(request.out().resolve(Publisher.FILE));
    Gate.Night night =
        new Gate.Night(judged, inputs::scope, load.counts(), measured, isPending(), protects);
    reasons = Gate.reasons(request.settings().gate(), load.figures(), night);
  }

  /** True if the store holds anything that no good run has published. */
  private boolean isPending() {
    return load.changed()
        || load.previousRun().filter(run -> !GOOD.contains(run.status())).isPresent();
  }

  /** The figures of each source, with those of good runs before. */
  private List<RunMetrics> beside() {
    return sources.stream()
        .map(SourcePages::source)
        .map(
            scope ->
                new RunMetrics(
                    scope,
                    measured.stream().filter(metric -> metric.scope().equals(scope)).toList(),
                    load.figures().baseline(scope, BASELINE_RUNS)))
        .toList();
  }

  /** The sources that were tried. */
  List<SourcePages> sources() {
    return sources;
  }

  /** Why nothing of it may be published; empty where all of it may. */
  List<Verdict.Reason> reasons() {
    return reasons;
  }

  /** How each source fared, whatever the gate says. */
  List<SourceNight> nights() {
    return List.copyOf(nights);
  }

  List<Metric> measured() {
    return measured;
  }

  Load load() {
    return load;
  }

  /** How each rule fared that compared anything. */
  Map<String, RuleOutcome> outcomes() {
    Map<String, RuleOutcome> outcomes = new HashMap<>();
    for (Map.Entry<String, Tally.Count> rule : tally.counts().entrySet()) {
      Tally.Count count = rule.getValue();
      long failed = count.failed() + count.raised();
      if (count.evaluated() + failed > 0) {
        outcomes.put(rule.getKey(), new RuleOutcome(count.evaluated(), failed));
      }
    }
    return outcomes;
  }
}
