package dev.unglue.validate.agree;

import dev.unglue.model.Attribute;
import dev.unglue.model.Flag;
import dev.unglue.model.Observation;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Severity;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import dev.unglue.validate.rule.Told;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Top skills in the prose that are not those at the head of the skill list. */
public record TopSkillVsList(RuleInfo info, Attribute topSkill, Attribute skill)
    implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "top_skill_vs_list",
              "Top skills against the skill list",
              Severity.WARN,
              "the top skills that the prose names against the head of the subject's skill list; skills"
                  + " of one share may change places",
              "The lists belong to another subject, or an item was lost.",
              "\"include mortgage loans\" above `Customer Service, 13%`")
          .fix(
              "Look below which heading the list stands; except the source if it sorts "
                  + "lists and sentences by different figures.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    for (List<Observation> said : Cells.lists(page, topSkill)) {
      Cells.lists(page, skill).stream()
          .filter(list -> Told.slug(list.get(0)).equals(Told.slug(said.get(0))))
          .findFirst()
          .ifPresent(list -> check(page, said, list, findings));
    }
    return findings.outcome();
  }

  private void check(
      ParsedPage page, List<Observation> said, List<Observation> list, Findings findings) {
    int compared = Math.min(said.size(), list.size());
    findings.compared();
    for (int place = 0; place < compared; place++) {
      if (!agree(said.get(place), list.get(place), list)) {
        findings.add(flag(page, said.subList(0, compared), list.subList(0, compared)));
        return;
      }
    }
  }

  /** The skill stands at that place of the list, or at another one with the same share. */
  private static boolean agree(Observation said, Observation there, List<Observation> list) {
    Optional<BigDecimal> share = Told.number(there);
    return list.stream()
        .filter(each -> NameKey.of(each.member()).equals(NameKey.of(said.value())))
        .anyMatch(each -> each.equals(there) || Told.number(each).equals(share));
  }

  private Flag flag(ParsedPage page, List<Observation> said, List<Observation> list) {
    return info.flag(page.ref())
        .subject(Told.slug(said.get(0)))
        .attribute(topSkill.id())
        .values(
            Quote.all(list.stream().map(Observation::member).toList()),
            String.join(", ", said.stream().map(Observation::value).toList()))
        .at(said)
        .at(list)
        .because(
            "The prose and the skill list of %s name other top skills"
                .formatted(Told.who(said.get(0))));
  }
}
