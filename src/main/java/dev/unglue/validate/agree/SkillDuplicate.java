package dev.unglue.validate.agree;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A skill that stands twice in one list. */
public final class SkillDuplicate {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("skill_duplicate", "Skill listed twice", SkillDuplicate::check)
          .needing(Cells.SKILL)
          .compares("the names of the skills of one list against each other")
          .why("The template repeats an item, so another one is missing.")
          .example("`Customer Service, 9%` and `Customer Service, 4%`")
          .fix(
              "Look which item the page repeats; nothing is wrong with the values that are there,"
                  + " so it may be accepted with `unglue decide`.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (List<Observation> list : Cells.lists(page, Cells.SKILL)) {
      Map<String, Observation> seen = new LinkedHashMap<>();
      for (Observation item : list) {
        findings.compared();
        Observation first = seen.putIfAbsent(Catalogue.labelKey(item.member()), item);
        if (first != null) {
          findings
              .flag()
              .about(item)
              .at(first.span())
              .values("each skill once", item.member())
              .because(
                  "A skill of %s is listed twice, with %s and %s"
                      .formatted(
                          ObservationText.who(item),
                          Quote.of(first.value()),
                          Quote.of(item.value())));
        }
      }
    }
  }
}
