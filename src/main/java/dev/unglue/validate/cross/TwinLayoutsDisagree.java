package dev.unglue.validate.cross;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.Quote;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One page in two layouts whose cells were read differently. */
public final class TwinLayoutsDisagree {
  /** What it is. */
  public static final Rule<PageGroup> RULE =
      RuleInput.GROUP
          .error(
              "twin_layouts_disagree",
              "Two layouts of one page disagree",
              TwinLayoutsDisagree::check)
          .limit(Vintage.PARAMETER);

  private static void check(PageGroup group, RuleFindings findings) {
    List<GroupedPage> pages = group.pages();
    for (int first = 0; first < pages.size(); first++) {
      for (int second = first + 1; second < pages.size(); second++) {
        if (isTwin(pages.get(first), pages.get(second), findings)) {
          check(pages.get(first), pages.get(second), findings);
        }
      }
    }
  }

  private static boolean isTwin(GroupedPage one, GroupedPage other, RuleFindings findings) {
    String here = one.ref().url();
    String there = other.ref().url();
    boolean bothKnown = here != null && there != null;
    boolean samePage = bothKnown ? Objects.equals(here, there) : slugs(one).equals(slugs(other));
    return samePage && Vintage.of(findings).isSame(one.ref(), other.ref());
  }

  private static List<String> slugs(GroupedPage page) {
    return page.subjectsInOrder().stream().map(Subject::slug).toList();
  }

  private static void check(GroupedPage one, GroupedPage other, RuleFindings findings) {
    Map<GroupCells.Key, Observation> theirs = GroupCells.of(other);
    GroupCells.of(one)
        .forEach(
            (key, mine) -> {
              Observation twin = theirs.get(key);
              if (twin != null && mine.layout() != twin.layout()) {
                findings.compared();
                if (!GroupCells.text(mine).equals(GroupCells.text(twin))) {
                  flag(one.ref(), mine, other.ref(), twin, findings);
                }
              }
            });
  }

  /** The layout that keeps cells apart is the one to trust. */
  private static void flag(
      CaptureRef one, Observation mine, CaptureRef other, Observation twin, RuleFindings findings) {
    if (isJoined(mine) && !isJoined(twin)) {
      flagOn(one, mine, other, twin, findings);
    } else {
      flagOn(other, twin, one, mine, findings);
    }
  }

  private static boolean isJoined(Observation cell) {
    return cell.layout() == Layout.GLUED || cell.layout() == Layout.SPACED;
  }

  private static void flagOn(
      CaptureRef page,
      Observation wrong,
      CaptureRef twin,
      Observation right,
      RuleFindings findings) {
    findings
        .flag(page)
        .about(wrong)
        .at(twin.page(), right.span())
        .values(GroupCells.shown(right), GroupCells.shown(wrong))
        .because(
            "%s differs between two layouts of a page, %s (%s) and %s (%s)"
                .formatted(
                    findings.title(wrong),
                    Quote.of(twin.page()),
                    layout(right),
                    Quote.of(page.page()),
                    layout(wrong)));
  }

  private static String layout(Observation cell) {
    Layout layout = cell.layout();
    return layout == null ? "text" : layout.id();
  }
}
