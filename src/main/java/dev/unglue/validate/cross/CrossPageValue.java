package dev.unglue.validate.cross;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A value on which the pages of one vintage do not agree; one flag for each value of a subject. */
public final class CrossPageValue {
  private static final String TOLERANCE = "tolerance_pct";
  private static final String MOST = "most_values";

  private CrossPageValue() {}

  /** Asks of each value in each vintage, the latest first, until it has been flagged. */
  private static void check(
      SubjectSightings seen, RuleFindings findings, Predicate<Opinions> isFlagged) {
    Set<PageValues.Key> flagged = new HashSet<>();
    for (Map<PageValues.Key, List<Sighting>> vintage : PageValues.byVintage(seen, findings)) {
      vintage.forEach(
          (key, pages) -> {
            Opinions opinions = Opinions.of(pages);
            findings.compared(Math.max(0, opinions.pages() - 1));
            if (!flagged.contains(key) && isFlagged.test(opinions)) {
              flagged.add(key);
            }
          });
    }
  }

  /** Two values: the flag names the two with the most pages, and one page for each. */
  public static final Rule<SubjectSightings> VALUE =
      RuleInput.SUBJECT
          .warn("cross_page_value", "Pages disagree", CrossPageValue::checkTwo)
          .limit(TOLERANCE, "0")
          .limit(Vintage.PARAMETER);

  private static void checkTwo(SubjectSightings seen, RuleFindings findings) {
    check(
        seen,
        findings,
        opinions -> {
          Optional<Sighting> other = dissent(opinions, findings.limit(TOLERANCE));
          other.ifPresent(it -> flag(opinions.witnesses().get(0), it, findings));
          return other.isPresent();
        });
  }

  /** The best supported value that is not the best of all, beyond the tolerance. */
  private static Optional<Sighting> dissent(Opinions opinions, BigDecimal tolerance) {
    List<Sighting> witnesses = opinions.witnesses();
    return witnesses.stream()
        .skip(1)
        .filter(each -> differs(witnesses.get(0), each, tolerance))
        .findFirst();
  }

  private static boolean differs(Sighting best, Sighting other, BigDecimal tolerance) {
    Optional<BigDecimal> here = best.observation().number();
    Optional<BigDecimal> there = other.observation().number();
    return here.isEmpty()
        || there.isEmpty()
        || ObservationText.areApart(here.get(), there.get(), tolerance);
  }

  private static void flag(Sighting best, Sighting other, RuleFindings findings) {
    String here = Quote.of(best.ref().page());
    String there = Quote.of(other.ref().page());
    findings
        .flag(other.ref())
        .about(other.observation())
        .at(best)
        .values(best.observation().value(), other.observation().value())
        .because(
            "%s differs between pages %s and %s"
                .formatted(findings.title(other.observation()), here, there));
  }

  /** More distinct values than an old and a new state of the site explain. */
  public static final Rule<SubjectSightings> MANY_VALUES =
      RuleInput.SUBJECT
          .error("cross_page_many_values", "Pages give many values", CrossPageValue::checkMany)
          .limit(MOST, "2")
          .limit(Vintage.PARAMETER);

  private static void checkMany(SubjectSightings seen, RuleFindings findings) {
    check(
        seen,
        findings,
        opinions -> {
          BigDecimal count = BigDecimal.valueOf(opinions.byValue().size());
          boolean tooMany = count.compareTo(findings.limit(MOST)) > 0;
          if (tooMany) {
            flag(opinions, findings);
          }
          return tooMany;
        });
  }

  private static void flag(Opinions opinions, RuleFindings findings) {
    List<Sighting> witnesses = opinions.witnesses();
    Sighting best = witnesses.get(0);
    List<Sighting> others = witnesses.subList(1, witnesses.size());
    String values =
        others.stream()
            .map(Sighting::observation)
            .map(Observation::value)
            .collect(Collectors.joining(", "));
    FlagDraft draft =
        findings
            .flag(others.get(0).ref())
            .of(best.observation())
            .values(best.observation().value(), values);
    others.forEach(draft::at);
    draft
        .at(best)
        .because(
            "%s has %s values on %s pages"
                .formatted(findings.title(best.observation()), witnesses.size(), opinions.pages()));
  }

  /** A missing mark on one page where another page of the vintage has a value. */
  public static final Rule<SubjectSightings> MISSING =
      RuleInput.SUBJECT
          .info(
              "missing_elsewhere_present", "Missing on one page only", CrossPageValue::checkMissing)
          .limit(Vintage.PARAMETER);

  private static void checkMissing(SubjectSightings seen, RuleFindings findings) {
    Set<PageValues.Key> flagged = new HashSet<>();
    for (Map<PageValues.Key, List<Sighting>> latest : PageValues.byVintage(seen, findings)) {
      latest.forEach(
          (key, pages) -> {
            findings.compared(Math.max(0, pages.size() - 1));
            pages.stream()
                .filter(each -> each.observation().state() == State.MISSING)
                .findFirst()
                .ifPresent(
                    missing ->
                        present(latest, key)
                            .filter(found -> flagged.add(key))
                            .ifPresent(found -> flagMissing(missing, found, findings)));
          });
    }
  }

  /** A page that has it; the missing mark of a breakdown names no part, so any part counts. */
  private static Optional<Sighting> present(
      Map<PageValues.Key, List<Sighting>> latest, PageValues.Key key) {
    return latest.entrySet().stream()
        .filter(each -> each.getKey().attribute().equals(key.attribute()))
        .filter(each -> key.member().isEmpty() || each.getKey().equals(key))
        .flatMap(each -> Opinions.of(each.getValue()).witnesses().stream().limit(1))
        .findFirst();
  }

  private static void flagMissing(Sighting missing, Sighting found, RuleFindings findings) {
    findings
        .flag(missing.ref())
        .about(missing.observation())
        .at(found)
        .values(shown(missing, found), missing.observation().rawText())
        .because(
            "%s is missing on page %s and present on page %s"
                .formatted(
                    findings.title(missing.observation()),
                    Quote.of(missing.ref().page()),
                    Quote.of(found.ref().page())));
  }

  /** A part that the missing mark does not name is named. */
  private static String shown(Sighting missing, Sighting found) {
    String part = found.observation().member();
    String value = found.observation().value();
    return part.equals(missing.observation().member()) ? value : part + " " + value;
  }

  /**
   * The distinct values that pages give for one fact.
   *
   * @param byValue the pages of each value; the value with most pages first, then the latest
   */
  record Opinions(List<List<Sighting>> byValue) {

    static Opinions of(List<Sighting> pages) {
      Map<String, List<Sighting>> values =
          pages.stream()
              .filter(each -> each.observation().isValue())
              .collect(
                  Collectors.groupingBy(
                      each -> ObservationText.key(each.observation()),
                      LinkedHashMap::new,
                      Collectors.toList()));
      return new Opinions(values.values().stream().sorted(BEST_SUPPORTED).toList());
    }

    /** Number of pages that give a value. */
    int pages() {
      return byValue.stream().mapToInt(List::size).sum();
    }

    /** One page for each value, the best supported first. */
    List<Sighting> witnesses() {
      return byValue.stream().map(pages -> pages.get(0)).toList();
    }

    private static final Comparator<List<Sighting>> BEST_SUPPORTED =
        Comparator.<List<Sighting>>comparingInt(List::size)
            .thenComparing(Opinions::lastSeen)
            .reversed();

    private static Instant lastSeen(List<Sighting> pages) {
      return pages.stream().map(Sighting::seenAt).max(Comparator.naturalOrder()).orElseThrow();
    }
  }
}
