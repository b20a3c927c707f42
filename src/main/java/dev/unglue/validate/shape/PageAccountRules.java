package dev.unglue.validate.shape;

import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Span;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Markup;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** What of a page ended in no table though it looks like a part of one. */
public final class PageAccountRules {
  private static final String ADVICE = "see the quarantine";

  private PageAccountRules() {}

  // --- tables ---------------------------------------------------------------------------------

  /** A page whose title compares and that gave no row. */
  public static final Rule<CheckedPage> NO_TABLE =
      RuleInput.TABLES.warn(
          "comparison_without_table", "Comparison without a table", PageAccountRules::checkTables);

  private static void checkTables(CheckedPage page, RuleFindings findings) {
    findings.compared();
    if (page.isQuarantined("comparison_without_table")) {
      findings
          .flag()
          .values("a table about " + String.join(" and ", page.parsed().named()), "none")
          .onPage()
          .because("The title compares, and no row was read", "look at the page");
    }
  }

  /** A table of which nothing tells what its rows and columns are. */
  public static final Rule<CheckedPage> ROLES =
      RuleInput.TABLES.error(
          "table_roles_ambiguous",
          "Table that can be read in several ways",
          PageAccountRules::checkRoles);

  private static void checkRoles(CheckedPage page, RuleFindings findings) {
    findings.compared(page.parsed().tables().size());
    check(
        page,
        "table_roles_ambiguous",
        "one way to read the table",
        "Nothing tells what the rows and columns of a table are",
        findings);
  }

  // --- the budget -----------------------------------------------------------------------------

  /** A part of a page that costs more to read than its length allows. */
  public static final Rule<CheckedPage> BUDGET =
      RuleInput.TABLES.warn(
          "page_budget", "Page that costs too much", PageAccountRules::checkBudget);

  private static void checkBudget(CheckedPage page, RuleFindings findings) {
    findings.compared();
    check(page, "page_budget", "a row that is cheap to read", "A row costs too much", findings);
  }

  private static void check(
      CheckedPage page, String rule, String expected, String because, RuleFindings findings) {
    for (Quarantined each : page.parsed().quarantine()) {
      Span place = each.span();
      if (each.reason().equals(rule) && place != null) {
        String shown = Markup.shown(each.rawText(), page.parsed().ref().mediaType());
        findings
            .flag()
            .values(expected, CodePoints.cut(shown, 80))
            .at(place)
            .because(because, ADVICE);
      }
    }
  }
}
