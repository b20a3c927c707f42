package dev.unglue.validate.cross;

import dev.unglue.model.Catalogue;
import dev.unglue.model.Flag;
import dev.unglue.model.Severity;
import dev.unglue.model.Sighting;
import dev.unglue.model.SubjectSightings;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import dev.unglue.validate.rule.Told;
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
public record CrossPageValue(RuleInfo info, Catalogue catalogue) implements Rule<SubjectSightings> {
  private static final String TOLERANCE = "tolerance_pct";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "cross_page_value",
              "Pages disagree",
              Severity.WARN,
              "a value of a subject on one page against the same on other pages of its vintage;"
                  + " lists and free texts are left out",
              "One of the pages is out of date or was read wrongly.",
              "`Job satisfaction` 3.67 on one page and 4.1 on another")
          .fix(
              "Fetch the older page again; the fact follows the later one. Accept the "
                  + "flag with `unglue decide` where the site contradicts itself for good.")
          .limits(
              Parameter.of(TOLERANCE, "percent", "0", "pages of one vintage print the same digits"),
              Vintage.PARAMETER);

  @Override
  public Outcome check(SubjectSightings seen) {
    Findings findings = new Findings();
    Set<PageValues.Key> flagged = new HashSet<>();
    for (Map<PageValues.Key, List<Sighting>> vintage :
        new PageValues(catalogue).byVintage(Vintage.of(info), seen.sightings())) {
      vintage.forEach(
          (key, pages) -> {
            Opinions opinions = Opinions.of(pages);
            findings.compared(Math.max(0, opinions.pages() - 1));
            dissent(opinions)
                .filter(other -> flagged.add(key))
                .ifPresent(other -> findings.add(flag(opinions.witnesses().get(0), other)));
          });
    }
    return findings.outcome();
  }

  /** The best supported value that is not the best of all, beyond the tolerance. */
  private Optional<Sighting> dissent(Opinions opinions) {
    List<Sighting> witnesses = opinions.witnesses();
    return witnesses.stream().skip(1).filter(each -> differs(witnesses.get(0), each)).findFirst();
  }

  private boolean differs(Sighting best, Sighting other) {
    Optional<BigDecimal> here = Told.number(best.observation());
    Optional<BigDecimal> there = Told.number(other.observation());
    if (here.isEmpty() || there.isEmpty()) {
      return true;
    }
    BigDecimal allowed = here.get().abs().multiply(info.number(TOLERANCE)).movePointLeft(2);
    return here.get().subtract(there.get()).abs().compareTo(allowed) > 0;
  }

  private Flag flag(Sighting best, Sighting other) {
    return info.flag(other.ref())
        .about(other.observation())
        .at(best.ref().page(), best.observation().span())
        .values(best.observation().value(), other.observation().value())
        .because(
            "%s differs between pages %s and %s"
                .formatted(
                    new Titles(catalogue).of(other.observation()),
                    Quote.of(best.ref().page()),
                    Quote.of(other.ref().page())));
  }
}
