package dev.unglue.validate;

import dev.unglue.model.CaptureRef;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Expectation;
import dev.unglue.model.Flag;
import dev.unglue.model.FlagDecision;
import dev.unglue.model.GroupedPage;
import dev.unglue.model.NamedSubject;
import dev.unglue.model.PageAge;
import dev.unglue.model.PageGroup;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.RowDecision;
import dev.unglue.model.RunMetrics;
import dev.unglue.model.Sighting;
import dev.unglue.model.Signature;
import dev.unglue.model.Subject;
import dev.unglue.model.SubjectHistory;
import dev.unglue.model.SubjectSightings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import dev.unglue.validate.shape.DecidedPage;
import dev.unglue.validate.shape.ReadPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules in force, wired. It may be shared by threads; each brings its own {@link Tally}. Flags
 * come in the order of the rules, and within a rule in the order of its input.
 */
public final class RuleBook {
  private final List<Rule<ParsedPage>> pageRules;
  private final List<Rule<ReadPage>> proofRules;
  private final List<Rule<SubjectSightings>> subjectRules;
  private final List<Rule<PageGroup>> groupRules;
  private final List<Rule<List<NamedSubject>>> nameRules;
  private final List<Rule<List<CaptureRef>>> captureRules;
  private final List<Rule<PageAge>> ageRules;
  private final List<Rule<SubjectHistory>> historyRules;
  private final List<Rule<RunMetrics>> driftRules;
  private final Optional<RuleNotEvaluated> notEvaluated;
  private final List<Rule<DecidedPage>> decisionRules;
  private final Map<String, List<Regrade>> regrades;
  private final Map<String, Signature> accepted;

  /**
   * The rules that fit the catalogue, as settings want them.
   *
   * @param settings by rule id; a rule that is absent has its defaults
   */
  public RuleBook(Catalogue catalogue, Map<String, RuleSettings> settings) {
    this(catalogue, settings, List.of(), List.of());
  }

  /**
   * The same.
   *
   * @param decisions which flags people have accepted as they are: they are silenced
   * @param expectations the user's own rules; {@code settings} may have their ids
   */
  public RuleBook(
      Catalogue catalogue,
      Map<String, RuleSettings> settings,
      List<FlagDecision> decisions,
      List<Expectation> expectations) {
    this(
        catalogue,
        settings,
        decisions,
        withExpected(Rules.page(catalogue, settings), catalogue, settings, expectations),
        Rules.proof(catalogue, settings));
  }

  /** The rules that need no more than observations: neither tables nor the text of a page. */
  public static RuleBook ofObservations(
      Catalogue catalogue,
      Map<String, RuleSettings> settings,
      List<FlagDecision> decisions,
      List<Expectation> expectations) {
    return new RuleBook(
        catalogue,
        settings,
        decisions,
        withExpected(Rules.observed(catalogue, settings), catalogue, settings, expectations),
        List.of());
  }

  private static List<Rule<ParsedPage>> withExpected(
      List<Rule<ParsedPage>> rules,
      Catalogue catalogue,
      Map<String, RuleSettings> settings,
      List<Expectation> expectations) {
    RuleChoice<ParsedPage> expected = new RuleChoice<>(catalogue, settings);
    for (Expectation each : expectations) {
      expected.add(
          ExpectationRule.infoOf(each),
          info -> new ExpectationRule(info, each, new Titles(catalogue)));
    }
    return Stream.concat(rules.stream(), expected.rules().stream()).toList();
  }

  private RuleBook(
      Catalogue catalogue,
      Map<String, RuleSettings> settings,
      List<FlagDecision> decisions,
      List<Rule<ParsedPage>> pageRules,
      List<Rule<ReadPage>> proofRules) {
    this.pageRules = pageRules;
    this.proofRules = proofRules;
    subjectRules = Rules.subject(catalogue, settings);
    groupRules = Rules.group(catalogue, settings);
    nameRules = Rules.names(catalogue, settings);
    captureRules = Rules.captures(catalogue, settings);
    ageRules = Rules.ages(catalogue, settings);
    historyRules = Rules.history(catalogue, settings);
    driftRules = Rules.drift(catalogue, settings);
    decisionRules = Rules.decisions(catalogue, settings);
    accepted = new HashMap<>();
    decisions.forEach(each -> accepted.put(each.key(), each.by()));
    regrades = new HashMap<>();
    settings.forEach((id, each) -> regrades.put(id, each.regrades()));
    notEvaluated =
        RuleChoice.configured(RuleNotEvaluated.INFO, settings).map(RuleNotEvaluated::new);
  }

  /** These page rules and no other. */
  RuleBook(List<Rule<ParsedPage>> pageRules, Optional<RuleInfo> notEvaluated) {
    this.pageRules = List.copyOf(pageRules);
    this.proofRules = List.of();
    this.subjectRules = List.of();
    this.groupRules = List.of();
    this.nameRules = List.of();
    this.captureRules = List.of();
    this.ageRules = List.of();
    this.historyRules = List.of();
    this.driftRules = List.of();
    this.decisionRules = List.of();
    this.accepted = Map.of();
    this.notEvaluated = notEvaluated.map(RuleNotEvaluated::new);
    this.regrades = Map.of();
  }

  /** What one page says against itself. */
  public List<Flag> checkPage(ParsedPage page, Tally tally) {
    return check(pageRules, page, page.ref(), tally);
  }

  /**
   * Whether every proof of a page stands at its place.
   *
   * @param captureText the text that the page was read from
   */
  public List<Flag> checkProof(ParsedPage page, String captureText, Tally tally) {
    return check(proofRules, new ReadPage(page, captureText), page.ref(), tally);
  }

  /** Whether what people have decided of a page still fits it. */
  public List<Flag> checkDecisions(ParsedPage page, List<RowDecision> decisions, Tally tally) {
    return decisions.isEmpty()
        ? List.of()
        : check(decisionRules, new DecidedPage(page, decisions), page.ref(), tally);
  }

  /** What the pages say of one subject. */
  public List<Flag> checkSubject(Subject subject, List<Sighting> sightings, Tally tally) {
    return check(
        subjectRules,
        new SubjectSightings(subject, sightings),
        Pages.of(sightings.stream().map(Sighting::ref)),
        tally);
  }

  /** What pages that compare the same subjects say. */
  public List<Flag> checkPageGroup(PageGroup group, Tally tally) {
    return check(groupRules, group, Pages.of(group.pages().stream().map(GroupedPage::ref)), tally);
  }

  /** Whether two names or two slugs are one subject; takes all names of a run at once. */
  public List<Flag> checkNames(List<NamedSubject> names, Tally tally) {
    return check(nameRules, names, Pages.NONE, tally);
  }

  /** Whether two addresses gave the same bytes; takes all captures of a run at once. */
  public List<Flag> checkDuplicates(List<CaptureRef> captures, Tally tally) {
    return check(captureRules, captures, Pages.of(captures.stream()), tally);
  }

  /** Whether a page was seen of late. */
  public List<Flag> checkAge(PageAge page, Tally tally) {
    return check(ageRules, page, page.ref(), tally);
  }

  /** Whether what is believed of a subject has changed more than is likely. */
  public List<Flag> checkHistory(SubjectHistory history, Tally tally) {
    return check(
        historyRules, history, Pages.of(history.sightings().stream().map(Sighting::ref)), tally);
  }

  /** Whether what a source gave this time is like what it gave before. */
  public List<Flag> checkDrift(RunMetrics run, Tally tally) {
    return check(driftRules, run, new Pages("", Map.of("", run.scope())), tally);
  }

  /**
   * A flag for each rule that compared nothing in the whole run; one that raised has its own. Rules
   * that compare runs, values over time or decisions wait for something to compare with: their
   * result says so, without a flag.
   */
  public List<Flag> notEvaluated(Tally tally) {
    return notEvaluated.stream()
        .flatMap(
            each ->
                rulesOnPages().filter(rule -> isIdle(tally.of(rule.id()))).map(each::withoutInput))
        .toList();
  }

  /**
   * A flag of severity info for each rule of the program that has compared nothing: what was looked
   * at does not hold what it needs.
   */
  public List<Flag> notEvaluable(Tally tally) {
    return notEvaluated.stream()
        .flatMap(
            each ->
                Rules.infos().stream()
                    .filter(rule -> !rule.id().equals(each.info().id()))
                    .filter(rule -> isIdle(tally.of(rule.id())))
                    .map(each::notHeld))
        .toList();
  }

  /** The rules in force, with their severities and parameters. */
  public List<RuleInfo> rules() {
    Stream<RuleInfo> waiting =
        Stream.<List<? extends Rule<?>>>of(historyRules, driftRules, decisionRules)
            .flatMap(List::stream)
            .map(Rule::info);
    return Stream.concat(rulesOnPages(), waiting).toList();
  }

  private Stream<RuleInfo> rulesOnPages() {
    return Stream.<List<? extends Rule<?>>>of(
            pageRules, proofRules, subjectRules, groupRules, nameRules, captureRules, ageRules)
        .flatMap(List::stream)
        .map(Rule::info);
  }

  private static boolean isIdle(Tally.Count count) {
    return count.evaluated() == 0 && count.failed() == 0 && count.raised() == 0;
  }

  /**
   * The pages of an input.
   *
   * @param first the first of them; empty where there is none
   * @param sources by page, the source it came by
   */
  private record Pages(String first, Map<String, String> sources) {
    static final Pages NONE = new Pages("", Map.of());

    static Pages of(Stream<CaptureRef> refs) {
      Map<String, String> sources = new LinkedHashMap<>();
      refs.forEach(ref -> sources.putIfAbsent(ref.page(), ref.source()));
      return new Pages(sources.keySet().stream().findFirst().orElse(""), sources);
    }
  }

  private <T> List<Flag> check(List<Rule<T>> rules, T input, CaptureRef ref, Tally tally) {
    return check(rules, input, new Pages(ref.page(), Map.of(ref.page(), ref.source())), tally);
  }

  private <T> List<Flag> check(List<Rule<T>> rules, T input, Pages pages, Tally tally) {
    List<Flag> flags = new ArrayList<>();
    for (Rule<T> rule : rules) {
      for (Flag flag : check(rule, input, pages.first(), tally)) {
        flags.add(graded(flag, pages.sources().getOrDefault(flag.page(), "")));
      }
    }
    return flags;
  }

  /** As the user grades it: the first exception that fits counts, and then what was accepted. */
  private Flag graded(Flag flag, String source) {
    Flag graded =
        regrades.getOrDefault(flag.rule(), List.of()).stream()
            .filter(each -> each.fits(flag, source))
            .findFirst()
            .map(each -> each.apply(flag))
            .orElse(flag);
    Signature by = accepted.get(FlagDecision.keyOf(flag));
    return by == null ? graded : graded.accepted(by);
  }

  /** The one place that catches: a fault of one rule must not silence the others. */
  private <T> List<Flag> check(Rule<T> rule, T input, String page, Tally tally) {
    try {
      Outcome outcome = rule.check(input);
      tally.add(rule.info().id(), outcome.evaluated(), outcome.flags().size());
      return outcome.flags();
    } catch (RuntimeException exception) {
      tally.addRaised(rule.info().id());
      return notEvaluated.stream().map(each -> each.raised(rule.info(), page, exception)).toList();
    }
  }
}
