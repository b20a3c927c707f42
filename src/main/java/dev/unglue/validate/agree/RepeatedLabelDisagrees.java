package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A value that stands twice in the tables of a page, and differs. */
public final class RepeatedLabelDisagrees {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .error(
              "repeated_label_disagrees", "Repeated label disagrees", RepeatedLabelDisagrees::check)
          .compares("one label in two tables of a page")
          .why("One of the tables was read wrongly, or its columns are swapped.")
          .example("`Average age` 42 in one table and 46 in another")
          .fix(
              "Look at both tables. If they mean different things (this year, last year), give one"
                  + " of the labels an attribute of its own in `attributes.yaml`.");

  private static void check(ParsedPage page, RuleFindings findings) {
    Map<List<String>, Observation> first = new HashMap<>();
    for (Observation cell : page.observations()) {
      if (cell.inTable() && cell.isValue() && cell.isMapped()) {
        Observation earlier = first.putIfAbsent(key(cell), cell);
        if (earlier != null) {
          check(earlier, cell, findings);
        }
      }
    }
  }

  private static List<String> key(Observation cell) {
    return List.of(cell.slug(), cell.attribute(), cell.member(), Integer.toString(cell.ordinal()));
  }

  private static void check(Observation earlier, Observation cell, RuleFindings findings) {
    findings.compared();
    if (!ObservationText.key(earlier).equals(ObservationText.key(cell))) {
      findings
          .flag(cell, earlier.value())
          .at(earlier.span())
          .because(findings.title(cell) + " differs between two tables");
    }
  }
}
