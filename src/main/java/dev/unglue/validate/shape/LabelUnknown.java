package dev.unglue.validate.shape;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;

/** A row label that the catalogue lacks, on a page that it otherwise knows. */
public final class LabelUnknown {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .warn("label_unknown", "Unknown row label", LabelUnknown::check)
          .compares("the labels of a page that the catalogue knows against the catalogue")
          .why(
              "The site added or renamed a row; its cells are kept as `unmapped` and reach no"
                  + " fact.")
          .example("`Remote share` below `Job satisfaction`")
          .fix(
              "Add the label to an attribute of `attributes.yaml`, or a new attribute. Silence it"
                  + " by `except: [{attribute: unmapped, silence: true}]` for labels that nobody"
                  + " needs.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (GridRow row : SpilledRows.judged(page)) {
      findings.compared();
      if (row.attributes().isEmpty()) {
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
