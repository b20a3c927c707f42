package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.util.List;

/** A skill with a greater share than the one before it in a list that goes from great to small. */
public record SkillPctOrder(RuleInfo info, Attribute skill) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "skill_pct_order",
              "Skills out of order",
              Severity.WARN,
              "each share of a skill list against the one before it",
              "An item was lost or a list of another subject begins in the middle.",
              "`Inbound Calls, 5%` before `Customer Service, 13%`")
          .fix(
              "Look at the list on the page; except the source if it sorts its lists "
                  + "another way.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (List<Observation> list : Cells.lists(page, skill)) {
      List<Observation> read = list.stream().filter(each -> Told.number(each).isPresent()).toList();
      for (int place = 1; place < read.size(); place++) {
        check(page, read.get(place - 1), read.get(place), findings);
      }
    }
    return findings.outcome();
  }

  private void check(ParsedPage page, Observation before, Observation item, Findings findings) {
    findings.compared();
    if (Cells.value(item).compareTo(Cells.value(before)) > 0) {
      findings.add(
          info.flag(page.ref())
              .about(item)
              .at(before.span())
              .values(
                  "at most %s after %s".formatted(before.value(), Quote.of(before.member())),
                  item.value())
              .because(Told.what(skill.title(), item) + " is out of order"));
    }
  }
}
