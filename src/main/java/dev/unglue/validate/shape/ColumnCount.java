package dev.unglue.validate.shape;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** A row with more cells than subjects. */
public final class ColumnCount {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error("column_count", "Row with too many cells", ColumnCount::check)
          .compares("the cells of a row against the header")
          .why("A separator inside a cell spills it into its neighbours.")
          .example("`| Best paying company | Smith | Jones | Accenture |` below two names")
          .fix(
              "Look at the row with `parse --explain`: a cell that holds the separator has to be"
                  + " escaped where the page is made. Accept it with `unglue decide` if the row is"
                  + " not needed.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (GridRow row : SpilledRows.judged(page)) {
      findings.compared();
      if (row.state() == RowState.LONG) {
        SpilledRows.flag(row, findings)
            .values("a cell for each subject", HeaderNaming.cells(row.cells()))
            .at(row.body().span())
            .because("Row %s has too many cells".formatted(SpilledRows.label(row)));
      }
    }
  }
}
