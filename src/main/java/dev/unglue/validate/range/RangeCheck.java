package dev.unglue.validate.range;

import dev.unglue.model.Attribute;
import dev.unglue.model.Flag;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Range;
import dev.unglue.model.State;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the range rules have in common: each number against the hard range of its attribute. */
final class RangeCheck {
  private final RuleInfo info;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();

  RangeCheck(RuleInfo info, List<Attribute> attributes) {
    this.info = info;
    attributes.forEach(each -> this.attributes.put(each.id(), each));
  }

  /** Every number of the page outside its hard range. */
  Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (Observation each : numbers(page)) {
      Attribute attribute = attributes.get(each.attribute());
      if (attribute != null) {
        attribute.hardRange().ifPresent(range -> check(page, each, attribute, range, findings));
      }
    }
    return findings.outcome();
  }

  private void check(
      ParsedPage page, Observation each, Attribute attribute, Range range, Findings findings) {
    findings.compared();
    if (!range.contains(number(each))) {
      findings.add(
          flag(
              page,
              each,
              attribute,
              text(range.min()) + ".." + text(range.max()),
              "is out of range"));
    }
  }

  /** The numbers of the page that the rule watches and that a cell or sentence gives. */
  List<Observation> numbers(ParsedPage page) {
    return page.observations().stream()
        .filter(each -> attributes.containsKey(each.attribute()))
        .filter(each -> each.state() == State.VALUE || each.state() == State.OUT_OF_RANGE)
        .filter(each -> each.valueNum() != null)
        .toList();
  }

  /** A flag about one number: "TITLE of WHO is out of range: expected ..., found ...". */
  Flag flag(ParsedPage page, Observation each, Attribute attribute, String expected, String wrong) {
    return info.flag(page.ref())
        .about(each)
        .values(expected, each.value())
        .because(Told.what(attribute.title(), each) + " " + wrong);
  }

  static BigDecimal number(Observation each) {
    BigDecimal number = each.valueNum();
    return number == null ? BigDecimal.ZERO : number;
  }

  static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
