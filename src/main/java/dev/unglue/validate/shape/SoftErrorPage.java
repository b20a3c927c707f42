package dev.unglue.validate.shape;

import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/**
 * A page that came without an error but says nothing that the catalogue knows. A page with tables
 * of another kind is none: its grid is kept.
 */
public final class SoftErrorPage {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error("soft_error_page", "Page without anything known", SoftErrorPage::check)
          .compares("what was read of a page against the catalogue")
          .why("A robot check, a consent page or a \"not found\" came with status 200.")
          .example("\"Please verify that you are human\"")
          .fix(
              "Open the stored page with `unglue raw show`; where it is a challenge, slow the"
                  + " source down or give it a contact. If the page is what the site means to show,"
                  + " add its labels to `attributes.yaml`.");

  private static void check(ParsedPage page, RuleFindings findings) {
    findings.compared();
    if (page.kind() != PageKind.OTHER && !saysSomething(page)) {
      findings
          .flag()
          .values("a table, sentence or list that the catalogue knows", "none")
          .onPage()
          .because(
              "The page says nothing that is known",
              "look whether it is an error page that came with status 200");
    }
  }

  private static boolean saysSomething(ParsedPage page) {
    return SpilledRows.hasKnownLabel(page)
        || page.observations().stream().anyMatch(ObservationText::isMapped);
  }
}
