package dev.unglue.pipeline.run;

import dev.unglue.model.page.Flag;
import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Subject;
import dev.unglue.resolve.FactResolver;
import dev.unglue.store.Load;
import dev.unglue.store.row.StoreCounts;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What needs many pages: facts, and the rules that compare pages. Streams subject by subject. */
record CrossPageJob(RuleBook rules, FactResolver resolver, Tally tally) {
  private static final Logger LOG = LoggerFactory.getLogger(CrossPageJob.class);

  /**
   * Runs it.
   *
   * @param measured the figures of each source beside those of good runs before
   */
  void run(Load load, List<RunMetrics> measured) {
    load.forEachSubject(
        seen -> {
          Subject subject = seen.subject();
          List<Fact> facts = resolver.resolve(subject, seen.sightings());
          load.replaceFacts(subject, facts);
          List<Flag> flags = new ArrayList<>(rules.check(RuleInput.SUBJECT, seen, tally));
          flags.addAll(
              rules.check(
                  RuleInput.HISTORY, new SubjectHistory(subject, seen.sightings(), facts), tally));
          return flags;
        });
    load.forEachPageGroup(group -> rules.check(RuleInput.GROUP, group, tally));
    add(load, rules.check(RuleInput.NAMES, load.names(), tally));
    long captures = load.standingCaptures();
    tally.compared("duplicate_capture", captures > 1 ? captures : 0);
    load.forEachDuplicate(same -> add(load, rules.check(RuleInput.CAPTURES, same, tally)));
    load.forEachPage(page -> add(load, rules.check(RuleInput.AGE, page, tally)));
    measured.forEach(run -> add(load, rules.check(RuleInput.RUN, run, tally)));
    rules
        .rules()
        .forEach(
            rule -> {
              Tally.Count count = tally.of(rule.id());
              load.addRuleResult(
                  rule.id(),
                  rule.title(),
                  rule.severity(),
                  count.evaluated(),
                  count.failed(),
                  count.status());
            });
    tally.faults().forEach((rule, fault) -> LOG.debug("rule {} raised", rule, fault));
    StoreCounts counts = load.counts();
    keep(load, Metric.OPEN_FACTS, counts.openFacts());
    counts.observationsByState().forEach((state, n) -> keep(load, "observations_" + state, n));
    counts.pagesByLayout().forEach((layout, n) -> keep(load, "pages_" + layout, n));
  }

  private static void keep(Load load, String name, long value) {
    load.figures().keep(Metric.of(name, "", value));
  }

  private static void add(Load load, List<Flag> flags) {
    flags.forEach(load::addCrossPageFlag);
  }
}
