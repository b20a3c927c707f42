package dev.unglue.model.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes few sentences of many missed pages: one for each outcome. */
final class MissedReasons {
  private MissedReasons() {}

  /**
   * The sentences.
   *
   * @param all true for what the site itself wants so, too: where nothing came, that is why
   */
  static List<String> of(List<MissedPage> missed, boolean all) {
    Map<String, List<MissedPage>> byOutcome = new LinkedHashMap<>();
    missed.stream()
        .filter(page -> all || !SourceNight.isWish(page))
        .forEach(
            page -> byOutcome.computeIfAbsent(page.outcome(), o -> new ArrayList<>()).add(page));
    return byOutcome.values().stream().map(MissedReasons::sentence).toList();
  }

  private static String sentence(List<MissedPage> pages) {
    String count = pages.size() + (pages.size() == 1 ? " page " : " pages ");
    long reasons = pages.stream().map(MissedPage::reason).distinct().count();
    String why = pages.get(0).why();
    return count + (reasons == 1 ? why : why + ", and other reasons");
  }
}
