package dev.unglue.validate.cross;

import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** More distinct values for one fact than an old and a new state of the site explain. */
public final class CrossPageManyValues {
  private static final String MOST = "most_values";

  /** What it is. */
  public static final Rule<SubjectSightings> RULE =
      RuleInput.SUBJECT
          .error("cross_page_many_values", "Pages give many values", CrossPageManyValues::check)
          .compares("the number of distinct values of one fact within a vintage")
          .why("An update explains two values, not three: cells were mixed up.")
          .example("three pages with three values of `Job satisfaction`")
          .fix(
              "See with `unglue history SUBJECT ATTRIBUTE` which page says what; one that names"
                  + " another subject needs its alias put right.")
          .limit(MOST, "values", "2", "one before and one after an update of the site")
          .limit(Vintage.PARAMETER);

  private static void check(SubjectSightings seen, RuleFindings findings) {
    Set<PageValues.Key> flagged = new HashSet<>();
    for (Map<PageValues.Key, Opinions> vintage : PageValues.opinions(seen, findings)) {
      vintage.forEach(
          (key, opinions) -> {
            if (isTooMany(opinions, findings) && flagged.add(key)) {
              flag(opinions, findings);
            }
          });
    }
  }

  private static boolean isTooMany(Opinions opinions, RuleFindings findings) {
    BigDecimal count = BigDecimal.valueOf(opinions.byValue().size());
    return count.compareTo(findings.limit(MOST)) > 0;
  }

  private static void flag(Opinions opinions, RuleFindings findings) {
    List<Sighting> witnesses = opinions.witnesses();
    Sighting best = witnesses.get(0);
    List<Sighting> others = witnesses.subList(1, witnesses.size());
    FlagDraft draft =
        findings
            .flag(others.get(0).ref())
            .of(best.observation())
            .values(
                best.observation().value(),
                others.stream()
                    .map(each -> each.observation().value())
                    .collect(Collectors.joining(", ")));
    others.forEach(draft::at);
    draft
        .at(best)
        .because(
            "%s has %s values on %s pages"
                .formatted(findings.title(best.observation()), witnesses.size(), opinions.pages()));
  }
}
