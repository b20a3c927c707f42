package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.unglue.extract.html.HtmlGrid.HtmlRow;
import dev.unglue.model.value.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlGridTest {
  private static final String ROWS = "<tr><td>Age<td>42<td>46<tr><td>Jobs<td>7<td>8";

  private static HtmlPage page(String html) {
    return HtmlPage.of(Parser.htmlParser().setTrackPosition(true).parseInput(html, ""), html);
  }

  /** Each row of the only table: H for a head, its cells. */
  private static List<String> rows(String html) {
    List<HtmlGrid> grids = page(html).grids();
    assertThat(grids).hasSize(1);
    return shown(grids.get(0));
  }

  private static List<String> shown(HtmlGrid grid) {
    return grid.rows().stream().map(HtmlGridTest::told).toList();
  }

  private static String told(HtmlRow row) {
    return row.cells().stream()
        .map(SourceText::text)
        .collect(Collectors.joining("|", row.head() ? "H " : "", ""));
  }

  /** The cells of a second row beside one that is always the same. */
  private static String row(String cells) {
    return rows("<table><tr><td>Age<td>42<td>46<tr>" + cells + "</table>").get(1);
  }

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

  // --- spans ----------------------------------------------------------------------------------

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

  // --- what shows -----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden",
        "hidden='until-found'",
        "style='display:none'",
        "style='color: red; DISPLAY : None !important'",
        "style='visibility:collapse'",
      })
  void leavesOutWhatIsHidden(String how) {
    assertThat(rows("<table>" + ROWS + "<tr " + how + "><td>x<td>0<td>0</table>"))
        .containsExactly("Age|42|46", "Jobs|7|8");
    assertThat(row("<td>Jobs<td " + how + ">0<td>7<td>8")).isEqualTo("Jobs|7|8");
    assertThat(row("<td>Jobs<td><i " + how + ">0</i>7<td>8")).isEqualTo("Jobs|7|8");
    assertThat(page("<div " + how + "><table>" + ROWS + "</table></div>").grids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "style='display:block'",
        "style='-x-display:none'",
        "style='display'",
        "style='display:'",
        "style='nodisplay:none'",
        "class='sortkeys'",
        "open",
      })
  void keepsWhatShows(String how) {
    assertThat(row("<td>Jobs<td><i " + how + ">7</i><td>8")).isEqualTo("Jobs|7|8");
  }

  @Test
  void keepsThePlaceOfACellWhoseTextIsInvisible() {
    assertThat(row("<td>Jobs<td style='visibility:hidden'>0<td>8")).isEqualTo("Jobs||8");
  }

  @Test
  void readsNeitherSortKeysNorTemplatesNorClosedDialogs() {
    assertThat(row("<td>Jobs<td data-sort-value=9><span class=sortkey>9</span>7<td>8"))
        .isEqualTo("Jobs|7|8");
    assertThat(row("<td>Jobs<td>7<script>0</script><dialog>0</dialog><template>0</template><td>8"))
        .isEqualTo("Jobs|7|8");
    assertThat(page("<template><table>" + ROWS + "</table></template>").grids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sup>1</sup>",
        "<sup>[a]</sup>",
        " <sup>1, 2</sup>",
        "<sup><a href='#n1'>Note 1</a></sup>",
        "<a href='#n1'><sup>1</sup></a>",
        "<a href='#n1'>[1]</a>",
        "<sup class='reference'>note 1</sup>",
        "<sup role='doc-noteref'>n. 1</sup>",
        "<sup>*</sup><sup>†</sup>",
        "<sup><b><sup>b</sup></b></sup>",
      })
  void takesTheMarksOfNotesOutOfACell(String mark) {
    assertThat(row("<td>Bank<td>Citi" + mark + "<td>Wells" + mark + " Fargo"))
        .isEqualTo("Bank|Citi|Wells Fargo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "12 km<sup>2</sup>;12 km2",
        "<a href='#a'>km<sup>2</sup></a>;km2",
        "10<sup>6</sup>;10^6",
        "about <sup>1</sup>/<sub>2</sub>;about 1/2",
        "1<sup>st</sup>;1st",
        "Citi<sup></sup>;Citi",
        "Citi<sup><br>1</sup>;Citi 1",
        "<a href='#a'>Citi</a>;Citi",
        "<a href='#a'><a href='/b'>Citi</a></a>;Citi",
        "<a href='#a'>Citi<p>[1]</p></a>;Citi [1]",
        "Citi <sup>1</sup>Bank;Citi Bank",
      })
  void keepsOtherRaisedTextAndLinks(String cell, String text) {
    assertThat(row("<td>Bank<td>" + cell + "<td>x")).isEqualTo("Bank|" + text + "|x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img alt='Yes'>",
        "<img src=y.png alt=' Yes ' width=16 height=16><img alt='Yes'>",
        "<img alt='' title='Yes'>",
        "<i class='check' aria-label='Yes'></i>",
        "<span title='Yes'></span>",
        "<svg aria-label='Yes'><path/></svg>",
        "<svg><title>Yes</title><text>x</text></svg>",
        "<span role='img' aria-label='Yes'><b></b></span>",
        "<a href='/y'><img alt='Yes'></a>",
        "<p><img alt='Y&#101;s'></p>",
      })
  void letsAnIconSpeakForACellWithoutText(String icon) {
    assertThat(row("<td>Van<td>" + icon + "<td>" + icon + "No")).isEqualTo("Van|Yes|No");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img>",
        "<img alt='photo.JPG'>",
        "<img alt='Plumber at work' width=300>",
        "<img alt='Plumber at work' height='99999999999px'>",
        "<svg><path/></svg>",
        "<svg><title></title></svg>",
        "<b title='Yes'><i></i></b>",
      })
  void takesNoOtherPictureForText(String picture) {
    assertThat(row("<td>Van<td>" + picture + "<td>No")).isEqualTo("Van||No");
  }

  @Test
  void readsTheNameOfASubjectFromItsPicture() {
    assertThat(rows("<table><tr><th><th><img alt='Plumber' width=300><th>Cook" + ROWS + "</table>"))
        .startsWith("H |Plumber|Cook");
    assertThat(page("<table><tr><td><img alt='Menu'><tr><td>x</table>").text().lines()).hasSize(1);
  }

  @Test
  void joinsThePartsOfACellByOneBlankAndStripsNoMarkFromItsFront() {
    assertThat(row("<td>1. FC<td>- 3%<p>+ x</p><br>y<td><ul><li>• one<li>2. two</ul>"))
        .isEqualTo("1. FC|- 3% + x y|• one 2. two");
  }

  // --- tables in tables -----------------------------------------------------------------------

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

    assertThat(grids.stream().map(HtmlGridTest::shown))
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

  // --- bounds ---------------------------------------------------------------------------------

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

  // --- signs without words ---------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<i class=badge></i>",
        "<span class='no-wrap'></span>",
        "<i class='fa fa-user-check'></i>",
        "<i class='yes no'></i>",
        "<svg><use href='#tick'/></svg>",
        "<img src=tick.png>",
        "<p><img src=tick.png></p>",
        "<input type=checkbox>",
        "<input type=Radio>"
      })
  void tellsOfASignThatNothingPutsIntoWords(String sign) {
    String html = "<table><tr><td>Bell<td>" + sign + "<td>No" + ROWS + "</table>";

    assertThat(page(html).wordless())
        .extracting(signs -> signs.rows() + " " + signs.first())
        .containsExactly("1 Bell");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<i></i>",
        "<i class=tick></i> Yes",
        "<img alt=Yes src=tick.png>",
        "<img src=dot.gif width=1 height=1>",
        "<i class=tick title=Yes></i>",
        "<input type=hidden>",
        "<img src=photo.jpg width=300>"
      })
  void tellsOfNoOtherSigns(String cell) {
    assertThat(page("<table><tr><td>Bell<td>" + cell + "<td>No" + ROWS + "</table>").wordless())
        .isEmpty();
    assertThat(page("<p>" + cell + "<p>").wordless()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fas fa-check text-success, ✓",
    "fa-solid fa-circle-check, ✓",
    "dashicons dashicons-yes-alt, ✓",
    "Icon-Tick, ✓",
    "bi bi-x-lg, ✗",
    "fa fa-times, ✗",
    "dashicons dashicons-no, ✗",
    "icon icon_cross, ✗",
    "xmark, ✗"
  })
  void readsTheSignThatAClassNames(String kind, String sign) {
    String cell = "<td><i class='" + kind + "'></i>";

    assertThat(row("<td>Bell" + cell + cell + " 7")).isEqualTo("Bell|" + sign + "|7");
    assertThat(page("<table>" + ROWS + "<tr><td>Bell" + cell + cell + "</table>").wordless())
        .isEmpty();
  }

  @Test
  void provesTheSignOfAClassByTheClass() {
    String html = "<table>" + ROWS + "<tr><td>Bell<td><i class='fa fa-check'></i><td>No</table>";
    SourceText sign = page(html).grids().get(0).rows().get(2).cells().get(1);

    assertThat(html.substring(sign.span().start(), sign.span().end())).isEqualTo("fa fa-check");
  }

  @ParameterizedTest
  @CsvSource({
    "material-icons, check, ✓",
    "material-symbols-outlined, ' check_circle ', ✓",
    "mat-icon material-icons, done, ✓",
    "material-icons-round, close, ✗",
    "material-icons, cancel, ✗",
    "material-icons, expand_more, expand_more",
    "material-icons, no_check, no_check",
    "material, close, close"
  })
  void readsTheSignThatAFontDrawsForAWord(String kind, String word, String read) {
    String icon = "<td><i class='" + kind + "'>" + word + "</i>";

    assertThat(row("<td>Bell" + icon + "<td>loud " + icon + " 7"))
        .isEqualTo("Bell|" + read + "|loud|" + read + " 7");
  }

  @Test
  void provesTheSignOfAFontByItsWord() {
    String html =
        "<table>" + ROWS + "<tr><td>Bell<td><i class=material-icons>close</i><td>No</table>";
    SourceText sign = page(html).grids().get(0).rows().get(2).cells().get(1);

    assertThat(html.substring(sign.span().start(), sign.span().end())).isEqualTo("close");
  }

  // --- elements that are built alike -----------------------------------------------------------

  @Test
  void takesNoPartsOfAPageSideBySideForCells() {
    String part = "<div><h4>Dafür</h4><ul><li>leise</li></ul></div>";
    String other = "<div><b>Dagegen</b><ul><li>teuer</li></ul></div>";
    String pair = "<div>" + part + other + "</div>";

    assertThat(alike(pair)).doesNotContain("Dafür leise|Dagegen teuer");
    assertThat(alike(pair.replace(other, "<div>teuer</div>"))).contains("Dafür leise|teuer");
  }

  private static List<String> alike(String row) {
    return page("<section>" + row + row + "</section>").alike().stream()
        .flatMap(grid -> shown(grid).stream())
        .toList();
  }

  @Test
  void tellsOnceOfTheSignsOfATable() {
    String sign = "<img src=tick.png>";
    String row = "<tr><td>Bell<td>" + sign + "<td>" + sign;
    String html = "<table>" + ROWS + row + row + "</table>";

    assertThat(page(html).wordless())
        .extracting(Wordless::rows, signs -> signs.place().start(), signs -> signs.place().end())
        .containsExactly(tuple(2, html.indexOf(sign), html.lastIndexOf(sign) + sign.length()));
  }

  @Test
  void readsTheTitleAroundASignAndABoxThatIsTicked() {
    assertThat(
            row(
                "<td>Bell<td><span title='Yes'><i class=ok></i></span><td>"
                    + "<input type=checkbox checked>"))
        .isEqualTo("Bell|Yes|checked");
    assertThat(
            row(
                "<td>Bell<td><span role=img aria-label='4 of 5'><svg><title>star</title></svg>"
                    + "</span><td>3 of 5"))
        .isEqualTo("Bell|4 of 5|3 of 5");
  }
}
