package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that have run together, without a header: the title alone names their columns. */
class HeadlessRowsTest {
  private static final String TITLE = "Stool vs Bench\n\nBoth are seats.\n\n";

  private static final String ROWS =
      """
      SeatOak plankOak plank
      Width41 cm63 cm
      MakerHoltBram
      TownDelftGhent
      StyleRusticModern
      """;

  private static ParsedPage parse(String text) {
    Settings settings = ConfigFolder.load(Path.of("config"));
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/plain", "page", 0, null);
    return new PageParser(settings.catalogue(), settings.statements())
        .parse(new Capture(ref, text, List.of()));
  }

  private static List<String> rows(ParsedPage page) {
    return page.tables().stream()
        .flatMap(table -> table.rows().stream())
        .map(
            row ->
                Stream.concat(Stream.of(row.label()), row.cells().stream())
                    .map(Slice::text)
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  private static List<String> unread(ParsedPage page) {
    return page.quarantine().stream().map(each -> each.reason() + ": " + each.message()).toList();
  }

  private static String joined(String line, int start) {
    return "row_unread: no table took a line whose cells have run together: expected it beside rows"
        + " like it, found \"%s\", at page %d..%d; kept as it came"
            .formatted(line, start, start + line.length());
  }

  @Test
  void areReadInTheOrderOfTheTitleWhereTheyShowTheirCells() {
    ParsedPage page = parse(TITLE + ROWS);

    assertThat(page.subjects()).extracting(Subject::name).containsExactly("Stool", "Bench");
    assertThat(rows(page))
        .containsExactly(
            "Seat | Oak plank | Oak plank",
            "Width | 41 cm | 63 cm",
            "Maker | Holt | Bram",
            "Town | Delft | Ghent",
            "Style | Rustic | Modern");
    assertThat(unread(page)).isEmpty();
  }

  @Test
  void goOnBelowABlankLine() {
    ParsedPage page = parse(TITLE + ROWS + "\nWoodAshElm\nHeight45 cm46 cm\n");

    assertThat(rows(page)).hasSize(7).contains("Wood | Ash | Elm", "Height | 45 cm | 46 cm");
  }

  @Test
  void areToldOfWhereTheyStandAloneBesideOthers() {
    ParsedPage page = parse(TITLE + "PaintRedBlue\n\n" + ROWS + "\nFeetround42\n");

    assertThat(rows(page)).hasSize(5);
    assertThat(unread(page))
        .containsExactly(joined("PaintRedBlue", 33), joined("Feetround42", 134));
  }

  @Test
  void areToldOfBehindASentenceOnlyWhereTheyShowTheirCells() {
    String more = "\nThat was all of it, dear reader.\n\nSee YouTube\n\nWoodAshElm\n";

    assertThat(unread(parse(TITLE + ROWS + more))).containsExactly(joined("WoodAshElm", 167));
  }

  @Test
  void mayEndWithASentenceThatShowsItsCells() {
    String use = "UseFor one to sit at the bar in the eveningFor all who wait for a bus.";

    assertThat(rows(parse(TITLE + ROWS + use + "\n")))
        .contains("Use | For one to sit at the bar in the evening | For all who wait for a bus.");
  }

  @Test
  void areToldOfBehindAHeaderToo() {
    String table = "FeatureStoolBench\n" + ROWS + "FeatureStoolBench\n";
    String more = "\nThat was all of it, dear reader.\n\nWoodAshElm\n";

    ParsedPage page = parse(TITLE + table + more);

    assertThat(rows(page)).hasSize(5);
    assertThat(unread(page)).containsExactly(joined("WoodAshElm", 190));
  }

  @Test
  void areNotReadBelowALineThatTurnsTheTitle() {
    assertThat(parse("Stool vs Bench\n\nBench vs Stool\n\n" + ROWS).tables()).isEmpty();
  }

  @Test
  void areNoWordsThatRanTogetherWithoutEqualCells() {
    String lines = "HomeNewsSport\nMapsMailPhotos\nTownDelftGhent\nMakerHoltBram\n";

    assertThat(parse(TITLE + lines).tables()).isEmpty();
  }
}
