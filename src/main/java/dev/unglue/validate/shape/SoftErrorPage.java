package dev.unglue.validate.shape;

import dev.unglue.model.Observation;
import dev.unglue.model.PageKind;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;

/**
 * A page that came without an error but says nothing that the catalogue knows. A page with tables
 * of another kind is none: its grid is kept.
 */
public record SoftErrorPage(RuleInfo info) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "soft_error_page",
              "Page without anything known",
              Severity.ERROR,
              "what was read of a page against the catalogue",
              "A robot check, a consent page or a \"not found\" came with status 200.",
              "\"Please verify that you are human\"")
          .fix(
              "Open the stored page with `unglue raw show`; where it is a challenge, "
                  + "slow the source down or give it a contact. If the page is what the site "
                  + "means to show, add its labels to `attributes.yaml`.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    findings.compared();
    if (page.kind() != PageKind.OTHER && !saysSomething(page)) {
      findings.add(
          info.flag(page.ref())
              .values("a table, sentence or list that the catalogue knows", "none")
              .onPage(page.ref().page())
              .because(
                  "The page says nothing that is known",
                  "look whether it is an error page that came with status 200"));
    }
    return findings.outcome();
  }

  private static boolean saysSomething(ParsedPage page) {
    return TableRows.hasKnownLabel(page)
        || page.observations().stream()
            .anyMatch(each -> !each.attribute().equals(Observation.UNMAPPED));
  }
}
