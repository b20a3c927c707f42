package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedCellsTest {
  @Test
  void readsBarsThatLookLikeAPipe() {
    assertThat(piped("Item ¦ Kiln ¦ Wheel\nPower ¦ 9 kW ¦ 0.4 kW\n"))
        .containsExactly("Item | Kiln | Wheel", "Power | 9 kW | 0.4 kW", "");
    assertThat(piped("Item｜Kiln｜Wheel\nPower｜9 kW｜"))
        .containsExactly("Item|Kiln|Wheel", "Power|9 kW|");
  }

  @Test
  void readsDotsBetweenTheCellsOfSeveralLines() {
    assertThat(piped("· Item · Kiln · Wheel\nPower · 9 kW · 0.4 kW\nFeet · 4 N·m · 3 · 5"))
        .containsExactly("· Item | Kiln | Wheel", "Power | 9 kW | 0.4 kW", "Feet | 4 N·m | 3 | 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "/", "–", "-", "::", "//", "→", "◆"})
  void readsAnySignThatEachLineHasAsOften(String sign) {
    String page =
        "Tools of a potter\n\nItem # Kiln # 2-Speed wheel\nPower # 9 kW # 0.4 kW\nLid # yes #\n"
            + "Price # $2,100 # # 900 –\n\nThat # is # all";
    String three = page.replace("# # 900 –", "# $900");
    assertThat(piped(three.replace("#", sign)))
        .containsExactly(
            "Tools of a potter",
            "",
            "Item | Kiln | 2-Speed wheel",
            "Power | 9 kW | 0.4 kW",
            "Lid | yes |",
            "Price | $2,100 | $900",
            "",
            "That # is # all".replace("#", sign));
    assertThat(piped(page.replace("#", sign))).noneMatch(line -> line.contains("|"));
  }

  @Test
  void readsLeadersOfAnyLengthAndTheNamesAboveThem() {
    assertThat(
            piped(
                "            Kiln    Old wheel\nPower ..... 9 kW ... 0.4 kW\nLid ....... yes .. no\n"
                    + "Price ..... $2,100 .... $900"))
        .containsExactly(
            "            | Kiln    | Old wheel",
            "Power | 9 kW | 0.4 kW",
            "Lid | yes | no",
            "Price | $2,100 | $900");
    assertThat(piped("Item\nPower .. 9 kW .. 2\nLid .. yes .. no\nPrice .. $1 .. $2"))
        .startsWith("Item", "Power | 9 kW | 2");
  }

  @Test
  void readsLeadersToTheFirstOfTwoColumns() {
    assertThat(
            piped(
                "            Kiln    Old wheel\nLid ....... yes     no\nPower ..... 9 kW    0.4 kW\n"
                    + "Glaze ....  clear   none"))
        .containsExactly(
            "            | Kiln    | Old wheel",
            "Lid | yes     | no",
            "Power | 9 kW    | 0.4 kW",
            "Glaze |  clear   | none");
    String cards = "Lid ...... yes\nPower .... 9 kW\nGlaze .... clear";
    assertThat(String.join("\n", piped(cards))).isEqualTo(cards);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kiln - 9 kW - new\nWheel - 1 kW - old",
        "Age - 12 kW - 4 kW\nLid - 2 kW - 3 kW\nFeet - 4 kW - 3 kW",
        "Pots / Kiln / Wheel\nHome / Garden / Pots\nHome / Office / Pens",
        "Power - 3 kg - 4 kg\nA - -\nB - -",
        "Power - Kiln: 9 - Wheel: 4\nFeet - Kiln: 4 - Wheel: 3\nAge - Kiln: 2 - Wheel: 1",
        "Size 1 × 2 × 3\nBox 4 × 5 × 6\nLid 1 × 1 × 2",
        "- - - -\n- - - -\n- - - -",
        "Kiln ¦ 9 kW ¦ new",
        "Home · About · Terms\nLegal · Press · Jobs",
        "by Ann · May 2\nby Bob · May 3\nby Cid · May 4",
        "Home · A · B\nby Bob · May 3\nby Cid · May 4",
        "a | b · c · d\na | b · c · d\na | b · c · d",
        "|_one | two|",
      })
  void leavesOtherLinesAlone(String text) {
    assertThat(String.join("\n", piped(text))).isEqualTo(text);
  }

  @Test
  void readsTheHeadsOfTextile() {
    assertThat(piped("|_. Item |_. Kiln |_>. Wheel |\n|_. Power|9 kW|=. 0.4 kW|\nend"))
        .containsExactly("|Item |Kiln |Wheel |", "|---|---|---|", "|Power|9 kW|0.4 kW|", "end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|| Item || Kiln || Wheel ||\n| Power | 9 kW | 1 kW |",
        "|=Item |=Kiln |=Wheel\n|=Power |9 kW |1 kW",
        "||###Item###||###Kiln###||### Wheel###||\n|| Power ||9 kW||1 kW||",
        "|====\n| Item | Kiln | Wheel\n| Power | 9 kW | 1 kW\n|====",
        "^ Item ^ Kiln ^ Wheel ^\n^ Power | 9 kW | 1 kW |",
        "|===\n| Item | Kiln | Wheel\n| Power | 9 kW | 1 kW\n|===",
        "{| class=\"a\"\n|+ Tools\n! Item !! Kiln\n! Wheel\n|-\n"
            + "| ###Power### || style=\"b\" | [[k|9 kW]]\n| 1\nkW\n|}",
        "\\begin{tabular}{lll}\n\\toprule\nItem & Kiln & Wheel \\\\\n\\midrule\n\\endhead\n"
            + "Power & 9 kW\n & 1 kW \\\\ \\hline\n\\bottomrule\n\\end{tabular}"
      })
  void readsTablesOfOtherMarkups(String text) {
    List<String> rows =
        piped(text.replace('#', '\'') + "\nend").stream()
            .map(row -> row.replaceAll(" *\\| *", "|").replaceFirst("([lW])$", "$1|"))
            .toList();
    assertThat(rows)
        .containsExactly("|Item|Kiln|Wheel|", "|---|---|---|", "|Power|9 kW|1 kW|", "end");
  }

  @Test
  void readsTheDoubleBarsOfAHeadAboveSingleOnes() {
    assertThat(piped(" Item || Kiln || Wheel\n Power | 9 kW | 1 kW\n"))
        .containsExactly("|Item|Kiln|Wheel|", "|---|---|---|", " Power | 9 kW | 1 kW", "");
    assertThat(piped("a || b || c\nd | e\nif (a || b) x()\n| y"))
        .containsExactly("a || b || c", "d | e", "if (a || b) x()", "| y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "||Kiln|Wheel|\n|---|---|---|",
        "^ up ^\n",
        "|===\n| a | b",
        "|| a ||\nb",
        "{|\n| a | b"
      })
  void leavesMarksAloneThatDrawNoTable(String text) {
    assertThat(String.join("\n", piped(text))).isEqualTo(text);
  }

  private static List<String> piped(String text) {
    return MarkedCells.piped(PlainText.lines(text)).stream().map(SourceText::text).toList();
  }
}
