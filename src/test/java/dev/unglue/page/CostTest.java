package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.speed.HardPages;
import dev.unglue.bench.speed.SpeedCorpus;
import dev.unglue.bench.speed.SpeedLayout;
import dev.unglue.bench.speed.SpeedPage;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.page.Steps;
import dev.unglue.pipeline.run.TestCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a page may cost, in steps by character: so that nobody makes reading slow again unseen. The
 * bounds lie a third or so above what was counted; whoever needs fewer steps lowers them.
 */
class CostTest {
  private static final int PAGES = 30;
  private static final int HARD = 14_000;

  /** Steps by character of a hard page: ten times those of a usual glued one. */
  private static final double MOST = 140;

  /** What is known to cost more, and is to be mended: each group of lines has a budget. */
  private static final Map<String, Double> KNOWN =
      Map.of("short lists of many signs", 15_000.0, "eight subjects, random capitals", 8_500.0);

  /** Cells that span all rows below are repeated in them, a million times in all at most. */
  private static final String REPEATED = "cells over many rows";

  private final PageParser parser = TestCatalogue.parser();

  private Cost cost(SpeedPage page) {
    Steps steps = Steps.ofOnePage();
    parser.parse(page.capture(), steps);
    return steps.cost(page.text().length());
  }

  private double perCharacter(List<SpeedPage> pages) {
    long steps = 0;
    long characters = 0;
    for (SpeedPage page : pages) {
      Cost cost = cost(page);
      steps += cost.steps();
      characters += cost.characters();
    }
    return (double) steps / characters;
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, 2",
    "GLUED, 15",
    "PIPE, 3",
    "TSV, 3.5",
    "LINES, 3.5",
    "SPACED, 7",
    "PROFILE, 3",
    "LIST, 65",
    "SITES, 80"
  })
  void staysWithinTheStepsOfItsLayout(SpeedLayout layout, double most) {
    SpeedCorpus corpus = SpeedCorpus.bundled(TestCatalogue.settings().catalogue(), 1);

    assertThat(perCharacter(corpus.pages(layout, PAGES))).isBetween(1.0, most);
  }

  @Test
  void staysWithinTheStepsOfAnyHardPage() {
    List<String> beyond = new ArrayList<>();
    for (SpeedPage page : HardPages.all(HARD)) {
      boolean known = KNOWN.containsKey(page.name());
      SpeedPage read = known ? HardPages.named(page.name(), HARD / 20) : page;
      double steps = perCharacter(List.of(read));
      if (steps > KNOWN.getOrDefault(page.name(), MOST)) {
        beyond.add(page.name() + ": " + Math.round(steps));
      }
    }
    assertThat(beyond).as("hard pages that cost more than %s steps a character", MOST).isEmpty();
  }

  @Test
  void readsNoMoreRowsOfUnknownLabelsWhereAPageHasCostAllThatItMay() {
    SpeedPage page = HardPages.named("short lists of many signs", HARD);
    ParsedPage read = parser.parse(page.capture());

    assertThat(cost(page).steps()).isBetween(20_000_000L, 40_000_000L);
    assertThat(read.quarantine())
        .filteredOn(each -> each.reason().equals("page_budget"))
        .extracting(Quarantined::message)
        .containsExactly(
            "rows of unknown labels cost more to read than their page may: expected fewer places to"
                + " cut, found more than can be weighed; those further down are not read, at"
                + " %s 0..%d; kept as it came".formatted(read.ref().page(), page.text().length()));
  }

  /** A longer page costs more steps as it is longer: nothing grows with its square. */
  @Test
  void growsWithTheLengthOfThePage() {
    Map<String, Cost> small =
        HardPages.all(HARD / 16).stream().collect(Collectors.toMap(SpeedPage::name, this::cost));
    List<String> beyond = new ArrayList<>();
    for (SpeedPage page : HardPages.all(HARD / 4)) {
      Cost now = cost(page);
      Cost before = small.getOrDefault(page.name(), now);
      double growth = (double) now.steps() / before.steps();
      double longer = (double) now.characters() / before.characters();
      if (growth > 2 * longer && !page.name().equals(REPEATED)) {
        beyond.add(
            "%s: %.1f times the steps, %.1f times as long".formatted(page.name(), growth, longer));
      }
    }
    assertThat(beyond).isEmpty();
  }

  @Test
  void countsWhatIsDone() {
    String glued = "Teller vs Cook\n\nTellerCook\nHourly rate$16.79$20.79\n";
    String html =
        "<h1>Teller vs Cook</h1><table><tr><th><th>Teller<th>Cook<tr><td>Hourly rate<td>$4<td>$5";

    assertThat(cost(new SpeedPage("glued", "text/plain", glued)))
        .isEqualTo(new Cost(51, List.of(0L, 14L, 88L, 4L, 0L, 0L)));
    assertThat(cost(new SpeedPage("html", "text/html", html)))
        .isEqualTo(new Cost(87, List.of(5L, 14L, 0L, 0L, 0L, 0L)));
    assertThat(cost(new SpeedPage("nothing", "text/plain", "")))
        .isEqualTo(new Cost(0, List.of(0L, 0L, 0L, 0L, 0L, 0L)));
  }

  @Test
  void countsNothingForThoseWhoDoNotAsk() {
    parser.parse(new SpeedPage("glued", "text/plain", "A vs B\n\nAB\nPay$1$2\n").capture());

    assertThat(Steps.NONE.cost(0).steps()).isZero();
  }
}
