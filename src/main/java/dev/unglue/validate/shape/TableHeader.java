package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.NameKey;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names in the headers of a page's tables. */
public final class TableHeader {
  private TableHeader() {}

  /** A header whose empty corner was dropped; one flag a page. */
  public static final Rule<CheckedPage> SHIFTED =
      RuleInput.TABLES.info(
          "header_shifted", "Header shifted to the left", TableHeader::checkShift);

  private static void checkShift(CheckedPage page, RuleFindings findings) {
    findings.compared(page.parsed().tables().size());
    page.parsed().tables().stream()
        .filter(Grid::headerShifted)
        .map(Grid::header)
        .findFirst()
        .ifPresent(
            names ->
                findings
                    .flag()
                    .values("an empty corner before the names", SpilledRows.text(names))
                    .atTexts(names)
                    .because("The header of a table is shifted to the left"));
  }

  /** Names that differ from those in the page's address or title; a card is headed by one. */
  public static final Rule<CheckedPage> OTHER_NAMES =
      RuleInput.TABLES.error(
          "header_title_mismatch", "Header and title name other subjects", TableHeader::checkNames);

  private static void checkNames(CheckedPage page, RuleFindings findings) {
    List<String> named = page.parsed().named();
    if (page.parsed().kind() != PageKind.COMPARISON || named.size() < 2) {
      return;
    }
    headers(page.parsed())
        .forEach(
            (names, first) -> {
              findings.compared();
              List<String> keys = keys(names);
              boolean card = keys.size() == 1 && keys(named).containsAll(keys);
              if (!card && !keys.equals(keys(named))) {
                findings
                    .flag()
                    .values(String.join(" | ", named), String.join(" | ", names))
                    .atTexts(first)
                    .because("The header and the title name other subjects");
              }
            });
  }

  /** Each list of names that heads a table, where it stands first; the page's own comes first. */
  private static Map<List<String>, List<Slice>> headers(ParsedPage page) {
    Map<List<String>, List<Slice>> headers = new LinkedHashMap<>();
    headers.put(page.subjects().stream().map(Subject::name).toList(), List.of());
    for (Grid grid : page.tables()) {
      if (grid.section() != Section.PAGE && !grid.header().isEmpty()) {
        List<String> names =
            grid.header().stream().map(name -> Subject.named(name.text()).name()).toList();
        headers.merge(names, grid.header(), (known, more) -> known.isEmpty() ? more : known);
      }
    }
    return headers;
  }

  private static List<String> keys(List<String> names) {
    return names.stream().map(NameKey::of).toList();
  }
}
