package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a label and two cells that have run together. */
class SureCellsTest {
  private static SourceText line(String text) {
    return SourceText.verbatim(text, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "TownDelftGhent, Town|Delft|Ghent",
    "Town (old)DelftGhent, Town (old)|Delft|Ghent",
    "SeatOak plankOak plank, Seat|Oak plank|Oak plank",
    "SystemiOS 17 ProiOS 17 Pro, ''",
    "PlanLiteLite, Plan|Lite|Lite",
    "SizeXLXL, ''", // too short to stand twice for certain
    "TownDelft, ''",
    "TownDelftGhentBonn, ''",
    "Width41 cm63 cm, ''",
    "All that is told of seats and of legs in hereDelftGhent, ''"
  })
  void showWhereTheirCellsBegin(String row, String cut) {
    List<Integer> cells = SureCells.of(line(row));

    String shown =
        cells.isEmpty()
            ? ""
            : String.join(
                "|",
                row.substring(0, cells.get(0)),
                row.substring(cells.get(0), cells.get(1)),
                row.substring(cells.get(1)));
    assertThat(shown).isEqualTo(cut);
  }

  @Test
  void areCountedWhereTheyAreShort() {
    String tail = " and so on".repeat(20);

    assertThat(
            SureCells.count(
                List.of(line("TownDelftGhent"), line("TownDelft"), line("TownDelftGhent" + tail))))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TownDelft", "Width41 cm", "Town (old)Delft"})
  void areJoinedWhereAWordOrNumberBeginsWithinAWord(String line) {
    assertThat(SureCells.isJoined(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Town Delft", "USB 3.0", "PS5", "4K", "", "A-B"})
  void areNotJoinedWithoutSuchAPlace(String line) {
    assertThat(SureCells.isJoined(line)).isFalse();
  }
}
