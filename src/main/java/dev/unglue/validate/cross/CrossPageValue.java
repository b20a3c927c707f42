package dev.unglue.validate.cross;

import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value that differs between two pages of one vintage. One flag for each value of a subject: it
 * names the two values with the most pages, and one page for each.
 */
public final class CrossPageValue {
  private static final String TOLERANCE = "tolerance_pct";

  /** What it is. */
  public static final Rule<SubjectSightings> RULE =
      RuleInput.SUBJECT
          .warn("cross_page_value", "Pages disagree", CrossPageValue::check)
          .compares(
              "a value of a subject on one page against the same on other pages of its vintage;"
                  + " lists and free texts are left out")
          .why("One of the pages is out of date or was read wrongly.")
          .example("`Job satisfaction` 3.67 on one page and 4.1 on another")
          .fix(
              "Fetch the older page again; the fact follows the later one. Accept the flag with"
                  + " `unglue decide` where the site contradicts itself for good.")
          .limit(TOLERANCE, "percent", "0", "pages of one vintage print the same digits")
          .limit(Vintage.PARAMETER);

  private static void check(SubjectSightings seen, RuleFindings findings) {
    Set<PageValues.Key> flagged = new HashSet<>();
    for (Map<PageValues.Key, Opinions> vintage : PageValues.opinions(seen, findings)) {
      vintage.forEach(
          (key, opinions) ->
              dissent(opinions, findings.limit(TOLERANCE))
                  .filter(other -> flagged.add(key))
                  .ifPresent(other -> flag(opinions.witnesses().get(0), other, findings)));
    }
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
    Optional<BigDecimal> here = ObservationText.number(best.observation());
    Optional<BigDecimal> there = ObservationText.number(other.observation());
    return here.isEmpty()
        || there.isEmpty()
        || ObservationText.areApart(here.get(), there.get(), tolerance);
  }

  private static void flag(Sighting best, Sighting other, RuleFindings findings) {
    findings
        .flag(other.ref())
        .about(other.observation())
        .at(best)
        .values(best.observation().value(), other.observation().value())
        .because(
            "%s differs between pages %s and %s"
                .formatted(
                    findings.title(other.observation()),
                    Quote.of(best.ref().page()),
                    Quote.of(other.ref().page())));
  }
}
