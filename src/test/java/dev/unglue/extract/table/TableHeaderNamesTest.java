package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of subjects in headers that hold more than these. */
class TableHeaderNamesTest {
  private static final List<String> NAMES = List.of("Kiln", "Wheel");

  private static List<String> find(String text) {
    return Tables.find(NAMES, text);
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
}
