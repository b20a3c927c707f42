package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.run.TestCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What looks like a row ends in a table, in a sentence or in the quarantine. */
class PageAccountTest {
  private static ParsedPage parse(String text) {
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/plain", "page", 0, null);
    return TestCatalogue.parser().parse(new Capture(ref, text, List.of()));
  }

  private static List<String> kept(String text) {
    return parse(text).quarantine().stream()
        .map(each -> each.reason() + ": " + each.message())
        .toList();
  }

  @Test
  void keepsALineWithAKnownLabelThatNoTableTook() {
    String text = "Teller vs Baker\n\nNumber of jobs 22,478 7,596\n\nNothing else.\n";

    assertThat(kept(text))
        .containsExactly(
            "row_unread: no table took a line that looks like a row: expected a table around its"
                + " known label, found \"Number of jobs 22,478 7,596\", at page 17..44; kept as it"
                + " came",
            "comparison_without_table: the title compares, and no row was read: expected a table"
                + " about Teller and Baker, found none, at page 0..15; kept as it came");
    assertThat(parse(text).quarantine())
        .extracting(Quarantined::rawText)
        .containsExactly("Number of jobs 22,478 7,596", "Teller vs Baker");
  }

  @Test
  void keepsALineOfValuesOnAPageThatCompares() {
    assertThat(kept("Teller vs Baker\n\nTips per day $12.50 $7.25\n\nNothing else.\n"))
        .containsExactly(
            "row_unread: no table took a line that looks like a row: expected a table around its"
                + " values, found \"Tips per day $12.50 $7.25\", at page 17..42; kept as it came",
            "comparison_without_table: the title compares, and no row was read: expected a table"
                + " about Teller and Baker, found none, at page 0..15; kept as it came");
    assertThat(kept("A word on bakers.\n\nTips per day $12.50 $7.25\n\nNothing else.\n")).isEmpty();
  }

  @Test
  void keepsLinesOfValuesBesideARowOfAKnownLabelWhereNothingNamesTheSubjects() {
    assertThat(
            kept(
                "A word on two trades.\n\nTips per day $12.50 $7.25\n"
                    + "Average age 34 years 40.80 years\n"))
        .containsExactly(
            "split_impossible: no reading fits: expected a value for average_age_years, found"
                + " \"34 years 40.80 years\", at page 61..81; kept as it came",
            "row_unread: no table took a line that looks like a row: expected a table around its"
                + " values, found \"Tips per day $12.50 $7.25\", at page 23..48; kept as it came");
  }

  @Test
  void keepsARowOfUnknownLabelAmongOthers() {
    assertThat(
            kept(
                "Baker vs Pastry chef\n\nBakerPastry Chef\nHourly rate$16.79$20.79\n"
                    + "Dress codewhite coatapron\nAverage age4246\n"))
        .containsExactly(
            "row_unread: no reading fits: expected 2 values for a row without a label, found"
                + " \"Dress codewhite coatapron\", at page 63..88; kept as it came");
  }

  @Test
  void keepsARowThatBecameAPartOfAHeader() {
    assertThat(kept("Teller vs Baker\n\n|Teller|Baker\nTips|3% 1%\n|||3\n"))
        .contains(
            "row_unread: no table took a line that looks like a row: expected a table around its"
                + " values, found \"Tips|3% 1%\", at page 31..41; kept as it came");
  }

  @Test
  void keepsARowOfAnOpenTableThatHasNoReading() {
    String row = "Notes " + "one Two 3 ".repeat(20).strip();

    assertThat(
            parse(
                    "Red Fox vs Gray Wolf\n\nRed Fox Gray Wolf\n%s\nWeight 6 kg 40 kg\n"
                        .formatted(row))
                .quarantine())
        .extracting(Quarantined::rawText)
        .containsExactly(row);
  }

  @Test
  void keepsARowOfAHeaderThatIsNoTable() {
    String html = "<p>Kilns</p><table><tr><th>Kiln<th>Wheel</table>";
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/html", "page", 0, null);

    assertThat(TestCatalogue.parser().parse(new Capture(ref, html, List.of())).quarantine())
        .extracting(each -> each.reason() + ": " + each.message())
        .containsExactly(
            "row_unread: no table took a row of 2 cells: expected a table around it, found \"Kiln |"
                + " Wheel\", at page 27..40; kept as it came");
  }

  @Test
  void tellsOfRowsWithMoreOrFewerCellsThanNames() {
    String html =
        "<h1>Kiln vs Wheel</h1><table><tr><th><th>Kiln<th>Wheel<tr><td>Lid<td>Yes"
            + "<tr><td>Power<td>9 kW<td>1 kW<td>2 kW<tr><td>Weight<td>90 kg<td>60 kg</table>";
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/html", "page", 0, null);
    ParsedPage page = TestCatalogue.parser().parse(new Capture(ref, html, List.of()));

    assertThat(page.tables().get(0).rows())
        .extracting(row -> row.label().text() + " " + row.state())
        .containsExactly("Lid READ", "Power LONG", "Weight READ");
    assertThat(page.quarantine())
        .extracting(each -> each.reason() + ": " + each.message())
        .contains(
            "row_unread: a row has fewer cells than names: expected 2, found 1 in \"Lid\"; the last"
                + " are missing, at page 62..72; kept as it came");
  }

  @Test
  void tellsOfATableWhoseCellsAreEmpty() {
    String html =
        "<h1>Kiln vs Wheel</h1><table><tr><th><th>Kiln<th>Wheel<tr><td>Lid<td class=no><td class=yes>"
            + "<tr><td>Shelf<td class=yes><td class=no></table>";
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/html", "page", 0, null);

    assertThat(TestCatalogue.parser().parse(new Capture(ref, html, List.of())).quarantine())
        .extracting(each -> each.reason() + ": " + each.message())
        .containsExactly(
            "comparison_without_table: the title compares, and no row was read: expected a table"
                + " about Kiln and Wheel, found none, at page 4..17; kept as it came");
  }

  @Test
  void tellsOfSignsWithoutWords() {
    String html =
        "<table><tr><th><th>Kiln<th>Wheel<tr><td>Lid<td><i class=on></i><td>Yes"
            + "<tr><td>Power<td>9 kW<td>1 kW</table>";
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/html", "page", 0, null);

    assertThat(TestCatalogue.parser().parse(new Capture(ref, html, List.of())).quarantine())
        .extracting(each -> each.reason() + ": " + each.message())
        .containsExactly(
            "row_unread: signs without words stand in cells: expected text, an alt or a title, found"
                + " none in 1 of the rows, first in \"Lid\", at page 47..59; kept as it came");
  }

  @Test
  void keepsALineThatWasTakenForAPartOfAParagraph() {
    String row = "Average age of all whom the yearly survey of the valley asked 42 46";

    assertThat(kept(row + "\n" + "whatever they had answered when the time had come to be asked\n"))
        .containsExactly(
            "row_unread: no table took a line that looks like a row: expected a table around its"
                + " known label, found \""
                + row
                + "\", at page 0..67; kept as it came");
  }

  @Test
  void keepsATableOfWhichNothingTellsTheRoles() {
    ParsedPage page =
        parse(
            "Pottery tools\n\nFeature | Kiln | Wheel\nPower | 9 kW | 0.4 kW | mains\n"
                + "Lid | Yes | No | tin\n");

    assertThat(page.quarantine())
        .extracting(each -> each.reason() + ": " + each.message())
        .containsExactly(
            "table_roles_ambiguous: nothing tells what the rows and columns of a table are: its"
                + " header has a name for the labels and one cell fewer than its rows, at page"
                + " 15..88; kept as it came");
    assertThat(page.tables().get(0).rows())
        .extracting(row -> row.state() + " " + row.label().text())
        .containsExactly("AMBIGUOUS Power", "AMBIGUOUS Lid");
    assertThat(page.observations()).noneMatch(seen -> seen.isValue());
  }

  @Test
  void keepsLinesBelowATableThatLookLikeItsRows() {
    String table = "Teller vs Baker\n\n| | Teller | Baker |\n|---|---|---|\n| Shifts | 5 | 6 |\n\n";
    String rows = "Dress\nSuit\nApron\nTools\nPen\nOven\n";

    assertThat(kept(table + "## More\n\n" + rows))
        .containsExactly(
            "row_unread: no table took lines that look like its rows: expected the names of the"
                + " subjects above them, found \"Dress | Suit | Apron | Tools | Pen | Oven\", at page"
                + " 81..112; kept as it came");
    assertThat(kept(table + "Some words between.\n\n" + rows)).isEmpty();
    assertThat(kept(table + rows + "Till\n")).isEmpty();
    assertThat(kept(table + "See also\nCook\nWaiter\nTeller vs Cook\nA\nB\n")).isEmpty();
    assertThat(kept(table + "Read\nOn\nHere\nRead\nMore\nThere\n")).isEmpty();
    assertThat(kept(table + "Dress\nSuit\nApron\n")).isEmpty();
  }

  @Test
  void takesWhatWasReadForNoRow() {
    assertThat(
            kept(
                "Teller vs Baker\n\n| Teller | Baker | |\n| Average age | 42 | 46 |\n"
                    + "| Hourly rate | $16.79 | $20.79 |\nFigures are from 2023.\n"
                    + "| Number of jobs | 22,478 | 7,596 |\n"))
        .isEmpty();
  }

  private static final String HEATERS =
      """
      Kiln vs Oven

      Kiln Oven
      Weight 90 kg 40 kg
      Power 9 kW 3 kW
      Lid Yes No
      """;

  private static String behind(String line) {
    int at = HEATERS.length();
    return "row_unread: no table took a line right behind its last row: expected the cells of a"
        + " row, found \"%s\", at page %d..%d; kept as it came"
            .formatted(line, at, at + line.length());
  }

  @Test
  void keepsTheLinesRightBehindATableWithoutALayout() {
    String prose = "Use kilns are for clay that burns for long days. Ovens are for your bread.";

    assertThat(kept(HEATERS + prose + "\n")).containsExactly(behind(prose));
    assertThat(kept(HEATERS + "\n" + prose + "\n")).isEmpty();
    assertThat(kept(HEATERS + "* See also ovens\n" + prose + "\n")).isEmpty();
    assertThat(kept(HEATERS + (prose + "\n").repeat(7))).isEmpty();
  }

  @Test
  void keepsTheLinesOfWordsBetweenTwoThatLookLikeRows() {
    String rows = "Tips per day $12.50 $7.25\nPorts one two\nPay per day $112.50 $87.25\n";

    assertThat(kept("Teller vs Baker\n\n" + rows))
        .hasSize(4)
        .contains(
            "row_unread: no table took a line between two that look like rows: expected a table"
                + " around them, found \"Ports one two\", at page 43..56; kept as it came");
    assertThat(kept("Teller vs Baker\n\n" + rows.replace("Ports", "\nPorts"))).hasSize(3);
    assertThat(kept("Teller vs Baker\n\n" + rows.replace("two", "two."))).hasSize(3);
    assertThat(kept("Teller vs Baker\n\n" + rows.replace("P", "a\nb\nP"))).hasSize(3);
  }
}
