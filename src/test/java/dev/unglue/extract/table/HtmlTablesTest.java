package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.html.HtmlPage;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.SourceText;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HtmlTablesTest {
  private static List<FoundTable> read(String html) {
    Document page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    return HtmlPage.of(page, html).grids().stream().map(FoundTable::of).toList();
  }

  private static List<String> find(String html) {
    return read(html).stream().map(Tables::told).filter(told -> !told.isEmpty()).toList();
  }

  private static final String ROW = "<tr><td>Average age</td><td>42</td><td>46</td></tr>";

  private static final String READ = "0..0 html kept\nheader '' [A][B]\n'Average age' [42][46]\n";

  @Test
  void takesAHeadedFirstRowForTheHeader() {
    assertThat(find("<table><tr><th></th><th>A</th><th>B</th></tr>" + ROW + "</table>"))
        .containsExactly(READ);
    assertThat(find("<table><tr><td></td><td>A</td><td>B</td></tr>" + ROW + "</table>"))
        .containsExactly(READ);
    assertThat(
            find(
                "<table><thead><tr><td>x</td><td>A</td><td>B</td></tr></thead><tbody>"
                    + ROW
                    + "</tbody></table>"))
        .containsExactly(READ.replace("''", "'x'"));
  }

  @Test
  void readsATableWithoutAHeader() {
    assertThat(
            find("<table>" + ROW + "<tr><th>Hourly rate</th><td>$3</td><td>$4</td></tr></table>"))
        .containsExactly(
            "0..0 html kept\nno header\n'Average age' [42][46]\n'Hourly rate' [$3][$4]\n");
  }

  @Test
  void mendsAHeaderWithoutACorner() {
    assertThat(find("<table><tr><th>A</th><th>B</th></tr>" + ROW + "</table>"))
        .containsExactly(READ);
  }

  @Test
  void repeatsACellThatSpansColumns() {
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Average age</td><td colspan=2>42</td></tr></table>"))
        .containsExactly("0..0 html kept\nheader '' [A][B]\n'Average age' [42][42]\n");
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Average age</td><td colspan=x>42</td><td colspan=9999>46</td></tr></table>"))
        .containsExactly("0..0 html kept\nheader '' [A][B]\n'Average age' [42][46]\n");
  }

  @Test
  void repeatsACellThatSpansRows() {
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Van</td><td rowspan=2>Yes</td>"
                    + "<td>No</td></tr><tr><td>Tools</td><td>Few</td></tr>"
                    + ROW
                    + "</table>"))
        .containsExactly(
            """
            0..0 html kept
            header '' [A][B]
            'Van' [Yes][No]
            'Tools' [Yes][Few]
            'Average age' [42][46]
            """);
  }

  @Test
  void endsASpanOfRowsWithTheirGroup() {
    assertThat(
            find(
                "<table><thead><tr><th></th><th rowspan=9>A</th><th>B</th></tr></thead><tbody>"
                    + ROW
                    + "</tbody></table>"))
        .containsExactly(READ);
  }

  @Test
  void leavesOutGroupsOfRowsBeforeTheirLabelsAndBandsBetweenThem() {
    assertThat(
            find(
                "<table><tr><th colspan=2></th><th>A</th><th>B</th></tr>"
                    + "<tr><th rowspan=2>People</th><td>Average age</td><td>42</td><td>46</td></tr>"
                    + "<tr><td>Tools</td><td>Few</td><td>Many</td></tr></table>"))
        .containsExactly(
            "0..0 html kept\nheader '' [A][B]\n'Average age' [42][46] (People)\n"
                + "'Tools' [Few][Many] (People)\n");
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td colspan=3>People</td></tr>"
                    + ROW
                    + "</table>"))
        .containsExactly(READ);
  }

  @Test
  void takesOfSeveralHeadersTheOneThatNamesTheColumns() {
    assertThat(
            find(
                "<table><thead><tr><th></th><th colspan=2>Trade</th></tr><tr><th>x</th><th>A</th>"
                    + "<th>B</th></tr></thead><tbody>"
                    + ROW
                    + "</tbody></table>"))
        .containsExactly(READ.replace("''", "'x'"));
  }

  @Test
  void readsNeitherNotesNorWhatIsHidden() {
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Average age<sup>[1]</sup></td>"
                    + "<td><span style='display: none'>A</span>42</td><td>46<sup>*</sup></td></tr></table>"))
        .containsExactly(READ);
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Average age</td>"
                    + "<td>42<sup>2</sup></td><td>46 m<sup>2</sup></td></tr></table>"))
        .containsExactly(READ.replace("[42][46]", "[42^2][46 m2]"));
  }

  @Test
  void keepsTheSidesOfEmptyCells() {
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Average age</td><td></td><td>46</td></tr></table>"))
        .containsExactly("0..0 html kept\nheader '' [A][B]\n'Average age' [][46]\n");
  }

  @Test
  void readsInnerTablesNotTheOneThatLaysThemOut() {
    String inner = "<table><tr><th></th><th>A</th><th>B</th></tr>" + ROW + "</table>";

    assertThat(
            find(
                "<table><tr><td>Menu</td><td>"
                    + inner
                    + "</td></tr><tr><td>x</td><td>"
                    + inner
                    + "</td></tr></table>"))
        .containsExactly(READ, READ);
  }

  @Test
  void leavesOutRowsOfOneCell() {
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td colspan=1>Pay</td></tr>"
                    + ROW
                    + "</table>"))
        .containsExactly(READ);
    assertThat(find("<table><tr><td>one</td></tr><tr><td>two</td></tr></table>")).isEmpty();
    assertThat(find("<table></table><p>no table</p>")).isEmpty();
  }

  @Test
  void leavesOutATitleRowAboveTheHeader() {
    assertThat(
            find(
                "<table><tr><td>Title</td></tr><tr><th></th><th>A</th><th>B</th></tr>"
                    + ROW
                    + "</table>"))
        .containsExactly(READ);
  }

  @Test
  void provesCellsWithEntitiesAndTagsByTheirSource() {
    String html =
        "<table><tr><th></th><th>A&amp;B</th><th><b>Head</b> <i>Teller</i></th></tr>"
            + "<tr><td>Average&nbsp;age</td><td>4<b>2</b></td><td> 46<br>years </td></tr></table>";
    FoundTable found = read(html).get(0);
    PageTable table = found.tables(PageClues.of(Tables.LABELS)).get(0);
    List<SourceText> names = table.header().orElseThrow().cells();

    assertThat(names).extracting(SourceText::text).containsExactly("A&B", "Head Teller");
    assertThat(source(html, names.get(0))).isEqualTo("A&amp;B");
    assertThat(source(html, names.get(1))).isEqualTo("Head</b> <i>Teller");
    List<SourceText> cells = table.rows().get(0).cells();
    assertThat(cells).extracting(SourceText::text).containsExactly("42", "46 years");
    assertThat(source(html, cells.get(0))).isEqualTo("4<b>2");
    assertThat(source(html, cells.get(1))).isEqualTo("46<br>years");
    assertThat(html.substring(found.span().start(), found.span().end())).isEqualTo(html);
  }

  @Test
  void readsListsOfDefinitionsAsRows() {
    assertThat(
            find(
                "<dl><dt>Van</dt><dd>Yes</dd><dd>No</dd><div><dt>Tools</dt><dd>Few</dd><dd>Many</dd></div></dl>"))
        .containsExactly("0..0 html kept\nno header\n'Van' [Yes][No]\n'Tools' [Few][Many]\n");
    assertThat(
            find(
                "<dl><dt>What is it?</dt><dd>"
                    + "A long answer. ".repeat(20)
                    + "</dd><dt>Why?</dt><dd>So.</dd></dl>"))
        .isEmpty();
    assertThat(
            find(
                "<table><tr><th></th><th>A</th><th>B</th></tr><tr><td>Average age</td>"
                    + "<td><dl><dt>4</dt><dd>2</dd></dl></td><td>46</td></tr></table>"))
        .containsExactly(READ.replace("[42]", "[4 2]"));
    assertThat(
            find(
                "<table><tr><td><dt>x</dt></td><td>1</td></tr><tr><td>y</td><td>2</td></tr></table>"))
        .containsExactly("0..0 html kept\nno header\n'x' [1]\n'y' [2]\n");
  }

  private static String source(String html, SourceText text) {
    return html.substring(text.span().start(), text.span().end());
  }
}
