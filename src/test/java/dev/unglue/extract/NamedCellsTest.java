package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedCellsTest {
  private static String bare(String... cells) {
    List<SourceText> texts = Stream.of(cells).map(cell -> SourceText.verbatim(cell, 0)).toList();
    Row row = new Row(SourceText.verbatim("Power", 0), texts, Join.APART);
    return bare(List.of(row));
  }

  private static String bare(List<Row> rows) {
    PageTable table = new PageTable(Layout.HTML, Optional.empty(), rows, Sides.KEPT);
    PageTable read = NamedCells.bare(table, SubjectNames.of(List.of("Kiln", "Wheel")));
    return String.join("|", read.rows().get(0).cells().stream().map(SourceText::text).toList());
  }

  @Test
  void cutsOffTheNameThatEachCellBeginsWith() {
    assertThat(bare("Kiln: 9 kW", "Wheel: 0.4 kW")).isEqualTo("9 kW|0.4 kW");
    assertThat(bare("Kiln – 9 kW", "Wheel - 0.4 kW – or less")).isEqualTo("9 kW|0.4 kW – or less");
  }

  @Test
  void cutsOffANameWithoutAMarkWhereAllRowsHaveIt() {
    assertThat(bare(List.of(row("Kiln 9 kW", "Wheel 0.4 kW"), row("Kiln", "Wheel 60 kg"))))
        .isEqualTo("9 kW|0.4 kW");
    assertThat(bare(List.of(row("Kiln 9 kW", "Wheel 0.4 kW"), row("Kiln 90 kg", "60 kg"))))
        .isEqualTo("Kiln 9 kW|Wheel 0.4 kW");
    assertThat(bare(List.of(row("Kiln 9 kW", "Wheel 0.4 kW")))).isEqualTo("Kiln 9 kW|Wheel 0.4 kW");
  }

  @Test
  void cutsOffTheHeadThatAllCellsOfAColumnBeginWith() {
    Row heads = row("Kiln", "Potter's Wheel");
    Row first = row("Kiln 9 kW", "Potter's Wheel 0.4 kW");
    Row second = row("Kiln Clay", "Potter's Wheel Steel");

    assertThat(bare(heads, List.of(first, second, first))).isEqualTo("9 kW|0.4 kW");
    assertThat(bare(heads, List.of(first, second)))
        .as("two may do so by chance")
        .isEqualTo("Kiln 9 kW|Potter's Wheel 0.4 kW");
    assertThat(bare(heads, List.of(first, second, row("Kiln 3", "4"))))
        .as("a cell without it")
        .isEqualTo("Kiln 9 kW|Potter's Wheel 0.4 kW");
    assertThat(bare(heads, List.of(first, second, row("Kiln 3"))))
        .as("a row too short")
        .isEqualTo("Kiln 9 kW|Potter's Wheel 0.4 kW");
    assertThat(bare(heads, List.of(first, second, row("Kiln burns clay", "Potter's Wheel 4"))))
        .as("a sentence about it")
        .isEqualTo("Kiln 9 kW|Potter's Wheel 0.4 kW");
  }

  private static String bare(Row heads, List<Row> rows) {
    PageTable table = new PageTable(Layout.HTML, Optional.of(heads), rows, Sides.KEPT);
    PageTable read = NamedCells.bare(table, SubjectNames.of(List.of()));
    return String.join("|", read.rows().get(0).cells().stream().map(SourceText::text).toList());
  }

  @Test
  void cutsOffAllBeforeAColonWhereEachRowHasItAndItBeginsWithTheName() {
    assertThat(
            bare(
                List.of(
                    row("Kiln of clay: 9 kW", "Wheel: 0.4 kW"),
                    row("Kiln of clay: 90 kg", "Wheel: 60 kg"))))
        .isEqualTo("9 kW|0.4 kW");
    assertThat(
            bare(
                List.of(
                    row("Kiln of clay: 9 kW", "Wheel: 0.4 kW"),
                    row("Kiln of brick: 90 kg", "Wheel: 60 kg"))))
        .isEqualTo("of clay: 9 kW|0.4 kW");
  }

  @Test
  void leavesTheNameInASentenceAboutIt() {
    List<Row> sentences =
        List.of(row("Kiln has lids.", "Wheel has none."), row("Kiln burns.", "Wheel runs."));

    assertThat(bare(sentences)).isEqualTo("Kiln has lids.|Wheel has none.");
    assertThat(bare(List.of(row("Kiln No lids.", "Wheel a lid"), row("Kiln", "Wheel none"))))
        .isEqualTo("No lids.|a lid");
  }

  private static Row row(String... cells) {
    List<SourceText> texts = Stream.of(cells).map(cell -> SourceText.verbatim(cell, 0)).toList();
    return new Row(SourceText.verbatim("Power", 0), texts);
  }

  @Test
  void leavesOtherCellsAsTheyAre() {
    assertThat(bare("Wheel: 0.4 kW", "Kiln: 9 kW")).isEqualTo("Wheel: 0.4 kW|Kiln: 9 kW");
    assertThat(bare("Kiln: 9 kW", "0.4 kW")).isEqualTo("Kiln: 9 kW|0.4 kW");
    assertThat(bare("Kiln: 9 kW")).isEqualTo("Kiln: 9 kW");
  }
}
