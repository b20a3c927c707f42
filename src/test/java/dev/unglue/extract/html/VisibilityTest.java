package dev.unglue.extract.html;

import static dev.unglue.extract.html.HtmlGrids.ROWS;
import static dev.unglue.extract.html.HtmlGrids.page;
import static dev.unglue.extract.html.HtmlGrids.row;
import static dev.unglue.extract.html.HtmlGrids.rows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibilityTest {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".x{display:none}",
        "p{color:red}#no,tr.x , td.x, i.x{ color:red; display : none !important }",
        "@import url(a.css);/* .x{display:block} */.x{visibility:collapse}",
        "@media print{.y{color:red}@supports (top:0){.z{top:0}}}.x{display:none}.x:hover{display:block}",
      })
  void leavesOutWhatAStyleOfThePageHides(String sheet) {
    String style = "<style>" + sheet + "</style>";

    assertThat(rows(style + "<table>" + ROWS + "<tr class=x><td>x<td>0<td>0</table>"))
        .containsExactly("Age|42|46", "Jobs|7|8");
    assertThat(row("<td>Jobs<td class='wide x'>0<td>7<td>8" + style)).isEqualTo("Jobs|7|8");
    assertThat(row("<td>Jobs<td><i class=x>0</i>7<td>8" + style)).isEqualTo("Jobs|7|8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".x{color:none}",
        ".xy,b.x{display:none}",
        "@media print{.x{display:none}}",
        "@media print{@supports (top:0){.y{top:0}}.x{display:none}}",
        ".x{display:none}@media (min-width:9em){.x{display:table-row}}",
        ".x{display:none}tr.x.x{visibility:visible}",
        ".x::before{display:none}",
        "/* .x{display:none}",
        ".x{display:none",
        "}.x{",
        "{display:none}",
        "/{display:none}",
        ",{display:none}",
        "[{display:none}",
      })
  void keepsWhatTheStylesOfThePageMayShow(String sheet) {
    String style = "<style>" + sheet + "</style>";

    assertThat(rows(style + "<table>" + ROWS + "<tr class=x><td>Pay<td>1<td>2</table>"))
        .containsExactly("Age|42|46", "Jobs|7|8", "Pay|1|2");
  }

  @Test
  void keepsThePlaceOfACellThatAStyleOfThePageMakesInvisible() {
    assertThat(row("<td>Jobs<td class=x>0<td>8<style>.x{visibility:hidden}</style>"))
        .isEqualTo("Jobs||8");
  }

  @Test
  void leavesOutATableButNoOtherPartThatAStyleOfThePageHides() {
    String style = "<style>.x{display:none}</style>";

    assertThat(page(style + "<table class=x>" + ROWS + "</table>").grids()).isEmpty();
    assertThat(rows(style + "<div class=x><table>" + ROWS + "</table></div>"))
        .containsExactly("Age|42|46", "Jobs|7|8");
  }

  @Test
  void looksAtTheFirstRulesOfAPageAlone() {
    String sheet = ".y{display:none}".repeat(200) + ".x{display:none}";

    assertThat(rows("<style>" + sheet + "</style><table>" + ROWS + "<tr class=x><td>Pay<td>1<td>2"))
        .containsExactly("Age|42|46", "Jobs|7|8", "Pay|1|2");
  }
}
