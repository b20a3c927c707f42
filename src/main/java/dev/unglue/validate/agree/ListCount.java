package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Flag;
import dev.unglue.model.Observation;
import dev.unglue.model.PageKind;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.model.Subject;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Parameter;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.List;

/** Fewer or more top skills than the sentence announces, or a skill list shorter than them. */
public record ListCount(RuleInfo info, Attribute topSkill, Attribute skill)
    implements Rule<ParsedPage> {
  private static final String TOP = "top_skills";

  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "list_count",
              "List of another length than announced",
              Severity.WARN,
              "the top skills found for each subject of a page against the number that the sentence"
                  + " announces, and the length of the skill list against the same number",
              "The page was cut short, or a name with a comma was cut in two.",
              "\"The top three skills ... include mortgage loans and customer service\"")
          .fix(
              "Look whether the page was cut, or a name holds a comma that the sentence "
                  + "form in `statements.yaml` takes for the end of an item.")
          .limits(
              Parameter.of(
                  TOP,
                  "skills",
                  "3",
                  "\"the top three skills\"; all 96 sentences of 48 real pages"));

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    if (page.kind() == PageKind.COMPARISON) {
      for (Subject subject : page.subjects()) {
        checkSentence(page, subject, findings);
        checkList(page, subject, findings);
      }
    }
    return findings.outcome();
  }

  private void checkSentence(ParsedPage page, Subject subject, Findings findings) {
    if (page.observations().stream().noneMatch(each -> each.attribute().equals(topSkill.id()))) {
      return;
    }
    findings.compared();
    List<Observation> found = of(page, subject, topSkill);
    BigDecimal wanted = info.number(TOP);
    if (wanted.compareTo(BigDecimal.valueOf(found.size())) != 0) {
      findings.add(
          flag(
              page,
              subject,
              topSkill,
              found,
              wanted.toPlainString(),
              "The sentence on the top skills of %s has another number of them"));
    }
  }

  /** A list that is missing altogether is cut where another subject of the page has one. */
  private void checkList(ParsedPage page, Subject subject, Findings findings) {
    if (page.observations().stream().noneMatch(each -> each.attribute().equals(skill.id()))) {
      return;
    }
    findings.compared();
    List<Observation> found = of(page, subject, skill);
    BigDecimal least = info.number(TOP);
    if (least.compareTo(BigDecimal.valueOf(found.size())) > 0) {
      findings.add(
          flag(
              page,
              subject,
              skill,
              found,
              "at least " + least.toPlainString(),
              "The skill list of %s is too short"));
    }
  }

  private static List<Observation> of(ParsedPage page, Subject subject, Attribute attribute) {
    return page.observations().stream()
        .filter(each -> each.attribute().equals(attribute.id()))
        .filter(each -> Told.slug(each).equals(subject.slug()))
        .toList();
  }

  private Flag flag(
      ParsedPage page,
      Subject subject,
      Attribute attribute,
      List<Observation> found,
      String expected,
      String wrong) {
    FlagDraft draft =
        info.flag(page.ref())
            .subject(subject)
            .attribute(attribute.id())
            .values(expected, Integer.toString(found.size()))
            .at(found);
    if (found.isEmpty()) {
      draft.onPage(page.ref().page());
    }
    return draft.because(
        wrong.formatted(Quote.of(subject.name())), "look whether the page was cut short");
  }
}
