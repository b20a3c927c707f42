package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.value.SourceText;
import dev.unglue.pipeline.run.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CentredRowsTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(String... lines) {
    List<SourceText> texts = new ArrayList<>();
    int at = 0;
    for (String line : lines) {
      texts.add(SourceText.verbatim(line, at));
      at += line.length() + 1;
    }
    return CentredRows.find(texts, SubjectNames.of(NAMES)).stream()
        .map(found -> Tables.told(found, NAMES))
        .toList();
  }

  @Test
  void cutsLabelsOutBetweenFiguresOfOneUnit() {
    assertThat(
            find(
                "KilnFactWheel",
                "9 kWPower0.4 kW",
                "MayFirst soldJune",
                "3 / 4Shelves in use1 / 2",
                "32 MBL3 cache24 MB",
                "$900.00Price$1,200.50",
                "Read more"))
        .containsExactly(
            """
            0..0 glued kept
            header '' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            '' [MayFirst soldJune]
            'Shelves in use' [3 / 4][1 / 2]
            'L3 cache' [32 MB][24 MB]
            'Price' [$900.00][$1,200.50]
            """);
  }

  @Test
  void cutsThoseThatBlanksJoin() {
    assertThat(find("Kiln vs Wheel", "9 Power 4", "7% Waste 12%", "1.6% of use Cost 1.5% of use"))
        .containsExactly(
            """
            0..0 spaced kept
            header '' [Kiln][Wheel]
            'Power' [9][4]
            'Waste' [7%][12%]
            'Cost' [1.6% of use][1.5% of use]
            """);
  }

  @Test
  void cutsWhereMarksOfThePagePartTheCells() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><h2>Kiln</h2><i>VS</i><h2>Wheel</h2><ul>"
                    + "<li><i>9</i><b>Shelves</b><i>4</i></li>"
                    + "<li><i>2003, May</i><b>Sold</b><i>1984, June</i></li>"
                    + "<li><i>round</i><b>Form</b><i>flat</i></li>"
                    + "<li><i>6' 9\"</i><b>Height</b><i>6' 6\"</i></li></ul>"
                    + "<p><i>Home</i><b>Terms</b><i>About</i></p>"))
        .containsExactly(
            "Kiln Form round",
            "Kiln Height 6' 9\"",
            "Kiln Shelves 9",
            "Kiln Sold 2003, May",
            "Wheel Form flat",
            "Wheel Height 6' 6\"",
            "Wheel Shelves 4",
            "Wheel Sold 1984, June");
  }

  @Test
  void needsThreeSureRowsMostOfAllBelowBothNames() {
    assertThat(find("KilnFactWheel", "9Power4", "7Waste12")).isEmpty();
    assertThat(find("Kiln", "9Power4", "7Waste12", "1Price2")).isEmpty();
    assertThat(find("KilnFactKiln", "9Power4", "7Waste12", "1Price2")).isEmpty();
    assertThat(find("Kiln with all that is said of it Wheel", "9Power4", "7Waste12", "1Price2"))
        .isEmpty();
    assertThat(find("KilnFactWheel", "a", "b", "c", "9Power4", "7Waste12", "1Price2")).isEmpty();
    assertThat(find("KilnFactWheel", "9 kWPower4 W", "7Waste12", "1Price2", "x".repeat(200)))
        .isEmpty();
  }
}
