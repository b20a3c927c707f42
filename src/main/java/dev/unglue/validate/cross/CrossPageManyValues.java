package dev.unglue.validate.cross;

import dev.unglue.model.Catalogue;
import dev.unglue.model.Flag;
import dev.unglue.model.Severity;
import dev.unglue.model.Sighting;
import dev.unglue.model.SubjectSightings;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** More distinct values for one fact than an old and a new state of the site explain. */
public record CrossPageManyValues(RuleInfo info, Catalogue catalogue)
    implements Rule<SubjectSightings> {
  private static final String MOST = "most_values";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "cross_page_many_values",
              "Pages give many values",
              Severity.ERROR,
              "the number of distinct values of one fact within a vintage",
              "An update explains two values, not three: cells were mixed up.",
              "three pages with three values of `Job satisfaction`")
          .fix(
              "See with `unglue history SUBJECT ATTRIBUTE` which page says what; one "
                  + "that names another subject needs its alias put right.")
          .limits(
              Parameter.of(MOST, "values", "2", "one before and one after an update of the site"),
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
            if (isTooMany(opinions) && flagged.add(key)) {
              findings.add(flag(opinions));
            }
          });
    }
    return findings.outcome();
  }

  private boolean isTooMany(Opinions opinions) {
    BigDecimal count = BigDecimal.valueOf(opinions.byValue().size());
    return count.compareTo(info.number(MOST)) > 0;
  }

  private Flag flag(Opinions opinions) {
    List<Sighting> witnesses = opinions.witnesses();
    Sighting best = witnesses.get(0);
    List<Sighting> others = witnesses.subList(1, witnesses.size());
    FlagDraft draft =
        info.flag(others.get(0).ref())
            .of(best.observation())
            .values(
                best.observation().value(),
                others.stream()
                    .map(each -> each.observation().value())
                    .collect(Collectors.joining(", ")));
    others.forEach(each -> draft.at(each.ref().page(), each.observation().span()));
    return draft
        .at(best.ref().page(), best.observation().span())
        .because(
            "%s has %s values on %s pages"
                .formatted(
                    new Titles(catalogue).of(best.observation()),
                    witnesses.size(),
                    opinions.pages()));
  }
}
