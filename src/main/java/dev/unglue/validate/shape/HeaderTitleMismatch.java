package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names in a header that differ from those in the page's address or title. */
public final class HeaderTitleMismatch {
  /** What it is. */
  public static final Rule<ParsedPage> RULE =
      RuleInput.TABLES
          .error(
              "header_title_mismatch",
              "Header and title name other subjects",
              HeaderTitleMismatch::check)
          .compares(
              "the names in each header against those in the address, the title or the headings, in"
                  + " order; number and punctuation do not count")
          .why("Joined names were split at the wrong place, or the columns are swapped.")
          .example("`TellerHead Teller` under \"Teller vs head teller\"")
          .fix(
              "Look which of the two the columns follow. Where the title is known to be loose,"
                  + " except the source; else leave the flag, and trust neither column.");

  private static void check(ParsedPage page, RuleFindings findings) {
    if (page.kind() != PageKind.COMPARISON || page.named().size() < 2) {
      return;
    }
    List<String> wanted = keys(page.named());
    for (Map.Entry<List<String>, List<Grid>> each : headers(page).entrySet()) {
      findings.compared();
      if (!keys(each.getKey()).equals(wanted)) {
        findings
            .flag()
            .values(String.join(" | ", page.named()), String.join(" | ", each.getKey()))
            .atTexts(each.getValue().isEmpty() ? List.of() : each.getValue().get(0).header())
            .because("The header and the title name other subjects");
      }
    }
  }

  /** Each list of names that heads a table of this page, with its tables; the page's own first. */
  private static Map<List<String>, List<Grid>> headers(ParsedPage page) {
    Map<List<String>, List<Grid>> headers = new LinkedHashMap<>();
    headers.put(page.subjects().stream().map(Subject::name).toList(), new ArrayList<>());
    for (Grid grid : page.tables()) {
      if (grid.section() != Section.PAGE && !grid.header().isEmpty()) {
        headers.computeIfAbsent(HeaderNaming.of(grid), key -> new ArrayList<>()).add(grid);
      }
    }
    return headers;
  }

  private static List<String> keys(List<String> names) {
    return names.stream().map(NameKey::of).toList();
  }
}
