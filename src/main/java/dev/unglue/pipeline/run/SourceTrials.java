package dev.unglue.pipeline.run;

import dev.unglue.model.report.Verdict;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.run.RunInputs.SourcePages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the sources of a run that may be published together. On a good night one load of them all
 * does; on a bad one that load is taken back, and tried again without those that the gate names. A
 * reason that names no source is sought by taking in one source after the other.
 */
final class SourceTrials {
  private final Function<List<SourcePages>, LoadTrial> load;
  private final Map<String, List<Verdict.Reason>> rejected = new LinkedHashMap<>();
  private List<SourceNight> nights = List.of();

  /**
   * @param load tries some sources
   */
  SourceTrials(Function<List<SourcePages>, LoadTrial> load) {
    this.load = load;
  }

  /** The load of those that may be published; it is open, and may be of none. */
  LoadTrial accept(List<SourcePages> all) {
    LoadTrial trial = load.apply(all);
    nights = trial.nights();
    while (!trial.reasons().isEmpty() && !trial.sources().isEmpty()) {
      trial.load().rollback();
      trial = load.apply(remaining(trial));
    }
    return trial;
  }

  private List<SourcePages> remaining(LoadTrial trial) {
    if (trial.sources().size() == 1) {
      rejected.put(trial.sources().get(0).source(), trial.reasons());
      return List.of();
    }
    List<SourcePages> good = new ArrayList<>(trial.sources());
    good.removeIf(source -> isNamed(source, trial.reasons()));
    return good.size() < trial.sources().size() ? good : oneByOne(trial.sources());
  }

  private boolean isNamed(SourcePages source, List<Verdict.Reason> reasons) {
    List<Verdict.Reason> own =
        reasons.stream().filter(reason -> reason.scope().equals(source.source())).toList();
    if (!own.isEmpty()) {
      rejected.put(source.source(), own);
    }
    return !own.isEmpty();
  }

  private List<SourcePages> oneByOne(List<SourcePages> all) {
    List<SourcePages> good = new ArrayList<>();
    for (SourcePages source : all) {
      List<Verdict.Reason> reasons = with(good, source);
      if (reasons.isEmpty()) {
        good.add(source);
      } else {
        rejected.put(source.source(), reasons);
      }
    }
    return good;
  }

  private List<Verdict.Reason> with(List<SourcePages> good, SourcePages source) {
    List<SourcePages> tried = new ArrayList<>(good);
    tried.add(source);
    LoadTrial trial = load.apply(tried);
    trial.load().rollback();
    return trial.reasons();
  }

  /** How each source fared. */
  List<SourceNight> nights() {
    return nights.stream().map(this::judged).toList();
  }

  private SourceNight judged(SourceNight night) {
    List<Verdict.Reason> why = rejected.getOrDefault(night.source(), List.of());
    return why.isEmpty()
        ? night
        : night.rejected(why.stream().map(Verdict.Reason::message).toList());
  }

  /** Why each of the others may not, in the order in which that was found. */
  Map<String, List<Verdict.Reason>> rejected() {
    return rejected;
  }
}
