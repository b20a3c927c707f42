package dev.unglue.validate.cross;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.value.Fact;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact that has changed more than is likely: against the value before it, or, where enough values
 * are known, against how far they usually lie from their middle. Places of lists are left out.
 */
public final class ValueJump {
  private static final String SHIFT = "most_shift_pct";
  private static final String POINTS = "most_shift_points";
  private static final String MADS = "most_mads";
  private static final String LEAST = "least_values";
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** What it is. */
  public static final Rule<SubjectHistory> RULE =
      RuleInput.HISTORY
          .warn("value_jump", "Value jumps", ValueJump::check)
          .limit(SHIFT, "50")
          .limit(POINTS, "25")
          .limit(MADS, "5")
          .limit(LEAST, "5");

  private static void check(SubjectHistory history, RuleFindings findings) {
    for (List<Fact> facts : numbers(history.facts())) {
      int last = facts.size() - 1;
      if (last > 0 && facts.get(last).validTo() == null) {
        findings.compared();
        List<Fact> before = facts.subList(0, last);
        expected(facts.get(last), before, findings)
            .ifPresent(why -> flag(history, facts.get(last), before, why, findings));
      }
    }
  }

  /** Facts with numbers, one list a value, the latest last. */
  private static Collection<List<Fact>> numbers(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.ordinal() == 0 && fact.valueNum() != null)
        .sorted(Comparator.comparing(Fact::validFrom))
        .collect(
            Collectors.groupingBy(
                fact -> new PageValues.Key(fact.attribute(), fact.member()),
                TreeMap::new,
                Collectors.toList()))
        .values();
  }

  /** What was expected instead, if the value is too far from it. */
  private static Optional<String> expected(Fact now, List<Fact> before, RuleFindings findings) {
    BigDecimal last = number(before.get(before.size() - 1));
    BigDecimal limit = limit(now, last, findings);
    if (number(now).subtract(last).abs().compareTo(limit) > 0) {
      return Optional.of("%s, give or take %s".formatted(shown(last), shown(limit)));
    }
    List<BigDecimal> values = before.stream().map(ValueJump::number).toList();
    if (values.size() < findings.limit(LEAST).intValue()) {
      return Optional.empty();
    }
    BigDecimal middle = median(values.stream());
    BigDecimal spread = median(values.stream().map(each -> each.subtract(middle).abs()));
    BigDecimal most = spread.multiply(findings.limit(MADS));
    return spread.signum() > 0 && number(now).subtract(middle).abs().compareTo(most) > 0
        ? Optional.of("%s, give or take %s".formatted(shown(middle), shown(most)))
        : Optional.empty();
  }

  private static BigDecimal limit(Fact now, BigDecimal last, RuleFindings findings) {
    boolean isShare =
        findings
            .catalogue()
            .attribute(now.attribute())
            .map(Attribute::unit)
            .filter("percent"::equals)
            .isPresent();
    return isShare
        ? findings.limit(POINTS)
        : last.abs().multiply(findings.limit(SHIFT)).movePointLeft(2);
  }

  private static void flag(
      SubjectHistory history, Fact now, List<Fact> before, String expected, RuleFindings findings) {
    Fact last = before.get(before.size() - 1);
    Optional<Sighting> here = witness(history, now);
    FlagDraft draft =
        findings
            .flag(here.map(each -> each.ref().page()).orElse(""))
            .subject(history.subject().slug())
            .attribute(now.attribute())
            .member(now.member())
            .values(expected, now.value());
    Stream.of(here, witness(history, last)).flatMap(Optional::stream).forEach(draft::at);
    String part = now.member().isEmpty() ? "" : " (" + now.member() + ")";
    draft.because(
        "%s%s of %s has jumped from %s"
            .formatted(
                findings.title(now.attribute()),
                part,
                Quote.of(history.subject().name()),
                last.value()));
  }

  /** The page that gave the value first; none where a lost unit was put right. */
  private static Optional<Sighting> witness(SubjectHistory history, Fact fact) {
    return history.sightings().stream()
        .filter(each -> each.observation().attribute().equals(fact.attribute()))
        .filter(each -> each.observation().member().equals(fact.member()))
        .filter(each -> each.observation().value().equals(fact.value()))
        .filter(each -> !each.seenAt().isBefore(fact.validFrom()))
        .min(
            Comparator.comparing(Sighting::seenAt)
                .thenComparing(each -> each.ref().page())
                .thenComparing(each -> each.ref().rawSha256())
                .thenComparing(each -> each.observation().span().start()));
  }

  private static BigDecimal number(Fact fact) {
    BigDecimal number = fact.valueNum();
    return number == null ? BigDecimal.ZERO : number;
  }

  private static BigDecimal median(Stream<BigDecimal> values) {
    List<BigDecimal> sorted = values.sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : sorted.get(half - 1).add(sorted.get(half)).multiply(HALF);
  }

  private static String shown(BigDecimal number) {
    BigDecimal rounded = number.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
