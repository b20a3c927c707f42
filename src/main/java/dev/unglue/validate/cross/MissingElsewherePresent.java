package dev.unglue.validate.cross;

import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A missing mark on one page where another page of the vintage has a value. */
public final class MissingElsewherePresent {
  /** What it is. */
  public static final Rule<SubjectSightings> RULE =
      RuleInput.SUBJECT
          .info(
              "missing_elsewhere_present",
              "Missing on one page only",
              MissingElsewherePresent::check)
          .compares("a missing mark against the values of other pages of its vintage")
          .why("The page lost a value that the site knows.")
          .example("`Job satisfaction` - on one page and 3.67 on another")
          .fix(
              "Nothing is lost: the fact keeps the value of the other pages. Except the attribute"
                  + " for a site that leaves it out at random.")
          .limit(Vintage.PARAMETER);

  private static void check(SubjectSightings seen, RuleFindings findings) {
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
                            .ifPresent(found -> flag(missing, found, findings)));
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

  private static void flag(Sighting missing, Sighting found, RuleFindings findings) {
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
}
