package dev.unglue.validate.shape;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** Pages that came without an error and are not what was asked for. */
public final class WholePage {
  private WholePage() {}

  /**
   * A page that says nothing that the catalogue knows. A page with tables of another kind is none:
   * its grid is kept; nor is one whose own title compares, of which another rule tells.
   */
  public static final Rule<CheckedPage> UNKNOWN =
      RuleInput.TABLES.error(
          "soft_error_page", "Page without anything known", WholePage::checkKnown);

  private static void checkKnown(CheckedPage page, RuleFindings findings) {
    findings.compared();
    boolean known =
        page.hasKnownLabel()
            || page.byAttribute().keySet().stream()
                .anyMatch(id -> !id.equals(Observation.UNMAPPED));
    boolean compares = page.isQuarantined("comparison_without_table");
    if (page.parsed().kind() != PageKind.OTHER && !known && !compares) {
      findings
          .flag()
          .values("a table, sentence or list that the catalogue knows", "none")
          .onPage()
          .because(
              "The page says nothing that is known",
              "look whether it is an error page that came with status 200");
    }
  }

  /** A capture that was cut by a limit of size or time. */
  public static final Rule<CheckedPage> TRUNCATED =
      RuleInput.TABLES.error("truncated_page", "Capture cut short", WholePage::checkEnd);

  private static void checkEnd(CheckedPage page, RuleFindings findings) {
    findings.compared();
    String cut = page.parsed().ref().truncated();
    if (cut != null) {
      findings
          .flag()
          .values("a whole page", cut)
          .onPage()
          .because("The capture was cut short", "fetch the page again");
    }
  }
}
