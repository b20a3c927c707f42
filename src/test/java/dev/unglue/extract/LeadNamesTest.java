package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A title has in full what lists and cards call by a part of their names. */
class LeadNamesTest {
  private static final String TITLE = "Brio 3 Plus vs Norwick TavoJS\n\nWhich of them?\n\n";

  private static List<String> told(String lines) {
    return Told.of("text/plain", TITLE + lines);
  }

  private static String list(String left, String right) {
    String row = "%s\n- " + left + ": %s\n- " + right + ": %s\n";
    return row.formatted("Power", "9 kW", "40 W") + row.formatted("Lid", "oak", "elm");
  }

  private static String card(String name, String power, String lid) {
    return "%s\n\nPower: %s\nLid: %s\n\n".formatted(name, power, lid);
  }

  @Test
  void readsListsWithPartsOfTheNames() {
    assertThat(told(list("Brio", "Norwick")))
        .containsExactly(
            "Brio Lid oak", "Brio Power 9 kW", "Norwick Lid elm", "Norwick Power 40 W");
    assertThat(told(list("Tavo", "Brio 3 Plus")))
        .containsExactly(
            "Brio 3 Plus Lid elm", "Brio 3 Plus Power 40 W", "Tavo Lid oak", "Tavo Power 9 kW");
  }

  @Test
  void readsListsWithBracketsBehindTheNames() {
    assertThat(told(list("Brio 3 Plus (B3)", "Norwick TavoJS (NT)")))
        .containsExactly(
            "Brio 3 Plus (B3) Lid oak",
            "Brio 3 Plus (B3) Power 9 kW",
            "Norwick TavoJS (NT) Lid elm",
            "Norwick TavoJS (NT) Power 40 W");
    assertThat(told(list("Brio 3 Plus (price)", "Norwick TavoJS (price)"))).isEmpty();
  }

  @Test
  void readsCardsWithPartsOfTheNames() {
    assertThat(told(card("Brio:", "9 kW", "oak") + card("🟡 Tavo", "40 W", "elm")))
        .containsExactly("Brio Lid oak", "Brio Power 9 kW", "Tavo Lid elm", "Tavo Power 40 W");
  }

  @Test
  void readsNothingBehindWhatIsNoPartOfOneNameAlone() {
    assertThat(told(list("Pros", "Cons"))).isEmpty();
    assertThat(told(list("Brio", "Brio 3"))).isEmpty();
    assertThat(told(list("Bri", "Tav"))).isEmpty();
    assertThat(told(list("3", "Tavo"))).isEmpty();
    assertThat(told(list("Brio", "Tavo").replace("elm", "elm\nLegs\n- Plus: 3\n- Tavo: 4\n")))
        .isEmpty();
    assertThat(told(card("Brio", "9 kW", "oak"))).isEmpty();
    assertThat(told(card("Brio", "9 kW", "oak") + "Tavo\n\nThe other.\n")).isEmpty();
  }

  @Test
  void keepsTheNamesOfTheTitleThatHeadColumns() {
    String list = "\nBest for\n\n" + list("Brio", "Tavo");
    String rows = "Weight 90 kg 40 kg\nPower 9 kW 3 kW\nPrice $900 $700\n";

    assertThat(told("Brio 3 Plus Norwick TavoJS\n" + rows + list))
        .contains("Brio 3 Plus Weight 90 kg", "Norwick TavoJS Price $700");
    assertThat(told("Norwick TavoJS Brio 3 Plus\n" + rows + list))
        .contains("Brio 3 Plus Weight 40 kg", "Norwick TavoJS Price $900");
  }
}
