package dev.unglue.bench.fault;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PageGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pages without a fault. The real site loses a unit ("6-12 months" printed as 12 years), which the
 * generator prints as faithfully; where a fault is planted, the page says years in both places.
 *
 * @param scenario all pages of one run, the dialects in turn
 */
record CleanPages(Scenario scenario) {
  private static final int PAGES_EACH = 4;
  private static final List<Dialect> DIALECTS = List.of(Dialect.values());
  private static final List<Integer> SHARES = List.of(21, 13, 9, 6, 4);
  private static final List<String> LESSER = List.of("Ledger Reviews", "Night Rounds");

  static CleanPages of(NamePool pool, RandomGenerator random, int pages) {
    int subjects = Math.max(PAGES_EACH + 1, pages / 2);
    List<FaultPage> printed = new ArrayList<>();
    for (Comparison page : new PageGenerator(pool, random).batch(subjects, PAGES_EACH)) {
      Dialect dialect = DIALECTS.get(printed.size() % DIALECTS.size());
      printed.add(FaultPage.of(complete(page), dialect));
    }
    return new CleanPages(Scenario.of(printed.subList(0, Math.min(pages, printed.size()))));
  }

  /** The complete page with no unit lost. */
  static PageDraft clean(Comparison page) {
    PageDraft draft = complete(page);
    return draft.withParagraphs(
        draft.paragraphs().stream()
            .map(each -> each.replace("6-12 months", "10-12 years"))
            .toList());
  }

  /** The page with a skill list for each subject. */
  private static PageDraft complete(Comparison page) {
    PageDraft draft = page.draft();
    List<PageDraft.HeadedList> lists = new ArrayList<>();
    for (int i = 0; i < draft.names().size(); i++) {
      lists.add(skills(draft.names().get(i), page.topSkills().get(i)));
    }
    return draft.withLists(lists);
  }

  private static PageDraft.HeadedList skills(String name, List<String> top) {
    List<String> all = new ArrayList<>(top);
    all.addAll(LESSER);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      items.add(all.get(i) + ", " + SHARES.get(i) + "%");
    }
    return new PageDraft.HeadedList("Common " + name + " skills", items);
  }
}
