package dev.unglue.validate.shape;

import dev.unglue.model.Grid;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;

/** A header whose empty corner was dropped; one flag a page. */
public record HeaderShifted(RuleInfo info) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "header_shifted",
              "Header shifted to the left",
              Severity.INFO,
              "the cells of the header against the width of the body",
              "The extractor dropped empty cells: names stand above the wrong column, and a body row"
                  + " that lost a cell has lost its side too.",
              "`| Loss Mitigation Specialist | Account Specialist | |`")
          .fix(
              "Nothing is to be done where the names are right; extract the page with a "
                  + "tool that keeps empty cells if short rows come with it.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    findings.compared(page.tables().size());
    page.tables().stream()
        .filter(Grid::headerShifted)
        .findFirst()
        .ifPresent(
            grid ->
                findings.add(
                    info.flag(page.ref())
                        .values("an empty corner before the names", HeaderNames.joined(grid))
                        .atTexts(grid.header())
                        .because("The header of a table is shifted to the left")));
    return findings.outcome();
  }
}
