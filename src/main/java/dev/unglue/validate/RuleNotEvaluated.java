package dev.unglue.validate;

import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Severity;
import dev.unglue.text.FaultText;
import dev.unglue.validate.rule.RuleInfo;
import java.util.List;

/**
 * Says that a rule raised: that is no pass. It has no input of its own, so {@link RuleBook} writes
 * its flags.
 */
record RuleNotEvaluated(RuleInfo info) {
  /** What it is. */
  static final RuleInfo INFO =
      new RuleInfo("rule_not_evaluated", "Rule not evaluated", Severity.WARN, List.of());

  /** The flag for a rule that threw {@code exception} on {@code page}. */
  Flag raised(RuleInfo rule, String page, RuntimeException exception) {
    return info.flag(page)
        .member(rule.id())
        .values("an outcome", FaultText.orFault(exception))
        .onPage(page)
        .because("Rule %s raised".formatted(rule.id()), "report it as a fault of the rule");
  }
}
