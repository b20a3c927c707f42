package dev.unglue.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.page.PageParser;
import dev.unglue.pipeline.run.TestCatalogue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large pages are read whole, or kept by name. What they cost is not timed here. */
class LargePagesTest {
  private static final int ROWS = 10_000;
  private static final int COLUMNS = 5_000;
  private static final String TITLE = "Teller vs Cook\n\n";

  private final PageParser parser = TestCatalogue.parser();

  private ParsedPage parse(String mediaType, String text) {
    return parser.parse(new FuzzInput("large", mediaType, text).capture());
  }

  /** {@code 1 tables, 2 rows, 4 observations, kept: none}. */
  private String told(String mediaType, String text) {
    ParsedPage page = parse(mediaType, text);
    int rows = page.tables().stream().mapToInt(table -> table.rows().size()).sum();
    String kept =
        page.quarantine().stream()
            .map(Quarantined::reason)
            .distinct()
            .collect(Collectors.joining());
    return "%d tables, %d rows, %d observations, kept: %s"
        .formatted(page.tables().size(), rows, page.observations().size(), kept);
  }

  /** So many rows, {@code #} in each its number. */
  private static String rows(int count, String row) {
    return IntStream.range(0, count)
        .mapToObj(i -> row.replace("#", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  @Test
  void readsEachOfManyRowsOfOneTable() {
    String all = "1 tables, 10000 rows, 20000 observations, kept: ";
    String html = "<h1>Teller vs Cook</h1><table><tr><th><th>Teller<th>Cook";

    assertThat(told(FuzzInput.HTML, html + rows(ROWS, "<tr><td>Label #<td>$#<td>4#")))
        .isEqualTo(all);
    assertThat(
            told(
                FuzzInput.TEXT,
                TITLE + "| Teller | Cook | |\n" + rows(ROWS, "| L # | $# | 4# |\n")))
        .isEqualTo(all);
    assertThat(told(FuzzInput.TEXT, TITLE + "\tTeller\tCook\n" + rows(ROWS, "Label #\t$#\t4#\n")))
        .isEqualTo(all);
    assertThat(told(FuzzInput.TEXT, TITLE + "Teller\nCook\n" + rows(ROWS, "Label #\n41\n42\n")))
        .isEqualTo(all);
  }

  @Test
  void readsATableOfManyColumns() {
    String all = "1 tables, 2 rows, 10000 observations, kept: ";

    assertThat(
            told(
                FuzzInput.TEXT,
                "|"
                    + rows(COLUMNS, " | c#")
                    + "|\n|"
                    + "---|".repeat(COLUMNS + 1)
                    + "\n| x"
                    + rows(COLUMNS, " | 4#")
                    + " |\n| y"
                    + rows(COLUMNS, " | 5#")
                    + " |\n"))
        .isEqualTo(all);
    assertThat(
            told(
                FuzzInput.HTML,
                "<table><tr><th>"
                    + rows(COLUMNS, "<th>c#")
                    + "<tr><td>x"
                    + rows(COLUMNS, "<td>4#")
                    + "<tr><td>y"
                    + rows(COLUMNS, "<td>5#")))
        .isEqualTo(all);
  }

  @Test
  void endsOnTablesInTablesAndOnLinesWithoutEnd() {
    String none = "0 tables, 0 rows, 0 observations, kept: comparison_without_table";

    assertThat(told(FuzzInput.HTML, "<table><tr><td>a<td>b".repeat(2_000)))
        .isEqualTo("0 tables, 0 rows, 0 observations, kept: row_unread");
    assertThat(told(FuzzInput.TEXT, TITLE + "word ".repeat(200_000))).isEqualTo(none);
    assertThat(told(FuzzInput.TEXT, TITLE + "Average age" + "42".repeat(100_000))).isEqualTo(none);
    assertThat(told(FuzzInput.TEXT, TITLE + rows(10_000, "Average age\nHourly rate\n")))
        .isEqualTo(none);
  }

  @Test
  void endsOnEndlessRepeatsOfOnePiece() {
    for (String piece :
        new String[] {
          "> ",
          "[1]",
          "*",
          "[a](b)",
          "[",
          "(",
          "\"a\t",
          "|\n",
          "a b\n|\n",
          "a|\nb\n",
          "|---|\n",
          "a, ",
          "a vs ",
          "<b>",
          "<div>",
          "<ul><li>",
          "<tr><td rowspan=65534>a",
          "<td colspan=1000>a",
          "&amp;",
          "- Cash, 4%\n"
        }) {
      assertThat(parse(FuzzInput.TEXT, TITLE + piece.repeat(10_000)).named()).as(piece).hasSize(2);
      assertThat(parse(FuzzInput.HTML, "<table>" + piece.repeat(10_000)).named())
          .as(piece)
          .isNotNull();
    }
  }

  @Test
  void namesTheRowsThatItDoesNotRead() {
    String html = "<h1>Teller vs Cook</h1><table><tr><th><th>Teller<th>Cook";
    String lines = TITLE + "TellerCook\n" + rows(300, "Weight ab$#.00$5.00\n");

    assertThat(told(FuzzInput.HTML, html + rows(2_000, "<tr><td rowspan=65534>a#<td>$#<td>4#")))
        .isEqualTo("1 tables, 1414 rows, 1415 observations, kept: label_unknownpage_budget");
    assertThat(told(FuzzInput.TEXT, lines))
        .isEqualTo("1 tables, 199 rows, 398 observations, kept: page_budget");
    assertThat(parse(FuzzInput.TEXT, lines).quarantine())
        .extracting(Quarantined::message)
        .containsExactly(
            "a table of more rows than are read together: expected its end, found 101 more lines,"
                + " \"Weight ab$199.00$5.00\", at page 4295..6516; kept as it came");
  }

  @Test
  void keepsTheRowsOfTablesThatLayOutOthers() {
    String table = "<table><tr><th><th>Teller<th>Cook<tr><td>Average age<td>42<td>46</table>";
    String page =
        "<h1>Teller vs Cook</h1><table><tr><td>Weight<td>143 mm<td>151 mm<tr><td><h2>Pay</h2>"
            + table
            + "<tr><td>Words<td>"
            + table
            + "</table>";

    assertThat(told(FuzzInput.HTML, page))
        .isEqualTo("2 tables, 2 rows, 4 observations, kept: row_unread");
    assertThat(parse(FuzzInput.HTML, page).quarantine())
        .extracting(Quarantined::message)
        .containsExactly(
            "no table took a row of 3 cells: expected a table around it, found"
                + " \"Weight | 143 mm | 151 mm\", at page 38..64; kept as it came");
  }
}
