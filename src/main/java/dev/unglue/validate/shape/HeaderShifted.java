package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** A header whose empty corner was dropped; one flag a page. */
public final class HeaderShifted {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .info("header_shifted", "Header shifted to the left", HeaderShifted::check)
          .compares("the cells of the header against the width of the body")
          .why(
              "The extractor dropped empty cells: names stand above the wrong column, and a body"
                  + " row that lost a cell has lost its side too.")
          .example("`| Loss Mitigation Specialist | Account Specialist | |`")
          .fix(
              "Nothing is to be done where the names are right; extract the page with a tool that"
                  + " keeps empty cells if short rows come with it.");

  private static void check(ParsedPage page, RuleFindings findings) {
    findings.compared(page.tables().size());
    page.tables().stream()
        .filter(Grid::headerShifted)
        .findFirst()
        .ifPresent(
            grid ->
                findings
                    .flag()
                    .values("an empty corner before the names", HeaderNaming.cells(grid.header()))
                    .atTexts(grid.header())
                    .because("The header of a table is shifted to the left"));
  }
}
