package dev.unglue.extract.html;

import static dev.unglue.extract.html.HtmlGrids.ROWS;
import static dev.unglue.extract.html.HtmlGrids.page;
import static dev.unglue.extract.html.HtmlGrids.row;
import static dev.unglue.extract.html.HtmlGrids.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordlessTest {
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
