package dev.unglue.validate.shape;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** Two names that were told apart by their shape alone; the same name twice proves itself. */
public final class GluedNameBoundary {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .warn(
              "glued_name_boundary",
              "Names told apart by their shape alone",
              GluedNameBoundary::check)
          .compares("the evidence for the boundary between two joined names against their shape")
          .why(
              "Names such as `eBayMicrosoft` defy capital letters; no list and no other page"
                  + " confirms the cut.")
          .example("`Best paying companyCitiAccenture`")
          .fix(
              "Add the two names to the name list of the attribute in `lexicon/`, or confirm the"
                  + " cut with `unglue decide`.");

  /** The method of a row that nothing but the shape of its names decided. */
  private static final String SHAPE = "shape";

  private static void check(ParsedPage page, RuleFindings findings) {
    for (GridRow row : SpilledRows.joined(page, RowState.READ)) {
      if (SpilledRows.attributes(row, findings).anyMatch(attribute -> !attribute.isNumber())) {
        findings.compared();
        if (row.method().equals(SHAPE) && !isRepeated(row)) {
          SpilledRows.flag(row, findings)
              .values(
                  "evidence for the cut of " + Quote.of(row.body().text()),
                  HeaderNaming.cells(row.cells()))
              .atTexts(row.cells())
              .because(
                  "The names in row %s were told apart by their shape alone"
                      .formatted(SpilledRows.label(row)));
        }
      }
    }
  }

  /** One name on every side is its own proof: {@code BusinessBusiness}. */
  private static boolean isRepeated(GridRow row) {
    return row.cells().stream().map(Slice::text).distinct().count() == 1;
  }
}
