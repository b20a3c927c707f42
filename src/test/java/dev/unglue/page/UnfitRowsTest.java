package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page read with attributes of a field of one's own, whose types do not always fit. */
class UnfitRowsTest {
  private static final List<List<String>> ROWS =
      List.of(
          List.of("Yearly cost", "$95", "$395"),
          List.of("Bonus", "2x hours", "3x nights"),
          List.of("Late fee", "None", "None"),
          List.of("Interest", "5.25% - 9.75% Variable", "6.5% - 8.25% Variable"),
          List.of("Issuer", "Acme", "Boltbank"),
          List.of("Memory", "64GB/128GB", "64GB/256GB"));

  @TempDir Path folder;

  @BeforeEach
  void writeAttributes() throws IOException {
    Files.writeString(
        folder.resolve("attributes.yaml"),
        """
        kind: card
        missing: ["-"]
        attributes:
          - {id: cost_usd, title: Cost, labels: [Yearly cost], type: money, unit: USD, sections: [overview]}
          - {id: bonus_points, title: Bonus, labels: [Bonus], type: count, unit: points, sections: [overview]}
          - {id: late_pct, title: Late fee, labels: [Late fee], type: percent, unit: "%", sections: [overview]}
          - {id: interest_low_pct, title: From, labels: [Interest], type: range, part: low, unit: "%", decimals: 2, sections: [overview]}
          - {id: issuer, title: Issuer, labels: [Issuer], type: name, sections: [overview]}
        """);
  }

  private ParsedPage parse(String text, String mediaType) {
    Settings settings = ConfigFolder.load(folder);
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), mediaType, "page", 0, null);
    return new PageParser(settings.catalogue(), settings.statements())
        .parse(new Capture(ref, text, List.of()));
  }

  private static String page(String corner, String joint) {
    String header = corner + (corner.isEmpty() ? "" : joint) + "Alpha Card" + joint + "Beta Card\n";
    return "Alpha Card vs Beta Card: Which One to Choose\n\n"
        + header
        + ROWS.stream().map(row -> String.join(joint, row)).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static List<List<String>> rows(ParsedPage page) {
    return page.tables().get(0).rows().stream()
        .filter(row -> row.state() == RowState.READ)
        .map(UnfitRowsTest::texts)
        .toList();
  }

  private static List<String> texts(GridRow row) {
    return List.of(row.label().text(), row.cells().get(0).text(), row.cells().get(1).text());
  }

  private static String shown(Observation o) {
    return "%s = %s %s".formatted(o.attribute(), o.state().id(), o.rawText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Feature"})
  void cutsJoinedRowsWhoseCellsHaveNotTheirType(String corner) {
    for (String joint : List.of("", " ")) {
      ParsedPage page = parse(page(corner, joint), "text/plain");

      assertThat(page.subjects())
          .containsExactly(Subject.named("Alpha Card"), Subject.named("Beta Card"));
      assertThat(rows(page)).as(joint).isEqualTo(ROWS);
      assertThat(page.tables().get(0).header().stream().map(Slice::text))
          .containsExactly("Alpha Card", "Beta Card");
    }
  }

  @Test
  void saysOfEachCellWhatItSaysWhereCellsAreApart() {
    String html =
        "<title>Alpha Card vs Beta Card</title><table><tr><th><th>Alpha Card<th>Beta Card"
            + ROWS.stream()
                .map(row -> "<tr><td>" + String.join("<td>", row))
                .collect(Collectors.joining())
            + "</table>";
    List<String> apart =
        parse(html, "text/html").observations().stream().map(UnfitRowsTest::shown).toList();
    List<String> joined =
        parse(page("", ""), "text/plain").observations().stream()
            .map(UnfitRowsTest::shown)
            .toList();

    assertThat(joined)
        .isEqualTo(apart)
        .contains(
            "cost_usd = value $395",
            "bonus_points = unparsed 2x hours",
            "late_pct = unparsed None",
            "interest_low_pct = value 5.25",
            "issuer = value Boltbank",
            "unmapped = value 64GB/256GB");
  }

  @Test
  void leavesARowUnparsedWhoseCellsHaveTheirTypeButNotTheirRange() throws IOException {
    Path file = folder.resolve("attributes.yaml");
    Files.writeString(
        file, Files.readString(file).replace("unit: USD,", "unit: USD, hard: [0, 100],"));

    assertThat(rows(parse(page("", ""), "text/plain"))).isEqualTo(ROWS.subList(1, ROWS.size()));
  }

  @Test
  void cutsCountsOfAnOpenTableAsItsOtherRowsShow() throws IOException {
    Path file = folder.resolve("attributes.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "  - {id: since, title: Since, labels: [First issued], type: count, unit: year,"
            + " sections: [overview]}\n");
    String page =
        """
        Alpha Card vs Beta Card

        FeatureAlpha CardBeta Card
        First issued20141984
        NetworkOpen, wideClosed, small
        FinishMattMatt
        Made byAnn LeeBob Ray
        Newest chip4.91.0
        TravelYesPartly
        Lounge accessOptionalNone
        """;

    assertThat(rows(parse(page, "text/plain"))).startsWith(List.of("First issued", "2014", "1984"));
  }

  @Test
  void readsLongerLabelsAndYearsAsWithoutAttributes() throws IOException {
    Path file = folder.resolve("attributes.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "  - {id: opened, title: Opened, labels: [Opened], type: count, unit: year,"
            + " sections: [overview]}\n");
    String page =
        "Alpha Card vs Beta Card\n\nAlpha CardBeta Card\nYearly cost$95$395\n"
            + "Issuer growth2.5%6.1%\nOpened19872004\nMemory64GB128GB\n";

    assertThat(rows(parse(page, "text/plain")))
        .containsExactly(
            List.of("Yearly cost", "$95", "$395"),
            List.of("Issuer growth", "2.5%", "6.1%"),
            List.of("Opened", "1987", "2004"),
            List.of("Memory", "64GB", "128GB"));
  }

  @Test
  void leavesARowUnparsedThatNothingCuts() {
    ParsedPage page =
        parse(
            "Alpha Card vs Beta Card\n\nAlpha CardBeta Card\nYearly cost$95$395\nBonusSoon\n",
            "text/plain");

    assertThat(rows(page)).containsExactly(List.of("Yearly cost", "$95", "$395"));
    assertThat(page.observations())
        .filteredOn(o -> o.state() == State.UNPARSED)
        .extracting(Observation::attribute, Observation::rawText)
        .containsExactly(tuple("bonus_points", "Soon"));
  }
}
