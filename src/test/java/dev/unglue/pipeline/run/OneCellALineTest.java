package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of other sites with one cell a line: no label is known, an empty cell leaves no trace. */
class OneCellALineTest {
  private static final List<String> WHOLE =
      List.of("Chip", "Helio 9", "Bionic", "Weight", "203 g", "172 g", "5G", "Yes", "No");

  @Test
  void readsRowsBelowTheNamesOfTheTitle() {
    assertThat(told(WHOLE))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Chip Helio 9",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Chip Bionic",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void readsEachPartThatTheNamesBegin() {
    assertThat(
            told(
                "Size",
                List.of(
                    "Weight",
                    "203 g",
                    "172 g",
                    "Chip",
                    "Helio 9",
                    "Bionic",
                    "Sound",
                    "Nova X2",
                    "Orbit 14",
                    "5G",
                    "Yes",
                    "No")))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Chip Helio 9",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Chip Bionic",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void readsEachPartByItsOwnNamesWhereTheyStandInAnotherOrder() {
    assertThat(
            told(
                "Feature",
                List.of(
                    "Weight", "203 g", "172 g", "Sound", "Orbit 14", "Nova X2", "5G", "Yes", "No")))
        .containsExactly(
            "Nova X2 5G No", "Nova X2 Weight 203 g", "Orbit 14 5G Yes", "Orbit 14 Weight 172 g");
  }

  @ParameterizedTest
  @CsvSource({
    "Feature, Shop name, Nova X2, Orbit 14",
    "'', Shop name, NOVA-X2, ORBIT-14",
    "Size, Shop name, NOVA-X2, ORBIT-14"
  })
  void readsARowWhoseCellsAreTheNames(String corner, String label, String nova, String orbit) {
    List<String> lines = List.of("Weight", "203 g", "172 g", label, nova, orbit, "5G", "Yes", "No");
    assertThat(told(corner, lines))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Shop name " + nova,
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Shop name " + orbit,
            "Orbit 14 Weight 172 g");
  }

  @Test
  void takesNamesBelowTheSameCornerForTheHeadOfAnotherPart() {
    List<String> lines =
        List.of("Weight", "203 g", "172 g", "Feature", "NOVA X2", "ORBIT 14", "5G", "Yes", "No");
    assertThat(told("Feature", lines))
        .containsExactly(
            "NOVA X2 5G Yes", "Nova X2 Weight 203 g", "ORBIT 14 5G No", "Orbit 14 Weight 172 g");
  }

  @Test
  void keepsNamesBelowALabelAsAnOpenRowWhereTheyMayHeadAnotherPart() {
    assertThat(
            told(
                List.of(
                    "Weight", "203 g", "172 g", "Sound", "Nova X2", "Orbit 14", "5G", "Yes", "No")))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void readsARowOfNamesAroundItsLabel() {
    assertThat(
            told(
                List.of(
                    "203 g",
                    "Weight",
                    "172 g",
                    "$799",
                    "Price",
                    "$899",
                    "NOVA X2",
                    "Code",
                    "ORBIT 14",
                    "Yes",
                    "Radio",
                    "No")))
        .containsExactly(
            "Nova X2 Code NOVA X2",
            "Nova X2 Price $799",
            "Nova X2 Radio Yes",
            "Nova X2 Weight 203 g",
            "Orbit 14 Code ORBIT 14",
            "Orbit 14 Price $899",
            "Orbit 14 Radio No",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void leavesAQuestionToTheReaderOpenBehindTheLastRow() {
    List<String> rows = List.of("Weight", "203 g", "172 g", "5G", "Yes", "No");
    List<String> vote = List.of("Did this page help?", "Yes", "No");
    assertThat(told(Stream.concat(rows.stream(), vote.stream()).toList()))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
    assertThat(told(Stream.concat(vote.stream(), rows.stream()).toList()))
        .contains("Nova X2 Did this page help? Yes", "Orbit 14 Did this page help? No");
  }

  @Test
  void readsQuestionsAsLabelsWhereSeveralRowsAsk() {
    assertThat(
            told(
                List.of(
                    "Weight",
                    "203 g",
                    "172 g",
                    "Does it fold?",
                    "Yes",
                    "No",
                    "Does it float?",
                    "No",
                    "Yes")))
        .containsExactly(
            "Nova X2 Does it float? No",
            "Nova X2 Does it fold? Yes",
            "Nova X2 Weight 203 g",
            "Orbit 14 Does it float? Yes",
            "Orbit 14 Does it fold? No",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void leavesARowOpenThatLacksACell() {
    assertThat(told(List.of("Weight", "203 g", "172 g", "Chip", "Bionic", "5G", "Yes", "No")))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Chip ambiguous",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Chip ambiguous",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void leavesAllRowsOpenOfWhichOneLacksACell() {
    assertThat(
            told(
                List.of(
                    "Weight", "203 g", "172 g", "Chip", "Bionic", "Color", "Red", "Blue", "Price",
                    "$799", "$899")))
        .containsExactly(
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void takesNoHeadingBehindTheTableForACell() {
    assertThat(
            Told.of(
                "text/plain",
                "Nova X2 vs Orbit 14\n\nNova X2\n\nOrbit 14\n\nWeight\n\n203 g\n\n172 g\n\n5G\n\nYes\n\n"
                    + "No\n\nReleased\n\n2023\n\nOur verdict\n\n"
                    + "Both of them are fine for nearly everybody who needs a phone.\n"))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void takesNoMenuThatHoldsTheNamesForATable() {
    assertThat(
            told(List.of("Camera", "Battery", "Price and shops", "Verdict", "Authors", "Contact")))
        .isEmpty();
  }

  @Test
  void readsRowsOfWordsBehindTheLastOfFigures() {
    assertThat(
            told(
                List.of(
                    "Weight", "203 g", "172 g", "5G", "Yes", "No", "Price", "$799", "$899", "Chip",
                    "Helio 9", "Bionic", "Color", "Red", "Blue", "Frame", "Steel", "Glass", "Port",
                    "Round", "Flat")))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Chip Helio 9",
            "Nova X2 Color Red",
            "Nova X2 Frame Steel",
            "Nova X2 Port Round",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Chip Bionic",
            "Orbit 14 Color Blue",
            "Orbit 14 Frame Glass",
            "Orbit 14 Port Flat",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void keepsWhatFollowsTheLastRowOfFiguresWhereTheCountIsWrong() {
    assertThat(
            told(
                List.of(
                    "Weight",
                    "203 g",
                    "172 g",
                    "5G",
                    "Yes",
                    "No",
                    "Show all",
                    "Color",
                    "Red",
                    "Blue",
                    "Frame",
                    "Steel",
                    "Glass")))
        .containsExactly(
            "Nova X2 5G Yes",
            "Nova X2 Weight 203 g",
            "Orbit 14 5G No",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void readsOnFromTheNextSureRowBehindAHeadingOrALink() {
    assertThat(
            told(
                List.of(
                    "Weight",
                    "203 g",
                    "172 g",
                    "Power",
                    "Charging speed",
                    "45 W/25 W",
                    "30 W/15 W",
                    "Battery life",
                    "18.5 hrs.",
                    "16.5 hrs.",
                    "See details",
                    "Price",
                    "$799",
                    "$899")))
        .containsExactly(
            "Nova X2 Battery life 18.5 hrs.",
            "Nova X2 Charging speed 45 W/25 W",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Nova X2 unmapped ambiguous",
            "Nova X2 unmapped ambiguous",
            "Orbit 14 Battery life 16.5 hrs.",
            "Orbit 14 Charging speed 30 W/15 W",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g",
            "Orbit 14 unmapped ambiguous",
            "Orbit 14 unmapped ambiguous");
  }

  @Test
  void readsLabelsBetweenTheCellsOfTwoSubjects() {
    assertThat(
            told(
                List.of(
                    "Red",
                    "Color",
                    "Blue",
                    "203 g",
                    "Weight",
                    "172 g",
                    "45 W",
                    "Charging",
                    "30 W",
                    "$799",
                    "Price",
                    "$899")))
        .containsExactly(
            "Nova X2 Charging 45 W",
            "Nova X2 Color Red",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Charging 30 W",
            "Orbit 14 Color Blue",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void leavesRowsOpenWhereACellBesideALabelIsLost() {
    assertThat(
            told(
                List.of(
                    "203 g",
                    "Weight",
                    "172 g",
                    "45 W",
                    "Charging",
                    "30 W",
                    "8",
                    "Cores",
                    "12",
                    "Ports",
                    "3",
                    "$799",
                    "Price",
                    "$899",
                    "7",
                    "Score",
                    "8")))
        .containsExactly(
            "Nova X2 Charging 45 W",
            "Nova X2 Price $799",
            "Nova X2 Score 7",
            "Nova X2 Weight 203 g",
            "Orbit 14 Charging 30 W",
            "Orbit 14 Price $899",
            "Orbit 14 Score 8",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void takesAHeadingAboveTheFirstLabelForNoCell() {
    assertThat(
            told(
                List.of(
                    "Body",
                    "Chip",
                    "Helio 9",
                    "Bionic",
                    "Weight",
                    "203 g",
                    "172 g",
                    "Price",
                    "$799",
                    "$899",
                    "Charging",
                    "45 W",
                    "30 W")))
        .containsExactly(
            "Nova X2 Charging 45 W",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Charging 30 W",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void takesNoLinksBehindTheLastRowForMoreRows() {
    assertThat(
            told(
                List.of(
                    "Weight",
                    "203 g",
                    "172 g",
                    "Price",
                    "$799",
                    "$899",
                    "More about Nova X2",
                    "Review",
                    "Photos",
                    "More about Orbit 14",
                    "Review",
                    "Photos",
                    "Terms")))
        .containsExactly(
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void endsAtASentenceWhereALabelShouldStand() {
    List<String> lines = new ArrayList<>(WHOLE);
    lines.addAll(List.of("Both are fine phones.", "Which is cheaper?", "Read on"));
    lines.addAll(List.of("Rio 5 or Lago 3", "Agree", "© Some site"));
    assertThat(told(lines)).isEqualTo(told(WHOLE));
  }

  @Test
  void readsLinesThatBlankLinesAndAdvertisementsPart() {
    String lines =
        String.join(
            "\n\n",
            List.of(
                "Chip",
                "Helio 9",
                "Bionic",
                "Weight",
                "203 g",
                "172 g",
                "Advertisement",
                "Price",
                "$799",
                "$899"));
    assertThat(
            Told.of(
                "text/plain", "Nova X2 vs Orbit 14\n\nNova X2\nVS\nOrbit 14\n\n" + lines + "\n"))
        .containsExactly(
            "Nova X2 Chip Helio 9",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Chip Bionic",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contact/Terms of use/Imprint",
        "See also/Nova X1 vs Orbit 12, 2020/Nova Pad vs Orbit Tab, 2021"
      })
  void leavesLinesOfWordsOpenThatABlankLinePartsFromTheLastRowOfFigures(String footer) {
    String page =
        "Nova X2 vs Orbit 14\n\nNova X2\nOrbit 14\n\nWeight\n203 g\n172 g\n\nPrice\n$799\n$899\n\n"
            + footer.replace('/', '\n');
    assertThat(Told.of("text/plain", page + "\n"))
        .containsExactly(
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g",
            "nobody unmapped unparsed");
  }

  @Test
  void readsRowsOfWordsBehindTheLastOfFiguresThatABlankLinePartsWhereTheyLookLikeCells() {
    String page =
        "Nova X2 vs Orbit 14\n\nNova X2\nOrbit 14\n\nWeight\n203 g\n172 g\n\nPrice\n$799\n$899\n\n"
            + "Chip\nHelio\nBionic\n\nPorts\nUSB-C, jack\nLightning (2 of them)\n";
    assertThat(Told.of("text/plain", page))
        .containsExactly(
            "Nova X2 Chip Helio",
            "Nova X2 Ports USB-C, jack",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Chip Bionic",
            "Orbit 14 Ports Lightning (2 of them)",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void readsMarksAndWordsOfOtherLanguagesAsChoices() {
    assertThat(told(List.of("Stylus", "✓", "✗", "Radio", "Nein", "Ja", "Sport", "Wandern", "Golf")))
        .containsExactly(
            "Nova X2 Radio Nein",
            "Nova X2 Sport Wandern",
            "Nova X2 Stylus ✓",
            "Orbit 14 Radio Ja",
            "Orbit 14 Sport Golf",
            "Orbit 14 Stylus ✗");
  }

  @Test
  void takesAYearAtTheBeginningOfALabelForNoFigure() {
    assertThat(
            told(
                List.of(
                    "Weight",
                    "203 g",
                    "172 g",
                    "2023 price",
                    "$799",
                    "$899",
                    "2024 price",
                    "$699",
                    "$799")))
        .containsExactly(
            "Nova X2 2023 price $799",
            "Nova X2 2024 price $699",
            "Nova X2 Weight 203 g",
            "Orbit 14 2023 price $899",
            "Orbit 14 2024 price $799",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void leavesOutARemarkBehindTheCellsOfEachRow() {
    assertThat(
            told(
                List.of(
                    "Winner",
                    "Weight",
                    "203 g",
                    "172 g",
                    "Orbit 14",
                    "Chip",
                    "Helio 9",
                    "Bionic",
                    "Tie",
                    "Price",
                    "$799",
                    "$899",
                    "Nova X2",
                    "Cores",
                    "8",
                    "6",
                    "Nova X2")))
        .containsExactly(
            "Nova X2 Chip Helio 9",
            "Nova X2 Cores 8",
            "Nova X2 Price $799",
            "Nova X2 Weight 203 g",
            "Orbit 14 Chip Bionic",
            "Orbit 14 Cores 6",
            "Orbit 14 Price $899",
            "Orbit 14 Weight 172 g");
  }

  @Test
  void readsARowThatIsCalledLikeARemark() {
    assertThat(told(List.of("Ratio", "3:2", "4:3", "Weight", "203 g", "172 g")))
        .containsExactly(
            "Nova X2 Ratio 3:2",
            "Nova X2 Weight 203 g",
            "Orbit 14 Ratio 4:3",
            "Orbit 14 Weight 172 g");
  }

  private static List<String> told(List<String> lines) {
    return told("", lines);
  }

  private static List<String> told(String corner, List<String> lines) {
    return Told.of(
        "text/plain",
        "Nova X2 vs Orbit 14\n\nAt a glance.\n\n"
            + (corner.isEmpty() ? "" : corner + "\n")
            + "Nova X2\nOrbit 14\n"
            + String.join("\n", lines)
            + "\n");
  }
}
