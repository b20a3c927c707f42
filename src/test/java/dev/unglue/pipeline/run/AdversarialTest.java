package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.page.PageParser;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text that is made to mislead: each row has one exact outcome, and the work stays bounded. */
class AdversarialTest {
  private static final String HEADER = "Red Fox vs Gray Wolf\n\n";

  private final PageParser parser = TestCatalogue.parser();

  @Test
  void keepsALabelWithinAValue() {
    assertThat(spaced("Diet Small mammals, fruit Large mammals", "Home Range 5 km2 300 km2"))
        .containsExactly(
            "read Diet | Small mammals, fruit | Large mammals",
            "read Home Range | 5 km2 | 300 km2");
    assertThat(known("Hourly rate$16.79$20.79", "Most common degreeHourly rateHourly rate"))
        .containsExactly(
            "read Hourly rate | $16.79 | $20.79",
            "unparsed Most common degree | Hourly rateHourly rate");
  }

  @Test
  void readsEqualCellsAndCellsThatBeginAlike() {
    assertThat(spaced("Status Least concern Least concern", "Teeth 42 42"))
        .containsExactly("read Status | Least concern | Least concern", "read Teeth | 42 | 42");
    assertThat(spaced("Habitat Forest Forest edges and tundra", "Teeth 42 42"))
        .containsExactly(
            "ambiguous Habitat | Forest | Forest edges and tundra", "read Teeth | 42 | 42");
    assertThat(glued("HabitatForestForest edges", "Teeth4242"))
        .containsExactly("read Habitat | Forest | Forest edges", "read Teeth | 42 | 42");
  }

  @Test
  void leavesOpenWhatOnlyCapitalsCouldTell() {
    assertThat(spaced("Mascot Red Rocket Gray Ghost", "Teeth 42 42"))
        .containsExactly("ambiguous Mascot | Red Rocket | Gray Ghost", "read Teeth | 42 | 42");
  }

  @Test
  void takesAHeadingForARowWithoutCells() {
    assertThat(spaced("Body", "Weight 6 kg 40 kg", "Length 70 cm 130 cm", "Speed 50 km/h 60 km/h"))
        .containsExactly(
            "read Body |  | ",
            "read Weight | 6 kg | 40 kg",
            "read Length | 70 cm | 130 cm",
            "read Speed | 50 km/h | 60 km/h");
  }

  @Test
  void readsAccentsNoBreakBlanksFullWidthDigitsAndRightToLeftText() {
    assertThat(spaced("Nom Renard roux Loup gris", "Portée 4 à 6 5 à 7"))
        .containsExactly("read Nom | Renard roux | Loup gris", "read Portée | 4 à 6 | 5 à 7");
    assertThat(spaced("Teeth\u00a042\u00a042", "Weight\u00a06\u00a0kg 40\u00a0kg"))
        .containsExactly("read Teeth | 42 | 42", "read Weight | 6\u00a0kg | 40\u00a0kg");
    assertThat(spaced("Teeth ４２ ４２", "Weight 6 kg 40 kg"))
        .containsExactly("read Teeth | ４２ | ４２", "read Weight | 6 kg | 40 kg");
    assertThat(spaced("Name ثعلب ذئب", "Weight 6 kg 40 kg"))
        .containsExactly("read Name | ثعلب | ذئب", "read Weight | 6 kg | 40 kg");
    assertThat(spaced("Ha\u00adbitat Forest edge Open tundra", "Weight 6 kg 40 kg"))
        .containsExactly("read Habitat | Forest edge | Open tundra", "read Weight | 6 kg | 40 kg");
  }

  @Test
  void takesNoProseForATable() {
    String prose =
        "Foxes and wolves in 2020 and 2021\n"
            + "In 2019 there were 250 foxes and 40 wolves in the valley, says the survey.\n"
            + "By 2020 the 300 foxes had come down to 280, and the 45 wolves to 41.\n"
            + "Most of the 280 lived below 900 meters, where 12 of 14 dens were found.\n";
    assertThat(parser.parse(KindTables.capture("https://a.example/b", prose)).tables()).isEmpty();
    assertThat(
            parser
                .parse(
                    KindTables.capture(
                        "https://a.example/b",
                        HEADER + "Red foxes are small. Gray wolves are not.\n"))
                .tables())
        .isEmpty();
  }

  @Test
  void takesNoListForATable() {
    String list =
        "Companies that hire\nAcme Corp 1,204\nBolt Ltd 310\nCrane 88\n\n"
            + "Skills\nCustomer service, 18%\nPhone calls, 12%\nData entry, 9%\n";
    assertThat(parser.parse(KindTables.capture("https://a.example/b", list)).tables()).isEmpty();
  }

  @Test
  void readsKnownAndUnknownLabelsOfOneTable() {
    ParsedPage page =
        page(
            "",
            "Main DietMice, berriesElk, deer",
            "Average salary$45,000$47,500",
            "DenHoles in sandy groundCaves and hollows");
    assertThat(shown(page))
        .containsExactly(
            "read Main Diet | Mice, berries | Elk, deer",
            "read Average salary | $45,000 | $47,500",
            "read Den | Holes in sandy ground | Caves and hollows");
    assertThat(page.observations().stream().map(seen -> seen.attribute() + " " + seen.value()))
        .containsExactly(
            "unmapped Mice, berries",
            "unmapped Elk, deer",
            "yearly_salary_usd 45000",
            "yearly_salary_usd 47500",
            "unmapped Holes in sandy ground",
            "unmapped Caves and hollows");
  }

  @Test
  void givesTheCellsThatAreCertainInARowThatIsNot() {
    ParsedPage page = page(" ", "Mascot Big Paw Gray wolf of the north", "Teeth 42 42");
    assertThat(page.tables().get(0).rows().get(0).state()).isEqualTo(GridRow.RowState.AMBIGUOUS);
    assertThat(
            page.observations().stream()
                .map(seen -> seen.state().id() + " " + seen.member() + " " + seen.rawText()))
        .containsExactly(
            "ambiguous Mascot Mascot Big Paw Gray wolf of the north",
            "ambiguous Mascot Mascot Big Paw Gray wolf of the north",
            "value Teeth 42",
            "value Teeth 42");
  }

  @Test
  void saysThatARowIsTooAmbiguousToEnumerate() {
    String many =
        IntStream.range(0, 120)
            .mapToObj(i -> "Word" + (char) ('a' + i % 26))
            .collect(Collectors.joining(" "));
    ParsedPage page = page(" ", "Notes " + many, "Weight 6 kg 40 kg");
    GridRow row = page.tables().get(0).rows().get(0);
    assertThat(row.state()).isEqualTo(GridRow.RowState.UNPARSED);
    assertThat(row.readings()).isEmpty();
  }

  @Test
  void readsPagesOfAMillionCharactersWithinBounds() {
    String words = "Red 12 $34,500 Fox and 7% Gray Wolf (far) ".repeat(24_000);
    for (String hostile :
        List.of(
            words,
            HEADER + "Red Fox Gray Wolf\nNotes " + words,
            HEADER + "Red FoxGray Wolf\n" + "Notes12$3,400Fox7%Wolf".repeat(40_000),
            HEADER + "Red Fox Gray Wolf\n" + words.substring(0, 150_000).replace(") ", ")\n"),
            "Teeth" + "42".repeat(400_000))) {
      ParsedPage page = parser.parse(KindTables.capture("https://a.example/b", hostile));
      assertThat(page.tables().size()).isLessThan(2);
      for (Grid table : page.tables()) {
        assertThat(table.rows().size()).isBetween(1, 200);
      }
    }
  }

  // --- pages ----------------------------------------------------------------------------------

  private List<String> spaced(String... rows) {
    return shown(page(" ", rows));
  }

  private List<String> glued(String... rows) {
    return shown(page("", rows));
  }

  private List<String> known(String... rows) {
    return shown(page("", rows));
  }

  private ParsedPage page(String between, String... rows) {
    String text = HEADER + "Red Fox" + between + "Gray Wolf\n" + String.join("\n", rows) + "\n";
    return parser.parse(KindTables.capture("https://a.example/b", text));
  }

  private static List<String> shown(ParsedPage page) {
    return page.tables().stream()
        .flatMap(table -> table.rows().stream())
        .map(
            row ->
                row.state().name().toLowerCase(Locale.ROOT)
                    + " "
                    + row.label().text()
                    + " | "
                    + row.cells().stream().map(Slice::text).collect(Collectors.joining(" | ")))
        .toList();
  }
}
