package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns beside those of the subjects: notes, and what heads the labels. */
class TableNotesTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(String text) {
    return Tables.find(NAMES, text);
  }

  private static List<String> findUnnamed(String text) {
    return Tables.find(List.of(), text);
  }

  // --- what is no cell of a subject -----------------------------------------------------------

  @Test
  void keepsAVerdictBehindTheCellsAsANote() {
    String told =
        """
        header 'Spec' [Kiln][Wheel]
        'Power' [9 kW][0.4 kW] (Kiln draws more.)
        'Noise' [-][Yes] (Wheel can be heard.)
        """;

    assertThat(
            find(
                "| Spec | Kiln | Wheel |\n|---|---|---|\n| Power | 9 kW | 0.4 kW | Kiln draws more. |\n"
                    + "| Noise | - | Yes | Wheel can be heard. |\n"))
        .containsExactly("0..4 markdown kept\n" + told);
    assertThat(
            find(
                "Spec | Kiln | Wheel |\nPower | 9 kW | 0.4 kW | Kiln draws more. |\n"
                    + "Noise | - | Yes | Wheel can be heard. |\n"))
        .containsExactly("0..3 pipe shifted\n" + told);
  }

  @Test
  void readsAVerdictThatMostRowsLackBelowRulesOfOneColumn() {
    assertThat(
            findUnnamed(
                "SIZE | Kiln | Wheel |\n---|\nKind | Oven | Table | |\n---|---|---|---|\n"
                    + "Height | 90 cm | 60 cm | Kiln is taller. |\nLid | - | Yes | Wheel has a lid. |\n"))
        .containsExactly(
            """
            0..6 markdown kept
            header 'SIZE' [Kiln][Wheel]
            'Kind' [Oven][Table]
            'Height' [90 cm][60 cm] (Kiln is taller.)
            'Lid' [-][Yes] (Wheel has a lid.)
            """);
  }

  @Test
  void keepsSentencesBehindTheCellsOfSeveralRowsAsNotesWhoeverTheySpeakOf() {
    String rows = "Lid | - | Yes | Only one has any. |\nGlaze | red | blue | Both are bright. |\n";
    String told =
        """
        'Lid' [-][Yes] (Only one has any.)
        'Glaze' [red][blue] (Both are bright.)
        """;

    assertThat(find("SIZE | Kiln | Wheel |\n---|\n" + rows))
        .containsExactly("0..4 markdown kept\nheader 'SIZE' [Kiln][Wheel]\n" + told);
    assertThat(findUnnamed("Spec | Kiln | Wheel |\n---|---|---|\n" + rows))
        .containsExactly("0..4 markdown kept\nheader 'Spec' [Kiln][Wheel]\n" + told);
  }

  @Test
  void takesOneMoreCellThatSpeaksOfNobodyForAPipeWithinACell() {
    assertThat(
            find(
                "| Spec | Kiln | Wheel |\n|---|---|---|\n| Glaze | red | blue | any |\n| Lid | - | Yes |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Spec' [Kiln][Wheel]
            'Glaze' [red | blue | any] piped
            'Lid' [-][Yes]
            """);
  }

  @Test
  void keepsNumbersOfRowsAndUnitsAsNotes() {
    assertThat(
            findUnnamed(
                "Sr. No. | Key | Kiln | Wheel |\n---|---|---|---|\n1 | Power | mains | foot |\n"
                    + "2 | Noise | none | some |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Key' [Kiln][Wheel] (Sr. No.)
            'Power' [mains][foot] (1)
            'Noise' [none][some] (2)
            """);
    assertThat(
            find(
                "| Metric | Unit | Kiln | Wheel |\n|---|---|---|---|\n| Power | kW | 9 | 0.4 |\n"
                    + "| Height | cm | 90 | 60 |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Metric' [Kiln][Wheel] (Unit)
            'Power' [9][0.4] (kW)
            'Height' [90][60] (cm)
            """);
  }

  @Test
  void takesTheColumnBesideGroupsOfRowsForTheLabelsWhereBothHaveAHead() {
    String rows =
        "<tr><td>Type</td><td>Feature</td><td>Kiln 7</td><td>Wheel 2</td></tr>"
            + "<tr><td rowspan=2>Use</td><td>Power</td><td>9 kW</td><td>1 kW</td></tr>"
            + "<tr><td>Noise</td><td>none</td><td>some</td></tr>"
            + "<tr><td>Size</td><td>Weight</td><td>90 kg</td><td>60 kg</td></tr>";

    assertThat(Told.of("text/html", "<h1>Tools of a potter</h1><table>" + rows + "</table>"))
        .containsExactly(
            "Kiln 7 Noise none",
            "Kiln 7 Power 9 kW",
            "Kiln 7 Weight 90 kg",
            "Wheel 2 Noise some",
            "Wheel 2 Power 1 kW",
            "Wheel 2 Weight 60 kg");
  }

  @ParameterizedTest
  @CsvSource({"Sr. No., Why", "S.No, Basis of Comparison", "#, Points"})
  void takesTheHeadOfNumbersOfRowsForAHeaderWhateverItsCellsAre(String head, String corner) {
    String row = "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>";
    String html =
        "<table>"
            + row.formatted(head, corner, "Kiln", "Wheel")
            + row.formatted("1.", "Power", "mains", "foot")
            + row.formatted("2.", "Noise", "none", "some")
            + "</table>";

    assertThat(Told.of("text/html", "<h1>Kiln vs Wheel</h1>" + html))
        .containsExactly(
            "Kiln Noise none", "Kiln Power mains", "Wheel Noise some", "Wheel Power foot");
  }

  @Test
  void putsAColumnBetweenTheSubjectsBehindThem() {
    assertThat(
            find(
                "| Metric | Kiln | Difference | Wheel |\n|---|---|---|---|\n| Power | 9 | 8.6 | 0.4 |\n"
                    + "| Height | 90 | 30 | 60 |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Metric' [Kiln][Wheel] (Difference)
            'Power' [9][0.4] (8.6)
            'Height' [90][60] (30)
            """);
  }

  @Test
  void takesOneColumnMoreThanTheSubjectsOfTheTitleForANoteWhateverItsName() {
    assertThat(
            find(
                "| Spec | Kiln | Wheel | Which we like |\n|---|---|---|---|\n| Power | 9 kW | 0.4 kW | Kiln |\n"
                    + "| Lid | yes | no | neither |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Spec' [Kiln][Wheel] (Which we like)
            'Power' [9 kW][0.4 kW] (Kiln)
            'Lid' [yes][no] (neither)
            """);
    assertThat(
            find(
                "| Spec | Kiln | Lathe | Wheel | Forge |\n|---|---|---|---|---|\n| Power | 9 | 2 | 0.4 | 30 |\n"))
        .containsExactly(
            """
            0..3 markdown kept
            header 'Spec' [Kiln][Wheel][Lathe][Forge]
            'Power' [9][0.4][2][30]
            """);
  }

  @Test
  void takesTheColumnNextToTheSubjectsForTheLabelsAndGroupsOfRowsForNotes() {
    assertThat(
            find(
                "| Category | Feature | Kiln | Wheel |\n|---|---|---|---|\n| Body | Height | 90 cm | 60 cm |\n"
                    + "| Body | Colour | grey | black |\n| Use | Fuel | gas | none |\n"))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Feature' [Kiln][Wheel] (Category)
            'Height' [90 cm][60 cm] (Body)
            'Colour' [grey][black] (Body)
            'Fuel' [gas][none] (Use)
            """);
    assertThat(
            find(
                "| Kiln | Wheel | Trait |\n|---|---|---|\n| 90 cm | 60 cm | Height |\n"
                    + "| gas | none | Fuel |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Trait' [Kiln][Wheel]
            'Height' [90 cm][60 cm]
            'Fuel' [gas][none]
            """);
  }

  @ParameterizedTest
  @CsvSource({"'',kept", "Our thoughts,shifted"})
  void takesTheColumnsOfOthersBeforeTheSubjectsForNoLabels(String corner, String sides) {
    assertThat(
            find(
                "| %s | Forge | Lathe | Kiln | Wheel |\n| Power | 30 kW | 2 kW | 9 kW | 0.4 kW |\n| Lid | no | yes | yes | no |\n"
                    .formatted(corner)))
        .containsExactly(
            """
            0..3 pipe %s
            header '%s' [Kiln][Wheel] (Forge) (Lathe)
            'Power' [9 kW][0.4 kW] (30 kW) (2 kW)
            'Lid' [yes][no] (no) (yes)
            """
                .formatted(sides, corner));
    // words alone do not show whose they are
    assertThat(
            find(
                "| %s | Forge | Kiln | Wheel |\n| Fuel | coal | gas | none |\n| Lid | no | yes | no |\n"
                    .formatted(corner)))
        .containsExactly(
            """
            0..3 pipe %s
            header '%s' [Kiln][Wheel] (Forge)
            'Fuel' [gas][none] (coal)
            'Lid' [yes][no] (no)
            """
                .formatted(sides, corner));
  }

  @Test
  void takesTheColumnNextToTheSubjectsForTheLabelsUnlessItsCellsAreLikeTheirs() {
    assertThat(
            find(
                "| Part | Trait | Kiln | Wheel |\n|---|---|---|---|\n| Body | Height | 90 cm | 60 cm |\n| Use | Fuel | gas | none |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Trait' [Kiln][Wheel] (Part)
            'Height' [90 cm][60 cm] (Body)
            'Fuel' [gas][none] (Use)
            """);
  }

  @Test
  void turnsATableOverWhoseRowsNameTheSubjectsInFewerWords() {
    assertThat(
            Tables.find(
                List.of("Gas Kiln", "Potter's wheel"),
                "| Tool | Height | Fuel |\n|---|---|---|\n| Kiln | 90 cm | gas |\n"
                    + "| Wheel | 60 cm | none |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'Tool' [Kiln][Wheel]
            'Height' [90 cm][60 cm]
            'Fuel' [gas][none]
            """);
  }
}
