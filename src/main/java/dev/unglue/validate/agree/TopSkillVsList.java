package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Top skills in the prose that are not those at the head of the skill list. */
public final class TopSkillVsList {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("top_skill_vs_list", "Top skills against the skill list", TopSkillVsList::check)
          .needing(Cells.TOP_SKILL, Cells.SKILL)
          .compares(
              "the top skills that the prose names against the head of the subject's skill list;"
                  + " skills of one share may change places")
          .why("The lists belong to another subject, or an item was lost.")
          .example("\"include mortgage loans\" above `Customer Service, 13%`")
          .fix(
              "Look below which heading the list stands; except the source if it sorts lists and"
                  + " sentences by different figures.");

  private static void check(ParsedPage page, RuleFindings findings) {
    for (List<Observation> said : Cells.lists(page, Cells.TOP_SKILL)) {
      Cells.lists(page, Cells.SKILL).stream()
          .filter(
              list -> ObservationText.slug(list.get(0)).equals(ObservationText.slug(said.get(0))))
          .findFirst()
          .ifPresent(list -> check(said, list, findings));
    }
  }

  private static void check(List<Observation> said, List<Observation> list, RuleFindings findings) {
    int compared = Math.min(said.size(), list.size());
    findings.compared();
    if (!IntStream.range(0, compared).allMatch(i -> agree(said.get(i), list.get(i), list))) {
      flag(said.subList(0, compared), list.subList(0, compared), findings);
    }
  }

  /** The skill stands at that place of the list, or at another one with the same share. */
  private static boolean agree(Observation said, Observation there, List<Observation> list) {
    Optional<BigDecimal> share = ObservationText.number(there);
    return list.stream()
        .filter(each -> NameKey.of(each.member()).equals(NameKey.of(said.value())))
        .anyMatch(each -> each.equals(there) || ObservationText.number(each).equals(share));
  }

  private static void flag(List<Observation> said, List<Observation> list, RuleFindings findings) {
    findings
        .flag()
        .subject(ObservationText.slug(said.get(0)))
        .attribute(Cells.TOP_SKILL)
        .values(
            Quote.all(list.stream().map(Observation::member).toList()),
            String.join(", ", said.stream().map(Observation::value).toList()))
        .at(said)
        .at(list)
        .because(
            "The prose and the skill list of %s name other top skills"
                .formatted(ObservationText.who(said.get(0))));
  }
}
