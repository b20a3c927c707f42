package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which row heads the columns, which cell is the label, and what is no cell of a subject. */
class TableRolesTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(String text) {
    return Tables.find(NAMES, text);
  }

  private static List<String> findUnnamed(String text) {
    return Tables.find(List.of(), text);
  }

  // --- names in a header that hold more ---------------------------------------------------------

  @Test
  void takesTheNamesAloneFromAHeaderThatHoldsBadgesPricesAndStars() {
    String rows = "<tr><td>Power<td>9 kW<td>0.4 kW<tr><td>Lid<td>yes<td>no</table>";
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><table><tr><th><th><i>Best of all</i><br><b>Kiln</b>"
                    + "<th><i>Cheapest</i><br><b>Wheel</b><p>$90</p>"
                    + rows))
        .containsExactly("Kiln Lid yes", "Kiln Power 9 kW", "Wheel Lid no", "Wheel Power 0.4 kW");
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><table><tr><th><th>Kiln ★★☆<th>Wheel ★☆☆" + rows))
        .containsExactly("Kiln Lid yes", "Kiln Power 9 kW", "Wheel Lid no", "Wheel Power 0.4 kW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>Recommended</div><div>Kiln</div>",
        "<span>Best Value!</span> Kiln",
        "Kiln <em>-20 %</em>",
        "Kiln<span>Save 20%</span>",
        "<b>Editor’s choice</b><p>Kiln</p><b>Sale</b>",
        "Kiln¹",
      })
  void takesNoBadgeForAPartOfANameThatNoTitleHas(String head) {
    String page =
        "<h1>Our shop</h1><table><tr><th><th>%s<th>Wheel B²<tr><td>Power<td>9 kW<td>0.4 kW"
            + "<tr><td>Lid<td>yes<td>no</table>";
    assertThat(Told.of("text/html", page.formatted(head)))
        .containsExactly(
            "Kiln Lid yes", "Kiln Power 9 kW", "Wheel B Lid no", "Wheel B Power 0.4 kW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"New Kiln", "Kiln Popular", "<i>New</i>", "<b>Newest</b> Kiln"})
  void keepsABadgeThatNoMarkOfThePagePartsFromTheName(String head) {
    String page =
        "<h1>Our shop</h1><table><tr><th><th>%s<th>Wheel<tr><td>Power<td>9 kW<td>0.4 kW</table>";
    assertThat(Told.of("text/html", page.formatted(head)))
        .contains(head.replaceAll("<[^>]*>", "") + " Power 9 kW");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<b>Kiln</b><br><small>from $1,400</small>; Wheel<div>from $900</div>; Kiln; Wheel",
        "Kiln<br>from <b>€90</b>; Wheel<br>from <b>€70</b>; Kiln; Wheel",
        "<b>Kiln</b> <i>Plus</i> <u>£9</u>; <b>Kiln</b> <i>Mini</i> <u>£8</u>; Kiln Plus; Kiln Mini",
        "Kiln<br>$9 once; Wheel<br>$8 a day; Kiln $9 once; Wheel $8 a day",
        "Kiln<br>$9; Kiln<br>$8; Kiln $9; Kiln $8",
        "Kiln $9; Wheel $8; Kiln $9; Wheel $8",
        "Kiln<br>$9; Wheel; Kiln $9; Wheel"
      })
  void takesThePriceBelowEachNameForNoPartOfIt(
      String left, String right, String kiln, String wheel) {
    String page =
        "<h1>Our shop</h1><table><thead><tr><th><th>%s<th>%s</thead>"
            + "<tr><td>Power<td>9 kW<td>0.4 kW<tr><td>Lid<td>yes<td>no</table>";
    assertThat(Told.of("text/html", page.formatted(left, right)))
        .containsExactlyInAnyOrder(
            kiln + " Lid yes", kiln + " Power 9 kW", wheel + " Lid no", wheel + " Power 0.4 kW");
  }

  @Test
  void takesTheNamesOfATitleWithoutRaisedFiguresAndLogos() {
    String rows = "<tr><td>Power<td>9 kW<td>0.4 kW</table>";
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln 4 vs Wheel 7</h1><table><tr><th><th>Kiln 4²<th><svg role=img"
                    + " aria-label='Wheel 7 logo'></svg>"
                    + rows))
        .containsExactly("Kiln 4 Power 9 kW", "Wheel 7 Power 0.4 kW");
  }

  @Test
  void takesTheQuestionThatOpensHelpForNoPartOfALabel() {
    assertThat(
            Told.of(
                "text/plain",
                "Kiln vs Wheel\n\n| | Kiln | Wheel |\n|---|---|---|\n| Power [?] | 9 kW | 0.4 kW |\n"
                    + "| Average age (?) | 41 | 38 |\n| Lid ⓘ | yes (?) | ⓘ |\n"))
        .containsExactly(
            "Kiln Lid yes (?)",
            "Kiln Power 9 kW",
            "Kiln average_age_years 41",
            "Wheel Lid ⓘ",
            "Wheel Power 0.4 kW",
            "Wheel average_age_years 38");
  }

  @Test
  void takesTheNamesAloneFromAHeaderWhoseLinksAndBadgesAreJoinedToThem() {
    String rows = "<tr><td>Power<td>9 kW<td>0.4 kW</table>";
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><table><tr><th><th><a>Kiln</a><a>Buy now</a>"
                    + "<th><i>Our choice</i><b>Wheel</b>"
                    + rows))
        .containsExactly("Kiln Power 9 kW", "Wheel Power 0.4 kW");
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><table><tr><th><th><a>Kiln</a> <a>×</a>"
                    + "<th><a>Wheel</a> <a>×</a>"
                    + rows))
        .containsExactly("Kiln Power 9 kW", "Wheel Power 0.4 kW");
    assertThat(
            Told.of(
                "text/html", "<h1>Kiln vs Wheel</h1><table><tr><th><th>KilnPro<th>Wheel" + rows))
        .containsExactly("KilnPro Power 9 kW", "Wheel Power 0.4 kW");
  }

  @Test
  void takesARowOfBoldCellsAtTheTopForTheHeaderWhateverItsCornerSays() {
    String head = "<tr><td><b>Merkmal</b><td><b>Ofen</b><td><strong>Rad</strong>";
    String rows = "<tr><td>Leistung<td>9 kW<td>1 kW<tr><td>Deckel<td>ja<td>nein";
    assertThat(Told.of("text/html", "<h1>Ofen oder Rad?</h1><table>" + head + rows + "</table>"))
        .containsExactly(
            "Ofen Deckel ja", "Ofen Leistung 9 kW", "Rad Deckel nein", "Rad Leistung 1 kW");
  }

  @Test
  void takesNoTitleOverAllColumnsForTheHeader() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><table><tr><th colspan=3>Size<tr><td>Power<td>9 kW"
                    + "<td>0.4 kW<tr><td>Lid<td>yes<td>no</table>"))
        .containsExactly("Kiln Lid yes", "Kiln Power 9 kW", "Wheel Lid no", "Wheel Power 0.4 kW");
  }

  @Test
  void readsCellsBelowALabelOverAllColumnsWhoseOwnColumnIsEmpty() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Kiln vs Wheel</h1><table><tr><th><th>Kiln<th>Wheel<tr><td colspan=3>Power"
                    + "<tr><td><td>9 kW<td>0.4 kW<tr><td colspan=3>Lid<tr><td><td>yes<td>no"
                    + "</table>"))
        .containsExactly("Kiln Lid yes", "Kiln Power 9 kW", "Wheel Lid no", "Wheel Power 0.4 kW");
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

  // --- what stands in the header beside the names -----------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"Kiln $900;Wheel $450", "Kiln (used);Wheel", "Kiln See the shop;Wheel See the shop"})
  void leavesOutOfAHeaderWhatIsNoPartOfTheNamesOfTheTitle(String first, String second) {
    assertThat(
            find(
                "| Spec | %s | %s |\n|---|---|---|\n| Power | 9 | 0.4 |\n"
                    .formatted(first, second)))
        .containsExactly("0..3 markdown kept\nheader 'Spec' [Kiln][Wheel]\n'Power' [9][0.4]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Kiln Pro;Wheel",
        "Kiln Pro;Wheel Pro",
        "Kiln and Wheel;Wheel",
        "Gas Kiln;Foot Wheel"
      })
  void keepsNamesThatMayBeLongerThanThoseOfTheTitle(String first, String second) {
    assertThat(
            find(
                "| Spec | %s | %s |\n|---|---|---|\n| Power | 9 | 0.4 |\n"
                    .formatted(first, second)))
        .containsExactly(
            "0..3 markdown kept\nheader 'Spec' [%s][%s]\n'Power' [9][0.4]\n"
                .formatted(first, second));
  }

  @Test
  void leavesOutAPlaceForOneSubjectMore() {
    assertThat(
            find(
                "| | Kiln | Wheel | Add one |\n| Power | 9 kW | 0.4 kW | |\n| Lid | yes | no | |\n"
                    + "| Fuel | gas | none | |\n"))
        .containsExactly(
            """
            0..4 pipe kept
            header '' [Kiln][Wheel] (Add one)
            'Power' [9 kW][0.4 kW]
            'Lid' [yes][no]
            'Fuel' [gas][none]
            """);
  }

  // --- rows behind a break ----------------------------------------------------------------------

  private static final List<String> GOES_ON =
      List.of(
          "Kiln Height 90 cm",
          "Kiln Lid yes",
          "Kiln Power 9 kW",
          "Kiln Weight 80 kg",
          "Wheel Height 60 cm",
          "Wheel Lid no",
          "Wheel Power 0.4 kW",
          "Wheel Weight 42 kg");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\nPart of the guide.\n\n", "\n## Size\n\n", "Sizes\n"})
  void readsRowsBehindABreakAsRowsOfTheTableAbove(String between) {
    assertThat(
            Told.of(
                "text/plain",
                "Kiln vs Wheel\n\n| | Kiln | Wheel |\n|---|---|---|\n| Power | 9 kW | 0.4 kW |\n"
                    + "| Lid | yes | no |\n"
                    + between
                    + "| Height | 90 cm | 60 cm |\n| Weight | 80 kg | 42 kg |\n"))
        .isEqualTo(GOES_ON);
    assertThat(
            Told.of(
                "text/plain",
                "Kiln vs Wheel\n\nSpec\tKiln\tWheel\nPower\t9 kW\t0.4 kW\nLid\tyes\tno\n\n"
                    + "As tested in May.\n\nHeight\t90 cm\t60 cm\nWeight\t80 kg\t42 kg\n"))
        .isEqualTo(GOES_ON);
  }

  @Test
  void readsRowsOfFiguresWithoutAHeaderAsOfTheSubjectsOfTheTitle() {
    assertThat(find("| Power | 9 kW | 0.4 kW |\n| Lid | yes | no |\n| Weight | 80 kg | 42 kg |\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            no header
            'Power' [9 kW][0.4 kW]
            'Lid' [yes][no]
            'Weight' [80 kg][42 kg]
            """);
  }

  @Test
  void takesAFirstRowWhoseCellsSayWhoseTheyAreForARow() {
    assertThat(find("| Power | Wheel: 0.4 kW | Kiln: 9 kW |\n| Lid | Wheel: no | Kiln: yes |\n"))
        .containsExactly(
            """
            0..2 pipe shifted
            header '' [Wheel][Kiln]
            'Power' [0.4 kW][9 kW]
            'Lid' [no][yes]
            """);
  }

  @Test
  void takesAFirstRowOfFiguresAboveARuleForARow() {
    assertThat(
            find(
                "| Power | 9 kW | 0.4 kW |\n|---|---|---|\n| Lid | yes | no |\n| Weight | 80 kg | 42 kg |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            no header
            'Power' [9 kW][0.4 kW]
            'Lid' [yes][no]
            'Weight' [80 kg][42 kg]
            """);
  }

  @Test
  void takesAMenuForNoTableOfTheSubjects() {
    assertThat(find("Home | News | Shop\nHelp | About | Terms\n"))
        .containsExactly(
            """
            0..2 pipe shifted
            header 'Home' [News][Shop]
            'Help' [About][Terms]
            unclear: its first row names none of the subjects of the title, and may be a row or a header
            """);
  }

  // --- other names further down -----------------------------------------------------------------

  @Test
  void partsATableWhereOtherNamesStandAboveLabelsThatComeAgain() {
    assertThat(
            find(
                "| | Kiln | Wheel |\n|---|---|---|\n| Power | 9 | 0.4 |\n| Lid | yes | no |\n"
                    + "| | Forge | Lathe |\n| Power | 30 | 2 |\n| Lid | no | yes |\n"))
        .containsExactly(
            """
            0..7 markdown kept
            header '' [Kiln][Wheel]
            'Power' [9][0.4]
            'Lid' [yes][no]
            0..7 markdown kept
            header '' [Forge][Lathe]
            'Power' [30][2]
            'Lid' [no][yes]
            """);
    assertThat(
            find(
                "Spec | Kiln | Wheel |\nPower | 9 | 0.4 |\nLid | yes | no |\nOther | Forge | Lathe |\n"
                    + "Power | 30 | 2 |\n"))
        .containsExactly(
            """
            0..5 pipe shifted
            header 'Spec' [Kiln][Wheel]
            'Power' [9][0.4]
            'Lid' [yes][no]
            0..5 pipe shifted
            header 'Other' [Forge][Lathe]
            'Power' [30][2]
            unclear: its first row names none of the subjects of the title, and may be a row or a header
            """);
  }

  @Test
  void readsLabelsAboveTheirCellsBelowAnEmptyHeader() {
    assertThat(
            find(
                "|  |  |\n|---|---|\n| **Power** |  |\n| 9 kW | 0.4 kW |\n| **Fuel** |  |\n| gas | none |\n"))
        .containsExactly(
            """
            0..6 markdown kept
            no header
            'Power' [9 kW][0.4 kW]
            'Fuel' [gas][none]
            """);
  }

  @Test
  void leavesAListOfThingsThatComparesNothingAsItCame() {
    assertThat(
            findUnnamed(
                "| No. | Song | Length |\n|---|---|---|\n| 1 | Clay | 1:32 |\n| 2 | Fire | 4:49 |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header 'No.' [Song][Length]
            '1' [Clay][1:32]
            '2' [Fire][4:49]
            """);
  }

  @Test
  void takesNumbersOfRowsForNoLabelsBesideSeveralColumns() {
    assertThat(
            findUnnamed(
                """
                | # | Trait | Kiln | Wheel |
                |---|---|---|---|
                | 1 | Power | 9 kW | 0.4 kW |
                | 2 | Noise | none | some |
                | 3 | Price | $2,100 | $900 |
                """))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Trait' [Kiln][Wheel] (#)
            'Power' [9 kW][0.4 kW] (1)
            'Noise' [none][some] (2)
            'Price' [$2,100][$900] (3)
            """);
  }

  @Test
  void leavesOpenWhetherAFirstRowLikeTheOthersIsAHeader() {
    String rows = "Gate | 08:05 | 08:35\nYard | 08:11 | 08:41\nKiln | 08:20 | 08:50\n";
    assertThat(findUnnamed(rows))
        .containsExactly(
            """
            0..3 pipe shifted
            header 'Gate' [08:05][08:35]
            'Yard' [08:11][08:41]
            'Kiln' [08:20][08:50]
            unclear: its first row has the form of all the others, and may be a row or a header
            """);
    assertThat(findUnnamed(rows.replace("08:05 | 08:35", "2019 | 2020")))
        .singleElement()
        .asString()
        .doesNotContain("unclear");
  }

  // --- headers --------------------------------------------------------------------------------

  @Test
  void beginsANewTableAtAHeaderThatComesAgainOrNamesTheSubjects() {
    assertThat(
            find(
                "| Kiln | Wheel | |\n| Power | 9 kW | 0.4 kW |\n| Kiln | Wheel | |\n| Noise | none | some |\n"
                    + "| | Wheel | Kiln |\n| Lid | Yes | No |\n"))
        .containsExactly(
            """
            0..6 pipe shifted
            header '' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            0..6 pipe shifted
            header '' [Kiln][Wheel]
            'Noise' [none][some]
            0..6 pipe kept
            header '' [Wheel][Kiln]
            'Lid' [Yes][No]
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Feature"})
  void readsARowOfTheNamesOfTheSubjectsWithALabelOfItsOwn(String corner) {
    assertThat(
            find(
                "| %s | Kiln | Wheel |\n|---|---|---|\n| Power | 9 kW | 0.4 kW |\n| Sold as | Kiln | Wheel |\n| Sign | KILN | WHEEL |\n| Lid | yes | no |\n"
                    .formatted(corner)))
        .containsExactly(
            """
            0..6 markdown kept
            header '%s' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Sold as' [Kiln][Wheel]
            'Sign' [KILN][WHEEL]
            'Lid' [yes][no]
            """
                .formatted(corner));
  }

  @Test
  void leavesOutTheNamesAboveAPartWhereTheFirstPartHasAWordOfItsOwnToo() {
    assertThat(
            find(
                "In use | Kiln | Wheel |\nPower | 9 kW | 0.4 kW |\nIn the shop | Kiln | Wheel |\nPlug | two pins | none |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            header 'In use' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW]
            'Plug' [two pins][none]
            """);
  }

  @Test
  void beginsANewTableAtTheWordThatStandsInTheCorner() {
    assertThat(
            findUnnamed(
                "| Feature | Kiln | Wheel |\n|---|---|---|\n| Lid | Yes | No |\n| Feature | Oven | Table |\n"
                    + "| Noise | none | some |\n"))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Feature' [Kiln][Wheel]
            'Lid' [Yes][No]
            0..5 markdown kept
            header 'Feature' [Oven][Table]
            'Noise' [none][some]
            """);
  }

  @Test
  void leavesRowsOpenThatStandForSubjectsBelowNoHeader() {
    assertThat(Tables.find(NAMES, "Average age | 4 | 5\nKiln | 9 kW | 90 cm\n"))
        .containsExactly(
            """
            0..2 pipe shifted
            no header
            'Average age' [4][5]
            'Kiln' [9 kW][90 cm]
            unclear: its rows stand for subjects, and no header says what their cells are
            """);
  }

  @Test
  void knowsByTheNamesOfTheTitleWhetherACornerWasLost() {
    assertThat(find("Kind | Kiln | Wheel\nPower | 9 kW | 0.4 kW | mains\nLid | Yes | No | tin\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header 'Kind' [Kiln][Wheel]
            'Power' [9 kW][0.4 kW] (mains)
            'Lid' [Yes][No] (tin)
            """);
  }

  @Test
  void knowsByTheCellsOfOneMoreThanTheTitleNamesThatTheCornerWasLost() {
    assertThat(
            find(
                "| Forge | Kiln | Wheel | |\n| Power | 30 kW | 9 kW | 0.4 kW |\n| Height | 80 cm | 90 cm | 60 cm |\n| Lid | no | yes | no |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            header '' [Kiln][Wheel] (Forge)
            'Power' [9 kW][0.4 kW] (30 kW)
            'Height' [90 cm][60 cm] (80 cm)
            'Lid' [yes][no] (no)
            """);
    // words may be those of another or remarks
    assertThat(find("Forge | Kiln | Wheel\nFuel | coal | gas | none\nLid | no | yes | no\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header '' [Kiln][Wheel] (Forge)
            'Fuel' [gas][none] (coal)
            'Lid' [yes][no] (no)
            unclear: its header has a name for the labels and one cell fewer than its rows
            """);
  }

  @Test
  void leavesATableOpenWhoseHeaderHasAWordForItsLabelsAndACellLessThanItsRows() {
    assertThat(
            findUnnamed(
                "Feature | Kiln | Wheel\nPower | 9 kW | 0.4 kW | mains\nLid | Yes | No | tin\n"))
        .containsExactly(
            """
            0..3 pipe shifted
            header '' [Feature][Kiln][Wheel]
            'Power' [9 kW][0.4 kW][mains]
            'Lid' [Yes][No][tin]
            unclear: its header has a name for the labels and one cell fewer than its rows
            """);
  }

  @Test
  void leavesATableOpenThatHasNoColumnForItsLabels() {
    assertThat(find("| Kiln | Wheel |\n|---|---|\n| hot | round |\n| loud | still |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header '' [Kiln][Wheel]
            '' [hot][round]
            '' [loud][still]
            unclear: its header names the subjects, and no column is left for the labels
            """);
  }

  // --- labels in rows of their own ------------------------------------------------------------

  @Test
  void joinsLabelsThatStandInRowsOfTheirOwnWithTheCellsBelow() {
    assertThat(
            findUnnamed(
                "| Maker | |\n| Ada | Bo |\n| Weight | |\n| 90 kg | 40 kg |\n| Lid | |\n|  |  |\n"
                    + "| Share | 61.8% | 64.0% |\n"))
        .containsExactly(
            """
            0..7 pipe kept
            no header
            'Maker' [Ada][Bo]
            'Weight' [90 kg][40 kg]
            'Lid' [][]
            'Share' [61.8%][64.0%]
            """);
  }

  @Test
  void takesRowsThatLackTheirCellsForNoLabelsOfOthers() {
    assertThat(
            findUnnamed(
                "| | Kiln | Wheel |\n| Maker | | |\n| Weight | 90 kg | 40 kg |\n| Lid | | |\n| Share | 1 % | 2 % |\n"))
        .containsExactly(
            """
            0..5 pipe kept
            header '' [Kiln][Wheel]
            'Maker' [][]
            'Weight' [90 kg][40 kg]
            'Lid' [][]
            'Share' [1 %][2 %]
            """);
    assertThat(
            findUnnamed(
                "| Yearly salary | |\n| Average age | 42 |\n| Hourly rate | |\n| Growth rate | 4% |\n"))
        .containsExactly(
            """
            0..4 pipe shifted
            no header
            'Yearly salary'\s
            'Average age' [42]
            'Hourly rate'\s
            'Growth rate' [4%]
            """);
  }

  // --- lines ----------------------------------------------------------------------------------

  @Test
  void readsAMarkdownTableWhoseLineBreaksWereLost() {
    assertThat(
            findUnnamed(
                "| Feature | Kiln | Wheel | | :--- | :--- | :--- | | Lid | Yes | No | | Noise | none | some |\n"))
        .containsExactly(
            """
            0..1 markdown kept
            header 'Feature' [Kiln][Wheel]
            'Lid' [Yes][No]
            'Noise' [none][some]
            """);
    assertThat(
            findUnnamed(
                "In short: | | Kiln | Wheel | | --- | --- | --- | | Lid | Yes | No | | Noise | none | some | Both last.\n"))
        .containsExactly(
            """
            0..1 markdown kept
            header '' [Kiln][Wheel]
            'Lid' [Yes][No]
            'Noise' [none][some]
            """);
    assertThat(findUnnamed("| A | B | | --- | --- | x | 1 | 2 |\n")).isEmpty();
    assertThat(findUnnamed("| A | B | C | | --- | --- | | x | 1 |\n")).isEmpty();
  }

  @Test
  void mendsARowThatALineBreakWithinACellHasTornInTwo() {
    assertThat(
            findUnnamed(
                "Spec | Kiln | Wheel |\n---|---|---|\nPlug | two pins |\nnone |\nLid | Yes | No |\n"))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Spec' [Kiln][Wheel]
            'Plug' [two pins][none]
            'Lid' [Yes][No]
            """);
  }

  @Test
  void readsALoneRowOfAKnownLabel() {
    assertThat(findUnnamed("A word.\n| Number of jobs | 22,478 | 7,596 |\nAnother.\n"))
        .containsExactly("1..2 pipe shifted\nno header\n'Number of jobs' [22,478][7,596]\n");
    assertThat(findUnnamed("A word.\n| Home | Jobs | About |\nAnother.\n")).isEmpty();
  }

  @Test
  void readsCellsInQuotesThatHoldLineBreaksAndTabs() {
    assertThat(
            findUnnamed(
                "\tKiln\tWheel\nMaker\t\"Ada\nand Bo\"\tCy\nLid\t\"a\tb\"\t\"No\"\nNoise\t\"open\tx\n"))
        .containsExactly(
            """
            0..5 tsv kept
            header '' [Kiln][Wheel]
            'Maker' [Ada and Bo][Cy]
            'Lid' [a\tb][No]
            'Noise' ["open][x]
            """);
  }
}
