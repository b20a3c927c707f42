package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.value.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of one cell each, groups parted by a bar. */
class MiddleLabelsTest {
  private static final String SIZES = "9 kW;Power;4 kW;Clay;For;Clay;120 kg;Weight;42 kg";
  private static final String MORE = "2019;Since;2021;Holt;Maker;Bram";

  private static List<String> read(String groups) {
    List<List<SourceText>> lines = new ArrayList<>();
    int at = 0;
    for (String group : groups.split("\\|")) {
      List<SourceText> texts = new ArrayList<>();
      for (String line : group.split(";")) {
        texts.add(SourceText.verbatim(line, at));
        at += line.length() + 1;
      }
      lines.add(texts);
    }
    PageClues none = PageClues.of(new Labels(ConfigFolder.load(Path.of("config")).catalogue()));
    return new MiddleLabels(SubjectNames.of(List.of("Kiln", "Wheel")))
        .find(lines).stream()
            .flatMap(table -> table.tables(none).stream())
            .flatMap(table -> table.rows().stream())
            .map(row -> row.label() + " " + row.cells())
            .toList();
  }

  @Test
  void standBetweenTheCellsOfTwoSubjects() {
    assertThat(read(SIZES + "|" + MORE))
        .containsExactly(
            "Power [9 kW, 4 kW]",
            "For [Clay, Clay]",
            "Weight [120 kg, 42 kg]",
            "Since [2019, 2021]",
            "Maker [Holt, Bram]");
  }

  @Test
  void mayHaveARemarkBehindThem() {
    String asked = SIZES.replace("Weight;", "Weight;?;All that stands on the floor.;");

    assertThat(read(asked + "|" + MORE)).hasSize(5).contains("Weight [120 kg, 42 kg]");
  }

  @Test
  void leaveAGroupOpenWhoseLinesAreNoWholeRows() {
    assertThat(read(SIZES + "|" + MORE + "|Heat;1280 °C;Hours;6;8|Shop;News;Help"))
        .hasSize(6)
        .endsWith(" [Heat, 1280 °C, Hours, 6, 8]");
  }

  @Test
  void areNoneWhereACellMayBeLost() {
    assertThat(read(SIZES + "|" + MORE.replace("Bram", "Bram;Elm"))).isEmpty();
    assertThat(read(SIZES + "|Power;9 kW;4 kW")).isEmpty();
    assertThat(read(SIZES + "|Delft;Town;Ghent")).isEmpty();
    assertThat(read(SIZES + "|80 kg;Load;60 kg;7 h;Load;5 h")).isEmpty();
    assertThat(read(SIZES + "|2019;Since:;2021")).isEmpty();
    assertThat(read(SIZES + "|2019;-;2021")).isEmpty();
    assertThat(read(SIZES + "|It is for clay.;Use;It is for clay.")).isEmpty();
  }

  @Test
  void areNoneInTheOtherOrderThanTheTitles() {
    String named = SIZES + "|" + MORE + ";2;Doors;1;Kiln;Model;Wheel";

    assertThat(read(named)).hasSize(7).endsWith("Model [Kiln, Wheel]");
    assertThat(read(named.replace("Kiln;Model;Wheel", "Wheel;Model;Kiln"))).isEmpty();
    assertThat(read("Wheel;Kiln|" + SIZES + "|" + MORE)).isEmpty();
    assertThat(read("Kiln;Wheel|" + SIZES + "|" + MORE)).hasSize(5);
  }
}
