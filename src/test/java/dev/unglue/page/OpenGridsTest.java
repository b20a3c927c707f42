package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.nio.file.Path;
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
}
