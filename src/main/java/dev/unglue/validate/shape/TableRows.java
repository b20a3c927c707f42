package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.List;

/** Rows that do not fit their table or the catalogue. */
public final class TableRows {
  private TableRows() {}

  /** A row with fewer cells than subjects in a layout that does not tell whose they are. */
  public static final Rule<CheckedPage> TOO_SHORT =
      RuleInput.TABLES.error(
          "short_row_side_ambiguous", "Row too short to tell its sides", TableRows::checkShortRows);

  private static void checkShortRows(CheckedPage page, RuleFindings findings) {
    for (Grid grid : page.parsed().tables()) {
      if (page.hasKnownLabel() || grid.headerShifted()) {
        checkLength(grid.rows(), RowState.SHORT, "is too short to tell its sides", findings);
      }
    }
  }

  /** A row with more cells than subjects. */
  public static final Rule<CheckedPage> TOO_LONG =
      RuleInput.TABLES.error("column_count", "Row with too many cells", TableRows::checkLongRows);

  private static void checkLongRows(CheckedPage page, RuleFindings findings) {
    checkLength(page.judged(), RowState.LONG, "has too many cells", findings);
  }

  private static void checkLength(
      List<GridRow> rows, RowState bad, String wrong, RuleFindings findings) {
    findings.compared(rows.size());
    for (GridRow row : rows) {
      if (row.state() == bad) {
        SpilledRows.flag(row, findings)
            .values("a cell for each subject", SpilledRows.text(row.cells()))
            .at(row.body().span())
            .because("Row %s %s".formatted(SpilledRows.label(row), wrong));
      }
    }
  }

  /** A row label that the catalogue lacks, on a page that it otherwise knows. */
  public static final Rule<CheckedPage> LABEL =
      RuleInput.TABLES.warn("label_unknown", "Unknown row label", TableRows::checkLabels);

  private static void checkLabels(CheckedPage page, RuleFindings findings) {
    for (GridRow row : page.judged()) {
      findings.compared();
      boolean unread = row.label().text().isEmpty(); // which is another matter
      if (row.attributes().isEmpty() && !unread) {
        SpilledRows.flag(row, findings)
            .member(row.label().text())
            .values("a label of the catalogue", row.label().text())
            .at(row.label().span())
            .because(
                "Row label %s is unknown".formatted(SpilledRows.label(row)),
                "add it to an attribute's labels");
      }
    }
  }
}
