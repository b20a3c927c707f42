package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** A row with fewer cells than subjects in a layout that does not tell whose they are. */
public final class ShortRowSideAmbiguous {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error(
              "short_row_side_ambiguous",
              "Row too short to tell its sides",
              ShortRowSideAmbiguous::check)
          .compares(
              "the cells of a row against the number of subjects, where empty cells leave no"
                  + " trace")
          .why("The value of the right subject may be printed below the left one.")
          .example("`| Most common skill | Customer Service | |`")
          .fix(
              "Say with `unglue decide` whose cell it is, or add the page in a layout that keeps"
                  + " empty cells (HTML, Markdown).");

  private static void check(ParsedPage page, RuleFindings findings) {
    boolean known = SpilledRows.hasKnownLabel(page);
    for (Grid grid : page.tables()) {
      if (known || grid.headerShifted()) {
        grid.rows().forEach(row -> check(row, findings));
      }
    }
  }

  private static void check(GridRow row, RuleFindings findings) {
    findings.compared();
    if (row.state() == RowState.SHORT) {
      SpilledRows.flag(row, findings)
          .values("a cell for each subject", HeaderNaming.cells(row.cells()))
          .at(row.body().span())
          .because("Row %s is too short to tell its sides".formatted(SpilledRows.label(row)));
    }
  }
}
