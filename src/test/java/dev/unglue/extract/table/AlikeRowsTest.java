package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that style sheets draw as a table are read as one where they name the subjects. */
class AlikeRowsTest {
  private static final String TITLE = "<h1>Kiln vs Wheel</h1>";
  private static final List<String> TOLD =
      List.of(
          "Kiln Glaze red",
          "Kiln Power 9 kW",
          "Kiln Weight 90 kg",
          "Wheel Glaze blue",
          "Wheel Power 40 W",
          "Wheel Weight 60 kg");

  private static List<String> told(String html) {
    return Told.of("text/html", TITLE + html);
  }

  @Test
  void readsRowsOfElementsBelowARowOfTheNames() {
    assertThat(
            told(
                "<ul><li><span>Spec</span><span>Kiln</span><span>Wheel</span></li>"
                    + "<li><span>Glaze</span><span>red</span><span>blue</span></li>"
                    + "<li><span>Power</span><span>9 kW</span><span>40 W</span></li>"
                    + "<li><span>Weight</span><span>90 kg</span><span>60 kg</span></li></ul>"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsLabelsThatStandBetweenTheCells() {
    assertThat(
            told(
                "<div><div><b>Kiln</b><b>vs</b><b>Wheel</b></div><div><i>red</i><i>Glaze</i>"
                    + "<i>blue</i></div><h2>Use</h2><div><i>9 kW</i><i>Power</i><i>40 W</i></div>"
                    + "<div><i>90 kg</i><i>Weight</i><i>60 kg</i></div></div>"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsRowsBesideBarsThatAStyleSheetDraws() {
    String row =
        "<div><p><i>%s</i><i>%s</i><i>%s</i></p><p><u style='width:9%%'></u><u></u></p></div>";
    assertThat(
            told(
                "<div><div><b>Kiln</b><b>vs</b><b>Wheel</b></div>"
                    + row.formatted("red", "Glaze", "blue")
                    + row.formatted("9 kW", "Power", "40 W")
                    + row.formatted("90 kg", "Weight", "60 kg")
                    + "</div>"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsAColumnOfLabelsAndOneBelowEachName() {
    String column = "<div><p>%s</p><p>%s</p><p>%s</p><p>%s</p></div>";
    assertThat(
            told(
                "<div>"
                    + column.formatted("", "Glaze", "Power", "Weight")
                    + column.formatted("Kiln", "red", "9 kW", "90 kg")
                    + column.formatted("Wheel", "blue", "40 W", "60 kg")
                    + "</div>"))
        .isEqualTo(TOLD);
  }

  @Test
  void readsACardForEachSubjectWhicheverComesFirst() {
    assertThat(
            told(
                "<div><h2>Kiln</h2><p><b>red</b><i>Glaze</i></p><p><b>9 kW</b><i>Power</i></p>"
                    + "<p><b>90 kg</b><i>Weight</i></p></div><div><h2>Wheel</h2><ul>"
                    + "<li><b>Glaze</b><i>blue</i></li><li><b>Power</b><i>40 W</i></li>"
                    + "<li><b>Weight</b><i>60 kg</i></li></ul></div>"))
        .isEqualTo(TOLD);
  }

  @Test
  void takesNoCardWhereOneSubjectHasNoneAndNothingThatTheTitleDoesNotName() {
    assertThat(
            told(
                "<div><h2>Kiln</h2><p><b>9 kW</b><i>Power</i></p><p><b>90 kg</b><i>Weight</i></p>"
                    + "</div>"))
        .isEmpty();
    assertThat(
            told(
                "<ul><li><a>Home</a><a>News</a><a>Shop</a></li><li><a>Pans</a><a>Pots</a>"
                    + "<a>Cups</a></li><li><a>Help</a><a>Jobs</a><a>Press</a></li></ul>"))
        .isEmpty();
  }

  @Test
  void leavesLongPartsAndRowsWithTextOfTheirOwnToTheLines() {
    String part = "<div><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p></div>";
    assertThat(
            told(
                "<div><div><b>A</b><b>Kiln</b><b>Wheel</b></div><div>"
                    + part.repeat(3)
                    + "</div>"
                    + "<div>"
                    + part.repeat(3)
                    + "</div></div>"))
        .isEmpty();
    assertThat(
            told(
                "<div><div>or <b>A</b><b>Kiln</b><b>Wheel</b></div><div>or <b>B</b><b>1</b><b>2</b>"
                    + "</div><div>or <b>C</b><b>3</b><b>4</b></div></div>"))
        .isEmpty();
  }

  @Test
  void readsRowsThatStandInGroups() {
    String row = "<div><i>%s</i><i>%s</i><i>%s</i></div>";
    String head = row.formatted("", "Kiln", "Wheel");
    String body =
        row.formatted("Glaze", "red", "blue")
            + row.formatted("Power", "9 kW", "40 W")
            + row.formatted("Weight", "90 kg", "60 kg");
    String end = "<p>That is all.</p>";

    assertThat(told("<div><div>" + head + "</div><div>" + body + "</div></div>" + end))
        .isEqualTo(TOLD);
    assertThat(told("<div>" + head + "<div>" + body + "</div></div>" + end)).isEqualTo(TOLD);
  }

  @Test
  void takesNoMenuForTheHeadOfGroups() {
    String card = "<div><h2>%s</h2><p>%s</p><a>Apply</a></div>";

    assertThat(
            told(
                "<div><ul><li>Home</li><li>Glaze</li><li>About</li></ul><p>Read on.</p><div>"
                    + card.formatted("Kiln", "Best of all")
                    + card.formatted("Wheel", "Next best")
                    + "</div></div>"))
        .isEmpty();
  }

  @Test
  void readsCellsThatTheirLooksAlonePartIntoRows() {
    String row = "<b class=l>%s</b><b class=c>%s</b><b class=c>%s</b>";

    assertThat(
            told(
                "<div><b class=h></b><b class=h>Kiln</b><b class=h>Wheel</b><b class=all>Main</b>"
                    + row.formatted("Glaze", "red", "blue")
                    + row.formatted("Power", "9 kW", "40 W")
                    + row.formatted("Lid", "", "iron")
                    + "<b class=all>More</b>"
                    + row.formatted("Weight", "90 kg", "60 kg")
                    + "</div><p>That is all.</p>"))
        .containsExactly(
            "Kiln Glaze red",
            "Kiln Power 9 kW",
            "Kiln Weight 90 kg",
            "Wheel Glaze blue",
            "Wheel Lid iron",
            "Wheel Power 40 W",
            "Wheel Weight 60 kg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"class='grid grid-cols-3'", "style='grid-template-columns: repeat(3, 1fr)'"})
  void readsCellsAllAlikeWhereTheirLookTellsTheColumns(String look) {
    String cells =
        "<p>Kiln</p><p>Wheel</p><p>Glaze</p><p>red</p><p>blue</p><p>Power</p><p>9 kW</p><p>40 W</p>"
            + "<p>Lid</p><p><svg aria-label=Yes></svg></p><p><svg aria-label=No></svg></p>";
    List<String> read =
        List.of(
            "Kiln Glaze red",
            "Kiln Lid Yes",
            "Kiln Power 9 kW",
            "Wheel Glaze blue",
            "Wheel Lid No",
            "Wheel Power 40 W");

    assertThat(told("<div " + look + "><p></p>" + cells + "</div>")).isEqualTo(read);
    assertThat(told("<div " + look + ">" + cells + "</div>")).isEqualTo(read);
    assertThat(told("<div " + look + "><p>Tools</p><p></p>" + cells + "</div>"))
        .doesNotContain("Kiln Lid Yes", "Wheel Lid Yes");
  }

  @ParameterizedTest
  @CsvSource({
    "<li>%s <span>%s</span></li>",
    "<li><b>%s</b> %s</li>",
    "<li>%s<strong>%s</strong></li>",
    "<li><strong>%s</strong> – %s</li>",
    "<li>%s – <strong>%s</strong></li>",
    "<li><small>%s</small> %s</li>"
  })
  void readsALabelBesideTheElementOfItsValueOrTheOtherWayRound(String item) {
    String card = "<div><h5>%s</h5><ul>" + item.repeat(3) + "</ul><a href='/more'>More</a></div>";

    assertThat(
            told(
                card.formatted("Kiln", "Glaze", "red", "Power", "9 kW", "Weight", "90 kg")
                    + card.formatted("Wheel", "Glaze", "blue", "Power", "40 W", "Weight", "60 kg")))
        .isEqualTo(TOLD);
    assertThat(
            told(
                card.formatted("Kiln", "Hot", "as it", "Slow", "to cool", "Loud", "at night")
                    + card.formatted("Wheel", "Fast", "to use", "Wet", "clay", "Kind", "of fun")))
        .isEmpty();
  }

  @Test
  void readsACardOfLabelsAndOneOfValuesForEachName() {
    String card =
        "<section><div><h4>%s</h4><ul><li>%s</li><li>%s</li><li>%s</li></ul></div></section>";
    String cards =
        card.formatted("Kiln", "red", "9 kW", "90 kg")
            + card.formatted("Wheel", "blue", "40 W", "60 kg");

    assertThat(
            told(
                "<div>"
                    + card.formatted("Features", "Glaze", "Power", "Weight")
                    + cards
                    + "</div>"))
        .isEqualTo(TOLD);
    assertThat(
            told(
                "<div>"
                    + card.formatted("Why we test", "Rigour", "Time", "Fun")
                    + cards
                    + "</div>"))
        .isEmpty();
  }

  @Test
  void takesNoPriceForALabel() {
    String plan =
        "<section><h3>%s</h3><p><b>$%s</b><i>/month</i></p><ul><li>One lid</li><li>Shelf</li></ul>"
            + "<p>Buy</p></section>";

    assertThat(told(plan.formatted("Kiln", 5) + plan.formatted("Wheel", 7))).isEmpty();
  }

  @Test
  void readsANameAndAValueEachBelowTheirLabel() {
    String pair = "<div><i>%s</i><u style='width:9%%'></u><b>%s</b></div>";
    String label = "<section><h3>%s</h3><div>%s%s</div></section>";

    assertThat(
            told(
                label.formatted(
                        "Glaze", pair.formatted("Kiln", "red"), pair.formatted("Wheel", "blue"))
                    + label.formatted(
                        "Power", pair.formatted("Wheel", "40 W"), pair.formatted("Kiln", "9 kW"))
                    + "<p>So much for now.</p>"
                    + "<button>Weight</button><dl><dt>Kiln</dt><dd>90 kg</dd><dt>Wheel</dt><dd>60 kg</dd></dl>"))
        .isEqualTo(TOLD);
    assertThat(
            told(
                label.formatted(
                    "Glaze", pair.formatted("Kiln", "red"), pair.formatted("Wheel", "blue"))))
        .isEmpty();
  }

  @Test
  void readsCardsBelowAHeadingOfAGroup() {
    String card =
        "<aside><h2>%s</h2><section><h2>Facts</h2><div><h3>Glaze</h3><p>%s</p></div><div><h3>Power</h3>"
            + "<p>%s</p></div><div><h3>Weight</h3><p>%s</p></div></section></aside>";

    assertThat(
            told(
                card.formatted("Kiln", "red", "9 kW", "90 kg")
                    + card.formatted("Wheel", "blue", "40 W", "60 kg")))
        .isEqualTo(TOLD);
  }

  @Test
  void readsLabelsWithTheirValuesOnTheNextLine() {
    String card =
        "<div><h3>%s</h3><p><strong>Glaze</strong><br>%s</p><p><strong>Power:</strong><br>%s</p>"
            + "<p><strong>Weight</strong><br>%s</p></div>";

    assertThat(
            told(
                card.formatted("Kiln", "red", "9 kW", "90 kg")
                    + card.formatted("Wheel", "blue", "40 W", "60 kg")))
        .isEqualTo(TOLD);
    String prose = "and so it goes on, for it is a paragraph of some length, ".repeat(4);
    assertThat(
            told(
                card.formatted("Kiln", prose, "9 kW", "90 kg")
                    + card.formatted("Wheel", prose, "40 W", "60 kg")))
        .isEmpty();
  }

  @Test
  void readsFieldsOfAForm() {
    String field =
        "<fieldset><legend>%s</legend><label>Glaze</label> <output>%s</output><br><label>Power</label>"
            + " <output>%s</output><br><label>Weight</label> <output>%s</output><br></fieldset>";

    assertThat(
            told(
                field.formatted("Kiln", "red", "9 kW", "90 kg")
                    + field.formatted("Wheel", "blue", "40 W", "60 kg")))
        .isEqualTo(TOLD);
  }

  @Test
  void leavesOutTheCopiesOfSlides() {
    String slide =
        "<div%s><h3>%s</h3><dl><dt>Glaze</dt><dd>%s</dd><dt>Power</dt><dd>%s</dd></dl></div>";
    String copy = " class='slide slide-cloned' aria-hidden=true";

    assertThat(
            told(
                slide.formatted(copy, "Wheel", "blue", "40 W")
                    + slide.formatted("", "Kiln", "red", "9 kW")
                    + slide.formatted("", "Wheel", "blue", "40 W")
                    + slide.formatted(copy, "Kiln", "red", "9 kW")))
        .containsExactly(
            "Kiln Glaze red", "Kiln Power 9 kW", "Wheel Glaze blue", "Wheel Power 40 W");
  }

  // --- what stands between the names and the cells ---------------------------------------------

  @Test
  void readsRowsBelowNamesWithButtonsBesideThem() {
    String head = "<div><p></p><div><h3>Kiln</h3>%1$s</div><div><h3>Wheel</h3>%1$s</div></div>";
    String row = "<div><p>%s</p><p>%s</p><p>%s</p></div>";
    String rows =
        row.formatted("Glaze", "red", "blue")
            + row.formatted("Power", "9 kW", "40 W")
            + row.formatted("Weight", "90 kg", "60 kg");

    assertThat(told("<div>" + head.formatted("<button>Try it</button>") + rows + "</div>"))
        .isEqualTo(TOLD);
    assertThat(told("<div>" + head.formatted(" <a class=btn>Buy</a> now") + rows + "</div>"))
        .isEmpty();
  }

  @Test
  void readsCardsWithAButtonBelowEachName() {
    String card =
        "<div><h2>%s</h2><a href='/buy'>Buy</a><small>from the maker</small><p><b>Glaze</b><i>%s</i>"
            + "</p><p><b>Power</b><i>%s</i></p><p><b>Weight</b><i>%s</i></p></div>";
    String cards =
        card.formatted("Kiln", "red", "9 kW", "90 kg")
            + card.formatted("Wheel", "blue", "40 W", "60 kg");
    String foot = "<ul><li><b>Maps</b><i>Ways here</i></li><li><b>Jobs</b><i>All</i></li></ul>";

    assertThat(told(cards + foot)).isEqualTo(TOLD);
    assertThat(told(cards.replace("Buy", "Buy what is good for many years to come, and then more")))
        .isEmpty();
  }

  @Test
  void readsCardsWithAButtonBesideEachName() {
    String card =
        "<div><div><a>%s</a> <a>Buy</a></div><div><p><b>Glaze</b><i>%s</i></p>"
            + "<p><b>Power</b><i>%s</i></p><p><b>Weight</b><i>%s</i></p></div></div>";

    assertThat(
            told(
                card.formatted("Kiln", "red", "9 kW", "90 kg")
                    + card.formatted("Wheel", "blue", "40 W", "60 kg")))
        .isEqualTo(TOLD);
  }

  @Test
  void readsRowsWithBarsAmongTheirCells() {
    String row =
        "<p><b class='v l'>%s</b><u class='bar l'></u><i>%s</i><u class='bar r'></u>"
            + "<b class='v r'>%s</b></p>";
    String head = "<p><b>Kiln</b><i>vs</i><b>Wheel</b></p>";
    String rows = row.formatted("red", "Glaze", "blue") + row.formatted("9 kW", "Power", "40 W");

    assertThat(told("<div>" + head + rows + row.formatted("90 kg", "Weight", "60 kg") + "</div>"))
        .isEqualTo(TOLD);
    assertThat(told("<div>" + head + rows + row.formatted("", "Weight", "60 kg") + "</div>"))
        .contains("Wheel Weight 60 kg")
        .noneMatch(cell -> cell.startsWith("Kiln Weight"));
  }

  @Test
  void readsLabelsAboveTheirValuesInSections() {
    String row = "<div><p>%s</p><div><i>%s</i><i>%s</i></div></div>";

    assertThat(
            told(
                "<div><div><b>Kiln</b><b>Wheel</b></div><h2>Looks</h2>"
                    + row.formatted("Glaze", "red", "blue")
                    + "<h2>Use</h2>"
                    + row.formatted("Power", "9 kW", "40 W")
                    + row.formatted("Weight", "90 kg", "60 kg")
                    + "</div>"))
        .isEqualTo(TOLD);
  }

  // --- pictures --------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "<svg role=img aria-label=Yes><path d='M1'/></svg>, Yes",
    "<svg><title>Yes</title><path d='M1'/></svg>, Yes",
    "<img src=a.png alt=Yes>, Yes",
    "<i class='fas fa-check'></i>, ✓",
    "<u><span class='icon icon-yes'></span></u>, ✓",
    "<span title=Yes></span>, Yes",
    "<i class=material-icons>done</i>, ✓",
    "<input type=checkbox checked>, checked",
    "<i class='icon-on'></i><span>Yes</span>, Yes"
  })
  void readsPicturesInCellsWithoutWords(String picture, String read) {
    String row = "<div><p>%s</p><p>%s</p><p>%s</p></div>";
    String lid = row.formatted("Lid", picture, "none");
    String end = row.formatted("Glaze", "red", "blue");

    assertThat(told("<div>" + row.formatted("", "Kiln", "Wheel") + lid + end + "</div>"))
        .containsExactly(
            "Kiln Glaze red", "Kiln Lid " + read, "Wheel Glaze blue", "Wheel Lid none");
    assertThat(told(card("Kiln", picture) + card("Wheel", "none")))
        .containsExactly("Kiln Glaze red", "Kiln Lid " + read, "Wheel Glaze red", "Wheel Lid none");
  }

  private static String card(String name, String lid) {
    String row = "<p><b>%s</b><i>%s</i></p>";
    return "<div><h2>"
        + name
        + "</h2>"
        + row.formatted("Lid", lid)
        + row.formatted("Glaze", "red")
        + "</div>";
  }

  @Test
  void readsAPictureBehindTheColonOfALabel() {
    String card = "<h2>%s</h2><p>Lid: %s</p><p>Glaze: red</p>";
    String tick = "<i class='fa fa-check'></i>";

    assertThat(told(card.formatted("Kiln", tick) + card.formatted("Wheel", "none")))
        .containsExactly("Kiln Glaze red", "Kiln Lid ✓", "Wheel Glaze red", "Wheel Lid none");
    assertThat(told(card.formatted("Kiln", tick + " of clay") + card.formatted("Wheel", "none")))
        .contains("Kiln Lid of clay");
    assertThat(told(card.formatted("Kiln", tick + tick) + card.formatted("Wheel", "none")))
        .doesNotContain("Kiln Lid ✓");
  }

  @Test
  void tellsOfPicturesWithoutWordsInRowsThatItReads() {
    String row = "<div><p>%s</p><p>%s</p><p>%s</p></div>";
    String lid = row.formatted("Lid", "<i class=on></i>", "<i class=off></i>");
    String glaze = row.formatted("Glaze", "red", "blue");
    String head = row.formatted("", "Kiln", "Wheel");

    assertThat(kept("<div>" + head + lid + lid + glaze + "</div>"))
        .containsExactly(
            "signs without words stand in cells: expected text, an alt or a title, found none in 2"
                + " of the rows, first in \"Lid\", at page 76..166; kept as it came");
    assertThat(kept("<div>" + lid + lid + glaze + "</div>"))
        .noneMatch(why -> why.startsWith("signs"));
  }

  private static List<String> kept(String html) {
    CaptureRef ref =
        new CaptureRef("test", "page", null, null, "0".repeat(64), "text/html", "page", 0, null);
    return TestCatalogue.parser()
        .parse(new Capture(ref, TITLE + html, List.of()))
        .quarantine()
        .stream()
        .map(Quarantined::message)
        .toList();
  }
}
