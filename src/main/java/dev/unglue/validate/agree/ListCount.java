package dev.unglue.validate.agree;

import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.List;

/** Fewer or more top skills than the sentence announces, or a skill list shorter than them. */
public final class ListCount {
  private static final String SHORT = "The skill list of %s is too short";
  private static final String OTHER =
      "The sentence on the top skills of %s has another number of them";
  private static final String ADVICE = "look whether the page was cut short";
  private static final String TOP = "top_skills";

  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.VALUES
          .warn("list_count", "List of another length than announced", ListCount::check)
          .needing(Cells.TOP_SKILL, Cells.SKILL)
          .compares(
              "the top skills found for each subject of a page against the number that the sentence"
                  + " announces, and the length of the skill list against the same number")
          .why("The page was cut short, or a name with a comma was cut in two.")
          .example("\"The top three skills ... include mortgage loans and customer service\"")
          .fix(
              "Look whether the page was cut, or a name holds a comma that the sentence form in"
                  + " `statements.yaml` takes for the end of an item.")
          .limit(TOP, "skills", "3", "\"the top three skills\"; all 96 sentences of 48 real pages");

  private static void check(ParsedPage page, RuleFindings findings) {
    if (page.kind() == PageKind.COMPARISON) {
      for (Subject subject : page.subjects()) {
        check(page, subject, Cells.TOP_SKILL, findings);
        check(page, subject, Cells.SKILL, findings);
      }
    }
  }

  /** A list that is missing altogether is cut where another subject of the page has one. */
  private static void check(
      ParsedPage page, Subject subject, String attribute, RuleFindings findings) {
    List<Observation> all = Cells.of(page, attribute);
    if (all.isEmpty()) {
      return;
    }
    findings.compared();
    List<Observation> found =
        all.stream().filter(each -> ObservationText.slug(each).equals(subject.slug())).toList();
    BigDecimal wanted = findings.limit(TOP);
    int order = BigDecimal.valueOf(found.size()).compareTo(wanted);
    boolean isList = attribute.equals(Cells.SKILL); // which goes on below the top skills
    if (order < 0 || (order > 0 && !isList)) {
      FlagDraft draft =
          findings
              .flag()
              .subject(subject.slug())
              .attribute(attribute)
              .values(
                  (isList ? "at least " : "") + wanted.toPlainString(),
                  Integer.toString(found.size()))
              .at(found);
      if (found.isEmpty()) {
        draft.onPage(page.ref().page());
      }
      draft.because((isList ? SHORT : OTHER).formatted(Quote.of(subject.name())), ADVICE);
    }
  }
}
