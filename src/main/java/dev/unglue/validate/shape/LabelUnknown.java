package dev.unglue.validate.shape;

import dev.unglue.model.GridRow;
import dev.unglue.model.ParsedPage;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Rule;
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

  private static void check(ParsedPage page, Findings findings) {
    for (GridRow row : TableRows.judged(page)) {
      findings.compared();
      if (row.attributes().isEmpty()) {
        TableRows.flag(row, findings)
            .member(row.label().text())
            .values("a label of the catalogue", row.label().text())
            .at(row.label().span())
            .because(
                "Row label %s is unknown".formatted(TableRows.label(row)),
                "add it to an attribute's labels");
      }
    }
  }
}
