package dev.unglue.validate.cross;

import dev.unglue.model.Catalogue;
import dev.unglue.model.Flag;
import dev.unglue.model.Severity;
import dev.unglue.model.Sighting;
import dev.unglue.model.State;
import dev.unglue.model.SubjectSightings;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A missing mark on one page where another page of the vintage has a value. */
public record MissingElsewherePresent(RuleInfo info, Catalogue catalogue)
    implements Rule<SubjectSightings> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "missing_elsewhere_present",
              "Missing on one page only",
              Severity.INFO,
              "a missing mark against the values of other pages of its vintage",
              "The page lost a value that the site knows.",
              "`Job satisfaction` - on one page and 3.67 on another")
          .fix(
              "Nothing is lost: the fact keeps the value of the other pages. Except the "
                  + "attribute for a site that leaves it out at random.")
          .limits(Vintage.PARAMETER);

  @Override
  public Outcome check(SubjectSightings seen) {
    Findings findings = new Findings();
    Set<PageValues.Key> flagged = new HashSet<>();
    for (Map<PageValues.Key, List<Sighting>> latest :
        new PageValues(catalogue).byVintage(Vintage.of(info), seen.sightings())) {
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
                            .ifPresent(found -> findings.add(flag(missing, found))));
          });
    }
    return findings.outcome();
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

  private Flag flag(Sighting missing, Sighting found) {
    return info.flag(missing.ref())
        .about(missing.observation())
        .at(found.ref().page(), found.observation().span())
        .values(shown(missing, found), missing.observation().rawText())
        .because(
            "%s is missing on page %s and present on page %s"
                .formatted(
                    new Titles(catalogue).of(missing.observation()),
                    Quote.of(missing.ref().page()),
                    Quote.of(found.ref().page())));
  }

  /** A part that the missing mark does not name is named. */
  private static String shown(Sighting missing, Sighting found) {
    String part = found.observation().member();
    String value = found.observation().value();
    return part.equals(missing.observation().member()) ? value : part + " " + value;
  }
}
