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
  @ValueSource(
      strings = {
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
