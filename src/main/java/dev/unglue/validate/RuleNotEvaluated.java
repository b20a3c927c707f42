package dev.unglue.validate;

import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Severity;
import dev.unglue.text.FaultText;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/**
 * Says that a rule raised or had no input: that is no pass. It has no input of its own, so {@link
 * RuleBook} writes its flags.
 */
record RuleNotEvaluated(RuleInfo info) {
  /** What it is. */
  static final RuleInfo INFO =
      new RuleInfo(
          "rule_not_evaluated",
          "Rule not evaluated",
          Severity.WARN,
          "the rules in force against those that could compare something in this run",
          "A rule that raised or had no input found nothing, which is not the same as no fault.",
          "no page of the run has a skill list, so `skill_duplicate` compared nothing",
          "Where the rule raised, report it with the page. Where it had no input, that is right for"
              + " a small run; switch the rule off if the source never gives what it compares.",
          List.of());

  /** The flag for a rule that threw {@code exception} on {@code page}. */
  Flag raised(RuleInfo rule, String page, RuntimeException exception) {
    return info.flag(page)
        .member(rule.id())
        .values("an outcome", FaultText.orFault(exception))
        .onPage(page)
        .because("Rule %s raised".formatted(rule.id()), "report it as a fault of the rule");
  }

  /** The flag for a rule that needs what a file does not hold; that is nobody's fault. */
  Flag notHeld(RuleInfo rule) {
    return idle(rule, "what it compares", "nothing of it").withSeverity(Severity.INFO);
  }

  /** The flag for a rule that could compare nothing in the whole run. */
  Flag withoutInput(RuleInfo rule) {
    return idle(rule, "something to compare", "nothing in this run");
  }

  private Flag idle(RuleInfo rule, String expected, String found) {
    return info.flag("")
        .member(rule.id())
        .values(expected, found)
        .because("Rule %s had no input".formatted(rule.id()));
  }
}
