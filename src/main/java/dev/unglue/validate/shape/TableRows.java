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
      RuleInput.TABLES
          .error(
              "short_row_side_ambiguous",
              "Row too short to tell its sides",
              TableRows::checkShortRows)
          .compares(
              "the cells of a row against the number of subjects, where empty cells leave no"
                  + " trace")
          .why("The value of the right subject may be printed below the left one.")
          .example("`| Most common skill | Customer Service | |`")
          .fix(
              "Say with `unglue decide` whose cell it is, or add the page in a layout that keeps"
                  + " empty cells (HTML, Markdown).");

  private static void checkShortRows(CheckedPage page, RuleFindings findings) {
    for (Grid grid : page.parsed().tables()) {
      if (page.hasKnownLabel() || grid.headerShifted()) {
        checkLength(grid.rows(), RowState.SHORT, "is too short to tell its sides", findings);
      }
    }
  }

  /** A row with more cells than subjects. */
  public static final Rule<CheckedPage> TOO_LONG =
      RuleInput.TABLES
          .error("column_count", "Row with too many cells", TableRows::checkLongRows)
          .compares("the cells of a row against the header")
          .why("A separator inside a cell spills it into its neighbours.")
          .example("`| Best paying company | Smith | Jones | Accenture |` below two names")
          .fix(
              "Look at the row with `parse --explain`: a cell that holds the separator has to be"
                  + " escaped where the page is made. Accept it with `unglue decide` if the row is"
                  + " not needed.");

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
      RuleInput.TABLES
          .warn("label_unknown", "Unknown row label", TableRows::checkLabels)
          .compares("the labels of a page that the catalogue knows against the catalogue")
          .why(
              "The site added or renamed a row; its cells are kept as `unmapped` and reach no"
                  + " fact.")
          .example("`Remote share` below `Job satisfaction`")
          .fix(
              "Add the label to an attribute of `attributes.yaml`, or a new attribute. Silence it"
                  + " by `except: [{attribute: unmapped, silence: true}]` for labels that nobody"
                  + " needs.");

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
