package dev.unglue.validate.agree;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The skill lists of a page, and the top skills that its prose names. */
public final class SkillLists {
  private static final String SKILL = "skill_pct";
  private static final String TOP_SKILL = "top_skill";
  private static final String TOP = "top_skills";
  private static final String RISING = "rising_pct";

  private SkillLists() {}

  /** A skill with a greater share than the one before it: a list goes from great to small. */
  public static final Rule<CheckedPage> ORDER =
      RuleInput.VALUES
          .warn("skill_pct_order", "Skills out of order", SkillLists::checkOrder)
          .needing(SKILL)
          .limit(RISING, "10");

  private static void checkOrder(CheckedPage page, RuleFindings findings) {
    long steps = 0;
    List<Rise> rises = new ArrayList<>();
    for (List<Observation> list : Cells.lists(page, SKILL)) {
      List<Observation> read = list.stream().filter(each -> each.number().isPresent()).toList();
      for (int place = 1; place < read.size(); place++) {
        steps++;
        if (Cells.value(read.get(place)).compareTo(Cells.value(read.get(place - 1))) > 0) {
          rises.add(new Rise(read.get(place - 1), read.get(place)));
        }
      }
    }
    findings.compared(steps);
    if (rises.size() > 1 && areTooMany(rises.size(), steps, findings)) {
      flagUnsorted(rises, steps, findings);
    } else {
      rises.forEach(rise -> flagRise(rise, findings));
    }
  }

  private static boolean areTooMany(int rises, long steps, RuleFindings findings) {
    BigDecimal most = findings.limit(RISING).multiply(BigDecimal.valueOf(steps)).movePointLeft(2);
    return BigDecimal.valueOf(rises).compareTo(most) > 0;
  }

  /** An item with a greater share than the one before it. */
  private record Rise(Observation before, Observation item) {}

  private static void flagRise(Rise rise, RuleFindings findings) {
    Observation before = rise.before();
    findings
        .flag(
            rise.item(), "at most %s after %s".formatted(before.value(), Quote.of(before.member())))
        .at(before.span())
        .because(findings.title(rise.item()) + " is out of order");
  }

  /** Lists that nobody has sorted lack no item because of it. */
  private static void flagUnsorted(List<Rise> rises, long steps, RuleFindings findings) {
    findings
        .flag()
        .asInfo()
        .attribute(SKILL)
        .at(rises.stream().map(Rise::item).toList())
        .values("shares that fall from item to item", rises.size() + " of " + steps + " steps rise")
        .because("The skill lists of the page are not sorted");
  }

  /** A skill that stands twice in one list. */
  public static final Rule<CheckedPage> DUPLICATE =
      RuleInput.VALUES
          .warn("skill_duplicate", "Skill listed twice", SkillLists::checkDuplicates)
          .needing(SKILL);

  private static void checkDuplicates(CheckedPage page, RuleFindings findings) {
    for (List<Observation> list : Cells.lists(page, SKILL)) {
      Map<String, Observation> seen = new HashMap<>();
      for (Observation item : list) {
        findings.compared();
        Observation first = seen.putIfAbsent(Catalogue.labelKey(item.member()), item);
        if (first != null) {
          String values = Quote.of(first.value()) + " and " + Quote.of(item.value());
          findings
              .flag()
              .about(item)
              .at(first.span())
              .values("each skill once", item.member())
              .because(
                  "A skill of %s is listed twice, with %s"
                      .formatted(ObservationText.who(item), values));
        }
      }
    }
  }

  /** Fewer or more top skills than the sentence announces, or a skill list shorter than them. */
  public static final Rule<CheckedPage> COUNT =
      RuleInput.VALUES
          .warn("list_count", "List of another length than announced", SkillLists::checkCounts)
          .needing(TOP_SKILL, SKILL)
          .limit(TOP, "3");

  private static void checkCounts(CheckedPage page, RuleFindings findings) {
    if (page.parsed().kind() == PageKind.COMPARISON) {
      for (Subject subject : page.parsed().subjects()) {
        checkCount(page, subject, TOP_SKILL, findings);
        checkCount(page, subject, SKILL, findings);
      }
    }
  }

  /** A list that is missing altogether is cut where another subject of the page has one. */
  private static void checkCount(
      CheckedPage page, Subject subject, String attribute, RuleFindings findings) {
    List<Observation> all = page.of(attribute);
    if (all.isEmpty()) {
      return;
    }
    findings.compared();
    List<Observation> found =
        all.stream().filter(each -> each.slug().equals(subject.slug())).toList();
    BigDecimal wanted = findings.limit(TOP);
    int order = BigDecimal.valueOf(found.size()).compareTo(wanted);
    boolean isList = attribute.equals(SKILL); // which goes on below the top skills
    if (order < 0 || (order > 0 && !isList)) {
      String expected = (isList ? "at least " : "") + wanted.toPlainString();
      FlagDraft draft = findings.flag().subject(subject.slug()).attribute(attribute).at(found);
      if (found.isEmpty()) {
        draft.onPage();
      }
      String wrong =
          isList
              ? "The skill list of %s is too short"
              : "The sentence on the top skills of %s has another number of them";
      draft
          .values(expected, Integer.toString(found.size()))
          .because(
              wrong.formatted(Quote.of(subject.name())), "look whether the page was cut short");
    }
  }

  /** Top skills in the prose that are not those at the head of the skill list. */
  public static final Rule<CheckedPage> TOP_SKILLS =
      RuleInput.VALUES
          .warn("top_skill_vs_list", "Top skills against the skill list", SkillLists::checkTop)
          .needing(TOP_SKILL, SKILL);

  private static void checkTop(CheckedPage page, RuleFindings findings) {
    List<List<Observation>> lists = Cells.lists(page, SKILL);
    for (List<Observation> said : Cells.lists(page, TOP_SKILL)) {
      lists.stream()
          .filter(list -> list.get(0).slug().equals(said.get(0).slug()))
          .findFirst()
          .ifPresent(list -> checkTop(said, list, findings));
    }
  }

  private static void checkTop(
      List<Observation> said, List<Observation> list, RuleFindings findings) {
    int compared = Math.min(said.size(), list.size());
    findings.compared();
    boolean agree = true;
    for (int i = 0; i < compared && agree; i++) {
      agree = agree(said.get(i), list.get(i), list);
    }
    if (!agree) {
      flagTop(said.subList(0, compared), list.subList(0, compared), findings);
    }
  }

  /** The skill stands at that place of the list, or at another one with the same share. */
  private static boolean agree(Observation said, Observation there, List<Observation> list) {
    if (there.member().equalsIgnoreCase(said.value())) {
      return true; // as on nearly all pages
    }
    String name = NameKey.of(said.value());
    Optional<BigDecimal> share = there.number();
    return list.stream()
        .filter(each -> each.equals(there) || each.number().equals(share))
        .anyMatch(each -> NameKey.of(each.member()).equals(name));
  }

  private static void flagTop(
      List<Observation> said, List<Observation> list, RuleFindings findings) {
    Observation first = said.get(0);
    findings
        .flag()
        .subject(first.slug())
        .attribute(TOP_SKILL)
        .values(
            Quote.all(list.stream().map(Observation::member).toList()),
            String.join(", ", said.stream().map(Observation::value).toList()))
        .at(said)
        .at(list)
        .because(
            "The prose and the skill list of %s name other top skills"
                .formatted(ObservationText.who(first)));
  }
}
