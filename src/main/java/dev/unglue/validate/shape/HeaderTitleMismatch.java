package dev.unglue.validate.shape;

import dev.unglue.model.Grid;
import dev.unglue.model.PageKind;
import dev.unglue.model.ParsedPage;
import dev.unglue.model.Section;
import dev.unglue.model.Severity;
import dev.unglue.model.Subject;
import dev.unglue.validate.rule.Findings;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.Outcome;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names in a header that differ from those in the page's address or title. */
public record HeaderTitleMismatch(RuleInfo info) implements Rule<ParsedPage> {
  /** What it is. */
  public static final RuleInfo INFO =
      RuleInfo.of(
              "header_title_mismatch",
              "Header and title name other subjects",
              Severity.ERROR,
              "the names in each header against those in the address, the title or the headings, in"
                  + " order; number and punctuation do not count",
              "Joined names were split at the wrong place, or the columns are swapped.",
              "`TellerHead Teller` under \"Teller vs head teller\"")
          .fix(
              "Look which of the two the columns follow. Where the title is known to be "
                  + "loose, except the source; else leave the flag, and trust neither column.");

  @Override
  public Outcome check(ParsedPage page) {
    Findings findings = new Findings();
    if (page.kind() != PageKind.COMPARISON || page.named().size() < 2) {
      return findings.outcome();
    }
    List<String> wanted = keys(page.named());
    for (Map.Entry<List<String>, List<Grid>> each : headers(page).entrySet()) {
      findings.compared();
      if (!keys(each.getKey()).equals(wanted)) {
        findings.add(
            info.flag(page.ref())
                .values(String.join(" | ", page.named()), String.join(" | ", each.getKey()))
                .atTexts(each.getValue().isEmpty() ? List.of() : each.getValue().get(0).header())
                .because("The header and the title name other subjects"));
      }
    }
    return findings.outcome();
  }

  /** Each list of names that heads a table of this page, with its tables; the page's own first. */
  private static Map<List<String>, List<Grid>> headers(ParsedPage page) {
    Map<List<String>, List<Grid>> headers = new LinkedHashMap<>();
    headers.put(page.subjects().stream().map(Subject::name).toList(), new ArrayList<>());
    for (Grid grid : page.tables()) {
      if (grid.section() != Section.PAGE && !grid.header().isEmpty()) {
        headers.computeIfAbsent(HeaderNames.of(grid), key -> new ArrayList<>()).add(grid);
      }
    }
    return headers;
  }

  private static List<String> keys(List<String> names) {
    return names.stream().map(NameKey::of).toList();
  }
}
