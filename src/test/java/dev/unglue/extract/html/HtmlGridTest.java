package dev.unglue.extract.html;

import static dev.unglue.extract.html.HtmlGrids.ROWS;
import static dev.unglue.extract.html.HtmlGrids.page;
import static dev.unglue.extract.html.HtmlGrids.row;
import static dev.unglue.extract.html.HtmlGrids.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.unglue.model.value.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlGridTest {
  @Test
  void tellsHeadsOfColumnsAndOfAllRows() {
    assertThat(
            rows(
                "<table><thead><tr><td><td>A<td>B</thead><tbody><tr><th colspan=3>Pay</th></tr>"
                    + "<tr><th>Age<td>42<td>46<tr><th>x<th>C<th>D</tbody><tfoot><tr><td>Jobs<td>7<td>8</table>"))
        .containsExactly("H |A|B", "H Pay", "Age|42|46", "H x|C|D", "Jobs|7|8");
  }

  @Test
  void keepsTheCaptionOutOfTheCells() {
    HtmlPage page = page("<table><caption>Pay<br>and age<sup>1</sup></caption>" + ROWS);

    assertThat(page.grids().get(0).rows().get(0).cells())
        .extracting(SourceText::text)
        .containsExactly("Age", "42", "46");
    assertThat(page.text().lines())
        .extracting(line -> line.kind() + " " + line.text())
        .startsWith("PLAIN Pay", "PLAIN and age", "TABLE Age");
  }

  @Test
  void readsATableOfElementsThatSayTheirRoles() {
    assertThat(
            rows(
                "<div role=grid><div role=rowgroup><div role=row><span role=columnheader></span>"
                    + "<span role=columnheader>Ash</span><span role=columnheader>Oak</span></div>"
                    + "</div><div role=row><span role=gridcell aria-colspan=3>Size</span></div>"
                    + "<div role=row><span role=rowheader>Height</span><span role=cell>20 m</span>"
                    + "<span role=cell>30 m</span></div><div role=row><span role=rowheader>Age"
                    + "</span><span role=cell>90</span><span role=cell>200</span></div></div>"))
        .containsExactly("H |Ash|Oak", "Size", "Height|20 m|30 m", "Age|90|200");
  }

  @Test
  void leavesOutAButtonThatOpensHelp() {
    assertThat(
            rows("<table><tr><td>Age <button>?</button><td>1<tr><td>Pay<td><button>Show</button>"))
        .containsExactly("Age|1", "Pay|Show");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pay<sup>?</sup>",
        "Pay <span class=info>i</span>",
        "<b>Pay</b><span class='hint tooltip' role=tooltip>Before <i>taxes</i>.</span>",
        "<span class=tooltip>Pay<span class=tooltiptext>Before taxes.</span></span>",
        "Pay<div class='tooltip'><div class=tooltip-arrow></div><div class=tooltip-inner>x</div></div>",
        "Pay ⓘ",
        "Pay ℹ️",
      })
  void leavesOutWhatOpensHelpBehindAText(String cell) {
    assertThat(row("<td>" + cell + "<td>1<td>2")).isEqualTo("Pay|1|2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<td><span class=tooltip title='Before taxes'>Pay</span><td>1<td>2;Pay|1|2",
        "<td>Take-home <span class=tooltip data-tip=x>pay</span><td>1<td>2;Take-home pay|1|2",
        "<td>Take-home <span class=tooltip>pay<i class=tooltiptext>x</i></span><td>1<td>2;"
            + "Take-home pay|1|2",
        "<td>Battery <span class=has-tooltip>life</span><td>1<td>2;Battery life|1|2",
        "<td>Class <span class=a>i</span> pay<td class=tooltip>1<td>2;Class i pay|1|2",
        "<td>Pay<td><sup>?</sup><td><span class=x>?</span>;Pay|?|?",
        "<td>ⓘ Pay<td>ⓘ<td>2;ⓘ Pay|ⓘ|2",
      })
  void keepsWhatOnlyLooksLikeHelp(String cells, String text) {
    assertThat(row(cells)).isEqualTo(text);
  }

  @Test
  void repeatsACellInEachOfItsColumnsAndRows() {
    assertThat(
            rows(
                "<table><tr><td>a<td rowspan=2 colspan=2>b<td>c<td rowspan=3>d<tr><td>e<td>f"
                    + "<tr><td>g<td>h<td>i<td>j</table>"))
        .containsExactly("a|b|b|c|d", "e|b|b|f|d", "g|h|i|j|d");
  }

  @Test
  void letsACellReachToTheEndOfItsGroup() {
    assertThat(
            rows(
                "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</tbody>"
                    + "<tbody><tr><td>e<td>f</table>"))
        .containsExactly("a|b", "a|c", "a|d", "e|f");
    assertThat(rows("<table><tr><td rowspan=65534>a<td>b<tr><td>c<tr><td>d</table>"))
        .containsExactly("a|b", "a|c", "a|d");
  }

  @Test
  void countsRowsWithoutCellsAndLeavesThemOut() {
    assertThat(rows("<table><tr><td rowspan=2>a<td>b<tr><tr><td>c<td>d</table>"))
        .containsExactly("a|b", "c|d");
  }

  @Test
  void leavesOutColumnsInWhichNoCellBeginsOrNoneHasText() {
    assertThat(rows("<table><tr><td colspan=1000>Age<td colspan=7>42<tr><td>Jobs<td>7</table>"))
        .containsExactly("Age|Age|42", "Jobs|7");
    assertThat(rows("<table><tr><td><td>a<td><td>b<tr><td><td>c<td> <td>d</table>"))
        .containsExactly("|a|b", "|c|d");
  }

  @ParameterizedTest
  @CsvSource({"2,2", "' 2 ',2", "2px,2", "50%,2", "9999999999,2", "0,1", "x,1", "-2,1", "'',1"})
  void readsSpansAsBrowsersDo(String span, int copies) {
    assertThat(row("<td>Jobs<td colspan='" + span + "'>7"))
        .isEqualTo("Jobs|" + (copies == 2 ? "7|7" : "7"));
  }

  @Test
  void fillsAGapBeforeACellFromAbove() {
    assertThat(rows("<table><tr><td>a<td>b<td>c<td rowspan=2>d<tr><td>e</table>"))
        .containsExactly("a|b|c|d", "e|||d");
  }

  @Test
  void givesAColumnThatTwoCellsClaimToTheOneFromAbove() {
    assertThat(rows("<table><tr><td>a<td>b<td rowspan=2>c<td>d<tr><td>e<td colspan=3>f</table>"))
        .containsExactly("a|b|c|d", "e|f|c|f");
  }

  @Test
  void readsATableInACellAsItsTextUnlessItIsOneByItself() {
    assertThat(row("<td>Pay<td><table><tr><td>$3</table><td><table><tr><td>$4<td>a day</table>"))
        .isEqualTo("Pay|$3|$4 a day");
  }

  @Test
  void givesTheTablesThatALayoutTableHolds() {
    String inner = "<table>" + ROWS + "</table>";
    HtmlPage page =
        page("<table><tr><td>Menu<td>" + inner + "<tr><td>News<td>" + inner + "</table>");

    assertThat(page.grids()).hasSize(2);
    assertThat(page.text().lines())
        .extracting(line -> line.kind() + " " + line.text())
        .contains("PLAIN Menu");
  }

  @Test
  void readsATableWholeWhoseCellHoldsASmallOne() {
    assertThat(rows("<table>" + ROWS + "<tr><td>Pay<td>$3<td><table>" + ROWS + "</table></table>"))
        .containsExactly("Age|42|46", "Jobs|7|8", "Pay|$3|Age 42 46 Jobs 7 8");
    assertThat(
            page("<table><tr><td><h2>x</h2><td>y"
                    + ROWS
                    + "<tr><td><table>"
                    + ROWS
                    + "</table></table>")
                .grids())
        .hasSize(1);
  }

  @Test
  void givesATableBesideTheOneWhoseRowItHasForItself() {
    List<HtmlGrid> grids =
        page("<table>"
                + ROWS
                + "<tr><td colspan=3><table><tr><td>Pay<td>$3<td>$4<tr><td>Fee<td>$1<td>$2</table>"
                + "<tr><td colspan=3><table><tr><td>as of<td>May</table></table>")
            .grids();

    assertThat(grids.stream().map(HtmlGrids::shown))
        .containsExactly(
            List.of("Pay|$3|$4", "Fee|$1|$2"), List.of("Age|42|46", "Jobs|7|8", "as of May"));
  }

  @Test
  void readsALoneRowOfShortCellsOnly() {
    assertThat(rows("<table><tr><td>Age<td>42<td>46</table>")).containsExactly("Age|42|46");
    assertThat(page("<table><tr><td>Menu<td>" + "<p>News</p>".repeat(5) + "</table>").grids())
        .isEmpty();
  }

  @Test
  void leavesTheLinesOfATableOfOneColumnToOtherReaders() {
    HtmlPage page = page("<ul><li><table><tr><td>one<tr><td>two</table>three</ul>");

    assertThat(page.grids()).isEmpty();
    assertThat(page.text().lines())
        .extracting(line -> line.kind() + " " + line.text())
        .containsExactly("ITEM one", "PLAIN two", "PLAIN three");
    assertThat(page("<ul><li><table>" + ROWS + "</table>three</ul>").text().lines())
        .extracting(line -> line.kind() + " " + line.text())
        .endsWith("TABLE 8", "ITEM three");
  }

  @Test
  void joinsMisplacedTextInTheOrderOfTheSource() {
    String html =
        "<table>" + ROWS + "<tr><td>a<td><table><tr><td>b</td></tr>c</table><td>d</table>";

    assertThat(rows(html).get(2)).isEqualTo("a|b c|d");
  }

  @Test
  void cutsATableWhoseSpansRepeatTooMuch() {
    HtmlGrid grid =
        page("<table>" + "<tr><td rowspan=65534 colspan=1000>a<td>b".repeat(3_000)).grids().get(0);

    assertThat(grid.rows()).hasSizeLessThan(3_000);
    assertThat(grid.rows().stream().mapToInt(row -> row.cells().size()).sum())
        .isBetween(1, PlacedRows.Budget.MOST_REPEATS + 10_000);
  }

  static Stream<String> largePages() {
    return Stream.of(
        "<table>" + "<tr><td>Age<td>42<td>46".repeat(100_000),
        "<table>" + ("<tr>" + "<td>x1".repeat(5_000)).repeat(20),
        "<table><tr><td>a<td>b<tr><td>".repeat(2_000),
        "<table><tr><td>".repeat(2_000) + "x",
        "<table><tr><td>a<td>b<tr><td>c<td>d<tr><td>e<td>f<tr><td>".repeat(120)
            + "y ".repeat(100_000),
        "<table><tr>" + "<td rowspan=65534>a".repeat(5_000) + "<tr><td>b<td>c".repeat(10_000),
        "<table><tr>" + "<td colspan=1000>a".repeat(50_000) + ROWS,
        "<table><tr><td rowspan=0>a<td rowspan=0>b" + "<tr></tr>".repeat(100_000),
        "<table>" + "x<tr>".repeat(50_000),
        "<p>" + "Citi<sup>1</sup> ".repeat(100_000),
        "<p>42<sup>" + "[1]".repeat(100_000),
        "<sup>".repeat(20_000) + "x" + "</sup>y".repeat(20_000),
        "<a href=#x>" + "a<sup>b</sup>".repeat(50_000),
        "<p>" + "12&nbsp;345".repeat(100_000),
        "<p>" + "&bogusentityofmanyletters ".repeat(20_000),
        "<p style='" + "display ".repeat(100_000) + "'>x");
  }

  @ParameterizedTest
  @MethodSource("largePages")
  void readsLargePagesSoon(String html) {
    HtmlPage page = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> page(html));

    assertThat(page.grids()).allMatch(grid -> grid.place().end() <= html.length());
  }
}
