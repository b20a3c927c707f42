package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables whose layout shows no cells. */
class OpenGridsTest {
  private static ParsedPage parse(String text) {
    Settings settings = ConfigFolder.load(Path.of("config"));
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/plain", "page", 0, null);
    return new PageParser(settings.catalogue(), settings.statements())
        .parse(new Capture(ref, text, List.of()));
  }

  private static String shown(GridRow row) {
    return Stream.concat(Stream.of(row.label()), row.cells().stream())
        .map(Slice::text)
        .collect(Collectors.joining(" | "));
  }

  @Test
  void showsTheLikeliestCellsOfRowsThatStayOpen() {
    ParsedPage page =
        parse(
            """
            #RiverLengthMouth
            1Elbe1,094 kmNorth Sea
            2Oder866 kmBaltic Sea
            3Weser452 kmNorth Sea
            4Ems371 kmNorth Sea
            """);

    List<GridRow> rows = page.tables().get(0).rows();
    assertThat(rows).allSatisfy(row -> assertThat(row.state()).isEqualTo(RowState.AMBIGUOUS));
    assertThat(rows)
        .extracting(OpenGridsTest::shown)
        .containsExactly(
            "1 | Elbe | 1,094 km | North Sea",
            "2 | Oder | 866 km | Baltic Sea",
            "3 | Weser | 452 km | North Sea",
            "4 | Ems | 371 km | North Sea");
    assertThat(page.observations()).extracting(Observation::state).containsOnly(State.AMBIGUOUS);
  }

  @Test
  void turnsATableWithARowForEachSubjectOver() {
    ParsedPage page =
        parse(
            """
            Loom vs Kiln vs Lathe

            Tool Price Share
            Loom $1,540 2%
            Kiln $920 5%
            Lathe $310 -3%
            """);

    assertThat(page.subjects()).extracting(Subject::name).containsExactly("Loom", "Kiln", "Lathe");
    List<GridRow> rows = page.tables().get(0).rows();
    assertThat(rows)
        .extracting(OpenGridsTest::shown)
        .containsExactly("Price | $1,540 | $920 | $310", "Share | 2% | 5% | -3%");
    assertThat(rows).extracting(GridRow::state).containsOnly(RowState.READ);
    assertThat(page.observations()).hasSize(6);
  }

  @Test
  void leavesTheRowsOfATurnedTableOpenWhereItsHeaderCannotBeCut() {
    ParsedPage page =
        parse(
            """
            Elbe vs Oder vs Ems

            River Length At Spring Tide Width
            Elbe 1,094 km 300 m
            Oder 866 km 250 m
            Ems 371 km 90 m
            """);

    assertThat(page.subjects()).extracting(Subject::name).containsExactly("Elbe", "Oder", "Ems");
    assertThat(page.observations()).extracting(Observation::state).containsOnly(State.AMBIGUOUS);
  }

  /** How the columns are called, and row by row its state and cells. */
  private static List<String> table(String text) {
    List<String> shown = new ArrayList<>();
    for (Grid grid : parse(text).tables()) {
      shown.add(grid.header().stream().map(Slice::text).collect(Collectors.joining(" | ")));
      grid.rows().forEach(row -> shown.add(row.state() + " " + shown(row)));
    }
    return shown;
  }

  private static final String BIKES =
      """
      Weight 9 kg 12 kg
      Price $950 $400
      Gears 22 7
      Brakes Disc Rim
      """;

  @Test
  void cutsNoNameWithinAWordWhereBlanksPartTheCells() {
    assertThat(table("Feature RoadRunner TrailBlazer\n" + BIKES))
        .startsWith("RoadRunner | TrailBlazer", "READ Weight | 9 kg | 12 kg");
  }

  @Test
  void namesNoColumnsWhereCapitalsWithinNamesLeaveTheCutOpen() {
    String glued = "Weight9 kg12 kg\nPrice$950$400\nLength1.7 m1.4 m\nBrakesDiscRim\n";

    assertThat(table("FeatureRoadRunnerGazelle\n" + glued))
        .startsWith("FeatureRoadRunnerGazelle", "READ Weight | 9 kg | 12 kg");
    assertThat(parse("FeatureRoadRunnerGazelle\n" + glued).observations())
        .filteredOn(seen -> seen.subject() != null)
        .isEmpty();
    assertThat(table("FeatureRoadsterGazelle\n" + glued)).startsWith("Roadster | Gazelle");
  }

  @Test
  void leavesASignBetweenTwoNumbersOpen() {
    String rows = "Weight9 kg12 kg\nPrice$950$400\nOwners5,000+310\nLoad-$3$4\nURhub 8Shaft 9\n";

    assertThat(table("Tern vs Brompton\n\nFeatureTernBrompton\n" + rows))
        .startsWith("Tern | Brompton", "READ Weight | 9 kg | 12 kg", "READ Price | $950 | $400")
        .noneMatch(row -> row.startsWith("READ Owners") || row.startsWith("READ Load-"));
  }

  @Test
  void keepsWhatMayBeCellsInSmallLettersBesideHeadings() {
    assertThat(
            table(
                "Tern vs Brompton\n\nFeatureTernBrompton\nFrame\nWeight9 kg12 kg\n"
                    + "Madein steelin titanium\nPrice$950$400\nGripsoftfirm\n"))
        .containsExactly(
            "Tern | Brompton",
            "READ Frame |  | ",
            "READ Weight | 9 kg | 12 kg",
            "UNPARSED  | Madein steelin titanium",
            "READ Price | $950 | $400",
            "UNPARSED  | Gripsoftfirm");
  }

  @Test
  void readsLabelsWithSmallWordsAndNumbersBeforeTheCells() {
    assertThat(
            table(
                "Tern vs Brompton\n\nTern Brompton\nSpokes Broken per Year 4.5 7.2\n"
                    + "Weight 9.1 12.4\nGears 22 7\n"))
        .contains("READ Spokes Broken per Year | 4.5 | 7.2");
  }

  @Test
  void keepsARowOfWordsRightBelowTheOthers() {
    assertThat(
            table(
                "Feature Gazelle Brompton\n"
                    + BIKES.replace("Brakes Disc Rim\n", "")
                    + "Home town Dieren London West\n"))
        .anyMatch(row -> row.startsWith("AMBIGUOUS Home"));
  }

  @Test
  void readsALabelThatBeginsLikeAKnownOneAsTheLongerLabel() {
    List<String> table =
        table(
            "Teller vs Baker\n\nTeller Baker\nYearly salary $34,920 $43,251\n"
                + "Most common degree holder age 31 36\nAverage age 42 46\n");

    assertThat(table)
        .noneMatch(row -> row.startsWith("READ Most common degree |"))
        .contains("READ Yearly salary | $34,920 | $43,251", "READ Average age | 42 | 46");
  }

  @Test
  void readsNothingBelowOtherNamesAndTakesTheHeaderForNoRow() {
    ParsedPage page =
        parse(
            """
            Kiln vs Wheel

            KilnWheel
            Weight80 kg42 kg
            Height90 cm60 cm
            KilnWheel
            Price$900$450
            ForgeLathe
            Weight200 kg120 kg
            Height70 cm140 cm
            """);

    assertThat(page.tables().get(0).rows())
        .extracting(row -> shown(row) + " " + row.state())
        .containsExactly(
            "Weight | 80 kg | 42 kg READ",
            "Height | 90 cm | 60 cm READ",
            "Price | $900 | $450 READ",
            " | ForgeLathe UNPARSED",
            " | Weight200 kg120 kg UNPARSED",
            " | Height70 cm140 cm UNPARSED");
  }

  @Test
  void knowsTheNamesOfAHeaderThatIsCutElsewhere() {
    ParsedPage page =
        parse(
            """
            Kilns side by side

            Heating

            Feature OLM PRR
            Power 9.5 kW 7.2 kW
            Top heat 1,280 °C 1,150 °C
            Hours to the top 6.5 h 8.0 h
            Price $2,350 $1,980

            Size

            Feature OLM PRR
            Weight 92.5 kg 61.0 kg
            Height 84 cm 72 cm
            """);

    assertThat(page.tables())
        .extracting(grid -> grid.header().stream().map(Slice::text).toList())
        .containsExactly(List.of("OLM", "PRR"), List.of("OLM", "PRR"));
    assertThat(page.tables().get(1).rows())
        .extracting(OpenGridsTest::shown)
        .containsExactly("Weight | 92.5 kg | 61.0 kg", "Height | 84 cm | 72 cm");
  }
}
