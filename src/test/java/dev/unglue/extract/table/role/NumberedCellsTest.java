package dev.unglue.extract.table.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberedCellsTest {
  private static String apart(String... rows) {
    List<CellRow> read = Stream.of(rows).map(NumberedCellsTest::row).toList();
    return NumberedCells.apart(read).stream()
        .map(row -> row.cells().stream().map(SourceText::text).collect(Collectors.joining("/")))
        .collect(Collectors.joining("\n"));
  }

  private static CellRow row(String cells) {
    return CellRow.of(
        Stream.of(cells.split("/", -1)).map(cell -> SourceText.verbatim(cell, 0)).toList());
  }

  private static void isLeft(String... rows) {
    assertThat(apart(rows)).isEqualTo(String.join("\n", rows));
  }

  @Test
  void takesTheNumberOfAllCellsForTheLabel() {
    assertThat(apart("Kiln/Wheel", "1. hot/1. cold", "2. dear/2. cheap", "4. still/4. turns"))
        .isEqualTo("/Kiln/Wheel\n1/hot/cold\n2/dear/cheap\n4/still/turns");
    assertThat(apart("Kiln/Wheel/Oven", "(i) hot/(i) cold/(i) hot", "(ii) dear/(ii) big/(ii) low"))
        .isEqualTo("/Kiln/Wheel/Oven\ni/hot/cold/hot\nii/dear/big/low");
  }

  @Test
  void takesTheNumberBeforeTheFirstOfTwoSentencesForTheLabel() {
    assertThat(
            apart("Kiln/Wheel", "(a) It burns clay./It turns clay.", "(b) It is hot./It is wet."))
        .isEqualTo("/Kiln/Wheel\na/It burns clay./It turns clay.\nb/It is hot./It is wet.");
  }

  @Test
  void leavesWhatMayHaveLabels() {
    isLeft("Aspect/Kiln", "1. It burns clay./It turns clay.", "2. It is hot./It is wet.");
    isLeft("No./Kiln", "1. hot/1. cold", "2. dear/2. cheap");
    isLeft("Kiln/Wheel", "1. Heat/9 kW", "2. Price/$ 9");
    isLeft("Kiln/Wheel/", "1. Heat/9 kW/2 kW", "2. Price/$ 9/$ 3");
    isLeft("Kiln/Wheel", "1 kg/1 kg", "2 kg/2 kg");
    isLeft("Kiln/Wheel", "2. hot/2. cold", "3. dear/3. cheap");
    isLeft("Kiln/Wheel", "1. hot/1. cold", "1. dear/1. cheap");
    isLeft("Kiln/Wheel", "1. hot/1. cold", "2. dear/");
    isLeft("Kiln/Wheel", "1. hot/1. cold", "dear/cheap");
    isLeft("1. Kiln/1. Wheel", "1. hot/1. cold", "2. dear/2. cheap");
    isLeft("Kiln", "1. hot", "2. dear");
    isLeft("Kiln/Wheel", "1. hot/1. cold");
    List<CellRow> empty =
        List.of(CellRow.of(List.of()), CellRow.of(List.of()), row("1. hot/1. dry"));
    assertThat(NumberedCells.apart(empty)).isEqualTo(empty);
    List<CellRow> gap = List.of(row("Kiln/Wheel"), CellRow.of(List.of()), row("1. hot/1. cold"));
    assertThat(NumberedCells.apart(gap)).isEqualTo(gap);
    isLeft("Kiln/Wheel", "l. hot/l. cold", "xxxx. dear/xxxx. cheap");
  }
}
