package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The places of a row where a cell may end; shown by a bar. */
class PieceCutsTest {
  private static String cut(String text, Join join) {
    PieceCuts points = PieceCuts.of(text, join);
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (int i = 0; i < points.size(); i++) {
      shown.append(text, from, points.end(i)).append('|');
      from = points.next(i);
    }
    return shown.append(text.substring(from)).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "WoodMetal, Wood|Metal",
    "Price$5$6, Price|$5|$6",
    "Case12kg, Case|1|2|kg",
    "'1,200', '1,2|0|0'",
    "7%8%, 7%|8%",
    "Price% of, Price|% of",
    "One (a/b)Two, One (a/b)|Two",
    "Endclose() or quit()new, Endclose() or quit()|new",
    "One ()()Two, One ()|()|Two",
    "Super-GFirst, Super|-G|First",
    "Tiger-Cats, Tiger|-|Cats",
    "Runner-up, Runner-up",
    "B.Smith, B.|Smith",
    "Jan.12, Jan.|1|2",
    "4.5, 4.5",
    "No.#A, No.|#|A",
    "Total:5, Total:|5",
    "Total:B, Total:B",
    "日本France, 日本|France",
    "Paris日本, Paris|日本",
    "'\"Big Day\"Ann', '\"Big Day\"|Ann'",
    "Taste★★★☆★★★★★, Taste|★★★☆|★★★★★",
    "Taste●●○○●●●○, Taste|●●○○|●●●○",
    "Fare3 100 €75 €, Fare|3 1|0|0 €|7|5 €",
    "July 9vs. Lions, July 9|vs. Lions"
  })
  void liesWhereCellsHaveRunTogether(String text, String cut) {
    assertThat(cut(text, Join.GLUED)).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({
    "Big Boat 5 kg, Big|Boat|5|kg",
    "a  b, a|b",
    "'Bonn, Rhine', 'Bonn, Rhine'",
    "Bonn (old town) 5, Bonn|(old town)|5",
    "Bonn (old 5, Bonn|(old|5",
    "Bonn] (old 5, Bonn]|(old|5",
    "'\"Big Day\" Ann', '\"Big Day\"|Ann'",
    "'5\" tall 6\" x', '5\"|tall|6\"|x'",
    "'\" a b\"', '\"|a|b\"'",
    "'\"a b', '\"a|b'",
    "salt & pepper, salt & pepper",
    "5 % of, 5 %|of",
    "5 %x, 5|%x",
    "# Title, #|Title",
    "Fare 3 100 € 75 €, Fare|3 100 €|75 €",
    "Fare 31 € 7500 €, Fare|31 €|7500 €",
    "Fare € 31 € 75, Fare|€ 31|€ 75",
    "8\u00a0km run 5, 8\u00a0km|run|5",
    "8\u00a0km run, 8|km|run"
  })
  void liesAtBlanks(String text, String cut) {
    assertThat(cut(text, Join.SPACED)).isEqualTo(cut);
  }

  @Test
  void areAsManyAsThereAre() {
    assertThat(PieceCuts.of("A1".repeat(60), Join.GLUED).size()).isEqualTo(119);
    assertThat(PieceCuts.of("", Join.SPACED).size()).isZero();
  }
}
