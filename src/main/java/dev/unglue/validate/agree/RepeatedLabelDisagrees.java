package dev.unglue.validate.agree;

import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Titles;
import dev.unglue.validate.rule.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A value that stands twice in the tables of a page, and differs. */
public record RepeatedLabelDisagrees(RuleInfo info, Titles titles) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "repeated_label_disagrees",
              "Repeated label disagrees",
              Severity.ERROR,
              "one label in two tables of a page",
              "One of the tables was read wrongly, or its columns are swapped.",
              "`Average age` 42 in one table and 46 in another")
          .fix(
              "Look at both tables. If they mean different things (this year, last "
                  + "year), give one of the labels an attribute of its own in "
                  + "`attributes.yaml`.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    Map<List<String>, Observation> first = new HashMap<>();
    for (Observation cell : page.observations()) {
      if (Told.inTable(cell)
          && Told.isValue(cell)
          && !cell.attribute().equals(Observation.UNMAPPED)) {
        Observation earlier = first.putIfAbsent(key(cell), cell);
        if (earlier != null) {
          check(page, earlier, cell, findings);
        }
      }
    }
    return findings.outcome();
  }

  private static List<String> key(Observation cell) {
    return List.of(
        Told.slug(cell), cell.attribute(), cell.member(), Integer.toString(cell.ordinal()));
  }

  private void check(ParsedPage page, Observation earlier, Observation cell, Findings findings) {
    findings.compared();
    if (!Told.key(earlier).equals(Told.key(cell))) {
      findings.add(
          info.flag(page.ref())
              .about(cell)
              .at(earlier.span())
              .values(earlier.value(), cell.value())
              .because(titles.of(cell) + " differs between two tables"));
    }
  }
}
