package dev.unglue.validate.cross;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.ObservationText;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A page whose values of one subject are those that another page gives to the other subject. Of two
 * camps of pages the smaller one is flagged, each page once.
 */
public final class MirrorPage {
  private static final String LEAST = "least_swapped";

  /** What it is. */
  public static final Rule<PageGroup> RULE =
      RuleInput.GROUP
          .error("mirror_page", "Sides swapped", MirrorPage::check)
          .limit(LEAST, "2")
          .limit(Vintage.PARAMETER);

  private static void check(PageGroup group, RuleFindings findings) {
    if (group.pages().isEmpty()) {
      return;
    }
    GroupedPage first = group.pages().get(0);
    List<GroupedPage> mirrored = new ArrayList<>();
    for (GroupedPage each : group.pages().subList(1, group.pages().size())) {
      if (Vintage.of(findings).isSame(first.ref(), each.ref())) {
        findings.compared();
        if (!swaps(first, each, findings).isEmpty()) {
          mirrored.add(each);
        }
      }
    }
    smallerCamp(group.pages(), mirrored, findings);
  }

  private static void smallerCamp(
      List<GroupedPage> pages, List<GroupedPage> mirrored, RuleFindings findings) {
    boolean mirroredAreFew = 2 * mirrored.size() <= pages.size();
    GroupedPage good = mirroredAreFew ? pages.get(0) : mirrored.get(0);
    for (GroupedPage each : pages) {
      List<Swap> swaps =
          mirrored.contains(each) == mirroredAreFew ? swaps(good, each, findings) : List.of();
      if (!swaps.isEmpty()) {
        flag(good, each, swaps, findings);
      }
    }
  }

  /** Two cells of one attribute and what the other page has in their places. */
  private record Swap(
      Subject right, Observation found, Observation wanted, Observation wantedRight) {}

  /** The swapped attributes of the first two subjects that have enough of them; else none. */
  private static List<Swap> swaps(GroupedPage good, GroupedPage page, RuleFindings findings) {
    List<Subject> subjects = good.subjectsInOrder();
    for (int left = 0; left < subjects.size(); left++) {
      for (int right = left + 1; right < subjects.size(); right++) {
        List<Swap> swaps = swaps(good, page, subjects.get(left), subjects.get(right));
        BigDecimal attributes =
            BigDecimal.valueOf(
                swaps.stream().map(each -> each.found().attribute()).distinct().count());
        if (!swaps.isEmpty() && attributes.compareTo(findings.limit(LEAST)) >= 0) {
          return swaps;
        }
      }
    }
    return List.of();
  }

  private static List<Swap> swaps(GroupedPage good, GroupedPage page, Subject left, Subject right) {
    Map<GroupCells.Key, Observation> wanted = GroupCells.of(good);
    Map<GroupCells.Key, Observation> found = GroupCells.of(page);
    List<Swap> swaps = new ArrayList<>();
    wanted.forEach(
        (key, cell) -> {
          GroupCells.Key across = key.of(right.slug());
          Observation other = wanted.get(across);
          Observation here = found.get(key);
          Observation there = found.get(across);
          if (key.subject().equals(left.slug())
              && other != null
              && here != null
              && there != null
              && isSwapped(cell, other, here, there)) {
            swaps.add(new Swap(right, here, cell, other));
          }
        });
    return swaps;
  }

  /** Equal values tell nothing of their sides. */
  private static boolean isSwapped(
      Observation left, Observation right, Observation here, Observation there) {
    String wantedLeft = GroupCells.text(left);
    String wantedRight = GroupCells.text(right);
    return !wantedLeft.equals(wantedRight)
        && wantedLeft.equals(GroupCells.text(there))
        && wantedRight.equals(GroupCells.text(here));
  }

  private static void flag(
      GroupedPage good, GroupedPage page, List<Swap> swaps, RuleFindings findings) {
    Swap first = swaps.get(0);
    FlagDraft draft =
        findings
            .flag(page.ref())
            .of(first.found())
            .values(GroupCells.shown(first.wanted()), GroupCells.shown(first.found()))
            .at(first.found().span())
            .at(good.ref().page(), first.wanted().span())
            .at(good.ref().page(), first.wantedRight().span());
    swaps.stream().skip(1).forEach(each -> draft.at(each.found().span()));
    TreeSet<String> attributes = new TreeSet<>();
    swaps.forEach(each -> attributes.add(each.found().attribute()));
    draft.because(
        "Page %s gives %s the values that page %s gives %s (%s)"
            .formatted(
                Quote.of(page.ref().page()),
                ObservationText.who(first.found()),
                Quote.of(good.ref().page()),
                Quote.of(first.right().name()),
                String.join(", ", attributes)));
  }
}
