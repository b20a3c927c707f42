package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.List;

/** A skill with a greater share than the one before it in a list that goes from great to small. */
public final class SkillPctOrder {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("skill_pct_order", "Skills out of order", SkillPctOrder::check)
          .needing(Cells.SKILL)
          .compares("each share of a skill list against the one before it")
          .why("An item was lost or a list of another subject begins in the middle.")
          .example("`Inbound Calls, 5%` before `Customer Service, 13%`")
          .fix(
              "Look at the list on the page; except the source if it sorts its lists another way.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (List<Observation> list : Cells.lists(page, Cells.SKILL)) {
      List<Observation> read =
          list.stream().filter(each -> ObservationText.number(each).isPresent()).toList();
      for (int place = 1; place < read.size(); place++) {
        check(read.get(place - 1), read.get(place), findings);
      }
    }
  }

  private static void check(Observation before, Observation item, RuleFindings findings) {
    findings.compared();
    if (Cells.value(item).compareTo(Cells.value(before)) > 0) {
      findings
          .flag(item, "at most %s after %s".formatted(before.value(), Quote.of(before.member())))
          .at(before.span())
          .because(findings.title(item) + " is out of order");
    }
  }
}
