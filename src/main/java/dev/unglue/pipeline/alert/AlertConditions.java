package dev.unglue.pipeline.alert;

import dev.unglue.config.AlertSettings.Broken;
import dev.unglue.config.AlertSettings.Changed;
import dev.unglue.config.AlertSettings.Condition;
import dev.unglue.config.AlertSettings.Drift;
import dev.unglue.config.AlertSettings.Flags;
import dev.unglue.config.AlertSettings.Verdict;
import dev.unglue.model.run.NightVerdict;
import dev.unglue.model.value.Severity;
import dev.unglue.store.Incidents;
import dev.unglue.store.Incidents.Counted;
import dev.unglue.store.Incidents.Night;
import dev.unglue.validate.Rules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether conditions hold.
 *
 * @param incidents the store after the run
 * @param runId number of the run
 */
record AlertConditions(Incidents incidents, long runId) {
  /** Where a condition holds: once, or once for each source. */
  List<FoundIncident> found(Condition when) {
    if (when instanceof Verdict verdict) {
      return incidents.nights().stream()
          .filter(night -> verdict.source().map(night.source()::equals).orElse(true))
          .filter(
              night ->
                  verdict.verdicts().stream()
                      .map(NightVerdict::id)
                      .anyMatch(night.verdict()::equals))
          .map(night -> new FoundIncident(night.source(), title(night), night.sentences(), 0))
          .toList();
    }
    if (when instanceof Changed changed) {
      return atLeast(
          1,
          incidents.changes(runId, changed.attribute(), changed.subject()),
          "%d %s changed",
          "fact");
    }
    if (when instanceof Broken broken) {
      Counted runs = incidents.broken(runId);
      return runs.count() < broken.least()
          ? List.of()
          : List.of(broken(runs.count(), runs.lines()));
    }
    int least = when instanceof Flags flags ? flags.least() : ((Drift) when).least();
    return atLeast(
        least, incidents.flags(severity(when), rules(when)), "%d %s" + words(when), "flag");
  }

  private static String title(Night night) {
    return "source " + night.source() + " is " + night.verdict();
  }

  private static List<FoundIncident> atLeast(
      int least, Counted counted, String title, String thing) {
    long count = counted.count();
    return count < least ? List.of() : List.of(found(count, counted.lines(), title, thing));
  }

  private static FoundIncident found(long count, List<String> lines, String title, String thing) {
    return new FoundIncident(
        "", title.formatted(count, count == 1 ? thing : thing + "s"), lines, count - lines.size());
  }

  /** That so many runs broke off, the last of which say why. */
  static FoundIncident broken(long count, List<String> lines) {
    return found(count, lines, "%d %s broke off", "run");
  }

  private static String words(Condition when) {
    if (when instanceof Flags flags) {
      return flags.rule().map(rule -> " of " + rule).orElse("")
          + flags.severity().map(least -> " of " + least.id() + " or worse").orElse("");
    }
    return " of rules that compare runs";
  }

  private static Severity severity(Condition when) {
    return when instanceof Flags flags ? flags.severity().orElse(Severity.INFO) : Severity.INFO;
  }

  private static Optional<Collection<String>> rules(Condition when) {
    return when instanceof Flags flags
        ? flags.rule().map(List::of)
        : Optional.of(Rules.idsOfDrift());
  }

  /** What has ended an incident: its title, and what has changed since it began. */
  FoundIncident over(Condition when, String about, long since) {
    if (when instanceof Verdict) {
      String now =
          incidents.nights().stream()
              .filter(night -> night.source().equals(about))
              .map(AlertConditions::title)
              .findFirst()
              .orElse("source " + about + " is no more");
      return new FoundIncident(about, now, List.of(), 0);
    }
    if (when instanceof Changed) {
      return new FoundIncident("", "no fact changed", List.of(), 0);
    }
    if (when instanceof Broken) {
      return new FoundIncident("", "run " + runId + " came to its end", List.of(), 0);
    }
    Counted left = incidents.flags(severity(when), rules(when));
    List<String> fixed = incidents.fixed(severity(when), rules(when), since);
    return new FoundIncident(
        "", "%d left of flags%s; fixed since:".formatted(left.count(), words(when)), fixed, 0);
  }
}
