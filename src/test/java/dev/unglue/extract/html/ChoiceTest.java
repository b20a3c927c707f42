package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a choice in a cell the page says what is chosen, and not again what the cell says. */
class ChoiceTest {
  private static final List<String> TOLD =
      List.of("Pipefitter average_age_years 38", "Plumber average_age_years 41");

  private static List<String> told(String first, String second) {
    return Told.of(
        "text/html",
        "<table><tr><th></th><th>%s</th><th>%s</th></tr>".formatted(first, second)
            + "<tr><td>Average age</td><td>41</td><td>38</td></tr></table>");
  }

  @Test
  void leavesOutAChoiceAmongThingsOfWhichTheCellNamesOne() {
    String choice =
        "<select><option>Choose<option>Plumber<option>Pipefitter<option>Roofer</select>";
    assertThat(told("<a>Plumber</a><br>" + choice, "Pipefitter " + choice)).isEqualTo(TOLD);
  }

  @Test
  void readsWhatIsChosen() {
    String choice = "<select><option%s>Plumber</option><option%s>Pipefitter</option></select>";
    assertThat(told(choice.formatted(" selected", ""), choice.formatted("", " selected")))
        .isEqualTo(TOLD);
  }

  @Test
  void leavesOutNothingWhereNothingIsChosen() {
    assertThat(told("<select><option>Plumber<option>Roofer</select>", "Pipefitter"))
        .containsExactly("Pipefitter average_age_years 38", "Plumber Roofer average_age_years 41");
  }
}
