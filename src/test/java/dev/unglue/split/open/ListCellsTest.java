package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The typed cells that may begin at a place, and the ways to make a whole row of them. */
class ListCellsTest {
  private static List<String> at(Join join, boolean marked, String text) {
    return new ListCells(join, marked)
        .at(text, 0).stream().map(cell -> cell.type() + text.substring(0, cell.end())).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "North Carolina +3%; TNorth Carolina",
        "Ohio -4%; TOhio",
        "Ohio $61,300; TOhio",
        "Mc Donald; TMc Donald",
        "McDonald; TMcDonald",
        "X; TX",
        "$61,300 900; $$61,300",
        "$1.5 million 900; $$1.5 million",
        "+3% 4; %+3%",
        "3.25 4; .3.25",
        "900 4; 0900",
        "- 4; --"
      })
  void endsACellAtABlankWhereBlanksKeepThemApart(String text, String cell) {
    assertThat(at(Join.SPACED, false, text)).containsExactly(cell);
  }

  @Test
  void endsANameThatRanTogetherWhereAnotherMayBegin() {
    assertThat(at(Join.GLUED, false, "McDonaldOhio900"))
        .containsExactly("TMc", "TMcDonald", "TMcDonaldOhio");
    assertThat(at(Join.GLUED, false, "IBMOhio")).containsExactly("TIBMOhio");
    assertThat(at(Join.GLUED, false, "Ohio")).containsExactly("TOhio");
  }

  @Test
  void endsANumberThatRanTogetherWhereverItMay() {
    assertThat(at(Join.GLUED, false, "1200")).containsExactly("01", "012", "0120", "01200");
    assertThat(at(Join.GLUED, true, "1200")).containsExactly("01", "012", "0120");
    assertThat(at(Join.GLUED, true, "2019")).containsExactly("02", "020", "0201", "02019");
    assertThat(at(Join.GLUED, true, "$1,2005%")).containsExactly("$$1", "$$1,200");
  }

  @Test
  void cutsARowInEveryWayOfSoManyCells() {
    ListCells cells = new ListCells(Join.GLUED, false);

    assertThat(ListCutter.cut(cells, "Ohio125%", 3))
        .isEqualTo(Map.of("T0%", List.of(List.of(0, 4, 4, 5, 5, 8), List.of(0, 4, 4, 6, 6, 8))));
    assertThat(ListCutter.cut(cells, "Ohio5%", 4)).isEmpty();
  }

  @Test
  void cutsNoRowThatCanBeCutInTooManyWays() {
    ListCells cells = new ListCells(Join.GLUED, false);

    assertThat(ListCutter.cut(cells, "1".repeat(12), 11)).containsOnlyKeys("0".repeat(11));
    assertThat(ListCutter.cut(cells, "1".repeat(60), 12)).isEmpty();
  }
}
