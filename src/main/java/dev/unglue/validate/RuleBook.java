package dev.unglue.validate;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.Expectation;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Signature;
import dev.unglue.validate.RuleSettings.Regrade;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.DecidedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules in force, wired. It may be shared by threads; each brings its own {@link Tally}. Flags
 * come in the order of the rules, and within a rule in the order of its input.
 */
public final class RuleBook {
  private final Catalogue catalogue;
  private final List<Rule<?>> rules;
  private final Optional<RuleNotEvaluated> notEvaluated;
  private final Map<String, List<Regrade>> regrades = new HashMap<>();
  private final Map<String, Signature> accepted = new HashMap<>();

  /**
   * The rules that fit the catalogue, as settings want them.
   *
   * @param settings by rule id; a rule that is absent has its defaults
   * @param decisions which flags people have accepted as they are: they are silenced
   * @param expectations the user's own rules; {@code settings} may have their ids
   */
  public RuleBook(
      Catalogue catalogue,
      Map<String, RuleSettings> settings,
      List<FlagDecision> decisions,
      List<Expectation> expectations) {
    this(catalogue, withExpected(Rules.ALL, expectations), settings, decisions);
  }

  /** The rules that need no more than observations: neither tables nor the text of a page. */
  public static RuleBook ofObservations(
      Catalogue catalogue,
      Map<String, RuleSettings> settings,
      List<FlagDecision> decisions,
      List<Expectation> expectations) {
    List<Rule<?>> rules =
        Rules.ALL.stream().filter(rule -> rule.input().isOfObservations()).toList();
    return new RuleBook(catalogue, withExpected(rules, expectations), settings, decisions);
  }

  private static List<Rule<?>> withExpected(List<Rule<?>> rules, List<Expectation> expectations) {
    Stream<Rule<?>> expected = expectations.stream().map(ExpectationRule::of);
    return Stream.concat(rules.stream(), expected).toList();
  }

  /** These rules and no other. */
  RuleBook(
      Catalogue catalogue,
      List<Rule<?>> rules,
      Map<String, RuleSettings> settings,
      List<FlagDecision> decisions) {
    this.catalogue = catalogue;
    this.rules =
        rules.stream()
            .filter(rule -> rule.fits().test(catalogue))
            .<Rule<?>>flatMap(rule -> configured(rule.info(), settings).map(rule::with).stream())
            .sorted(Comparator.comparingInt(rule -> rule.input().order()))
            .toList();
    this.notEvaluated = configured(RuleNotEvaluated.INFO, settings).map(RuleNotEvaluated::new);
    settings.forEach((id, each) -> regrades.put(id, each.regrades()));
    decisions.forEach(each -> accepted.put(each.key(), each.by()));
  }

  /** The rule as settings want it; none where it is switched off. */
  private static Optional<RuleInfo> configured(RuleInfo info, Map<String, RuleSettings> settings) {
    RuleSettings wanted = settings.getOrDefault(info.id(), RuleSettings.of(info));
    return wanted.enabled() ? Optional.of(wanted.apply(info)) : Optional.empty();
  }

  /** What one page says against itself. */
  public List<Flag> checkPage(ParsedPage page, Tally tally) {
    CheckedPage checked = CheckedPage.of(page);
    List<Flag> flags = new ArrayList<>(check(RuleInput.TABLES, checked, tally));
    flags.addAll(check(RuleInput.VALUES, checked, tally));
    return flags;
  }

  /** Whether what people have decided of a page still fits it. */
  public List<Flag> checkDecisions(ParsedPage page, Decisions decisions, Tally tally) {
    return decisions.rows().isEmpty() && decisions.values().isEmpty()
        ? List.of()
        : check(RuleInput.DECISIONS, new DecidedPage(page, decisions), tally);
  }

  /** How many rules of the program have compared nothing; that is no fault of theirs. */
  public static long idle(Tally tally) {
    return Rules.ALL.stream().filter(rule -> isIdle(tally.of(rule.info().id()))).count();
  }

  /** The rules in force, with their severities and parameters. */
  public List<RuleInfo> rules() {
    return rules.stream().<RuleInfo>map(Rule::info).toList();
  }

  private static boolean isIdle(Tally.Count count) {
    return count.evaluated() == 0 && count.failed() == 0 && count.raised() == 0;
  }

  /** What the rules on that kind of input find in one. */
  public <T> List<Flag> check(RuleInput<T> kind, T input, Tally tally) {
    Map<String, String> sources = kind.sources(input);
    String page = sources.isEmpty() ? "" : sources.keySet().iterator().next();
    List<Flag> flags = new ArrayList<>();
    for (Rule<?> rule : rules) {
      Optional<Rule<T>> asked = rule.on(kind);
      if (asked.isPresent()) {
        for (Flag flag : check(asked.get(), input, page, tally)) {
          flags.add(graded(flag, sources.getOrDefault(flag.page(), "")));
        }
      }
    }
    return flags;
  }

  /** As the user grades it: the first exception that fits counts, and then what was accepted. */
  private Flag graded(Flag flag, String source) {
    Flag graded = flag;
    for (Regrade each : regrades.getOrDefault(flag.rule(), List.of())) {
      if (each.fits(flag, source)) {
        graded = each.apply(flag);
        break;
      }
    }
    Signature by = accepted.isEmpty() ? null : accepted.get(FlagDecision.keyOf(flag));
    return by == null ? graded : graded.accepted(by);
  }

  /** The one place that catches: a fault of one rule must not silence the others. */
  private <T> List<Flag> check(Rule<T> rule, T input, String page, Tally tally) {
    try {
      RuleFindings found = rule.outcome(input, page, catalogue);
      tally.add(rule.info().id(), found.evaluated(), found.flags().size());
      return found.flags();
    } catch (RuntimeException fault) {
      tally.addRaised(rule.info().id(), fault);
      return notEvaluated.stream().map(each -> each.raised(rule.info(), page, fault)).toList();
    }
  }
}
