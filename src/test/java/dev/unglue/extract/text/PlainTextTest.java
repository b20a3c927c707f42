package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @Test
  void readsEachKindOfLineWithItsPlace() {
    String text =
        "# Cook vs baker ##\r\n\r\nA cook heats.\f\t• Chop onions\n| a | b | |\n \u00a0\n";
    PageText page = Captures.lines(Captures.plain(text));

    assertThat(shown(page))
        .containsExactly(
            "HEADING Cook vs baker",
            "PLAIN A cook heats.",
            "ITEM Chop onions",
            "TABLE | a | b | |");
    assertPlaces(page, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"• one", "•one", "- one", "* one", "+ one", "1. one", "12) one", "– one", "◦ one"})
  void stripsTheMarkOfAnItem(String line) {
    assertThat(shown(Captures.lines(Captures.plain(line)))).containsExactly("ITEM one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-3%;PLAIN",
        "-;PLAIN",
        "#1 cook;PLAIN",
        "1.5 years;PLAIN",
        "Cook vs Baker | Jobs;PLAIN",
        "a | b | c;TABLE",
        "a | b |;TABLE",
        "|cell;TABLE",
        "cell|;TABLE",
      })
  void keepsWhatCarriesNoMark(String line, Line.Kind kind) {
    assertThat(Captures.lines(Captures.plain(line)).lines())
        .singleElement()
        .satisfies(read -> assertThat(read.kind()).isEqualTo(kind))
        .satisfies(read -> assertThat(read.text()).hasToString(line));
  }

  @Test
  void takesTabsForTheCellsOfATableButNotOneInAParagraph() {
    PageText page = Captures.lines(Captures.plain("Age\t42\t46\nAge\t42\nA cook\theats food."));

    assertThat(page.lines())
        .extracting(Line::kind)
        .containsExactly(Line.Kind.TABLE, Line.Kind.TABLE, Line.Kind.PLAIN);
  }

  @Test
  void makesAHeadingOfAnUnderlinedLine() {
    PageText page =
        Captures.lines(Captures.plain("Cook vs baker\n=====\nText\n***\n\n-----\n\n* x\n---"));

    assertThat(shown(page)).containsExactly("HEADING Cook vs baker", "HEADING Text", "ITEM x");
  }

  @Test
  void joinsAParagraphThatWasWrapped() {
    String text =
        """
        A baker makes bread and cakes from flour, water and salt in an oven
        that is hot. Bakers get up early in the morning, for the bread must
        be ready when the shop opens. A baker should like order and be
        patient.
        """;
    PageText page = Captures.lines(Captures.plain(text));

    assertThat(page.lines()).hasSize(1);
    assertPlaces(page, text);
  }

  @Test
  void leavesLinesApartThatAWrapperWouldHaveJoined() {
    String text =
        "Yearly salary$34,920$43,251\nHourly rate$16.79$20.79\n" + "Most common degree".repeat(4);
    String two = "x".repeat(60) + ".\nHere begins another paragraph";

    assertThat(Captures.lines(Captures.plain(text)).lines()).hasSize(3);
    assertThat(Captures.lines(Captures.plain(two)).lines()).hasSize(2);
    assertThat(Captures.lines(Captures.plain(two.replace('.', ','))).lines()).hasSize(1);
  }

  @Test
  void readsLinksAndEmphasisAsTheirText() {
    String text = "A **[loan officer](https://example.org/a \"x\")** is ![logo](l.png)kind \\_ `c`";
    PageText plain = Captures.lines(Captures.plain(text));
    PageText markdown = Captures.lines(Captures.of(text, "text/markdown"));

    assertThat(shown(plain)).containsExactly("PLAIN A loan officer is kind \\_ `c`");
    assertThat(shown(markdown)).containsExactly("PLAIN A loan officer is kind _ c");
    Span place = markdown.lines().get(0).text().slice(2, 14).span();
    assertThat(text.substring(place.start(), place.end())).isEqualTo("loan officer");
  }

  @Test
  void dropsALineThatHoldsAnImageAlone() {
    assertThat(Captures.lines(Captures.plain("![a](b)")).lines()).isEmpty();
    assertThat(Captures.lines(Captures.plain("")).lines()).isEmpty();
  }

  @Test
  void marksTheLinesOfATableThatAReaderFound() {
    PageText page = Captures.lines(Captures.plain("one\ntwo\nthree\nfour"));

    assertThat(shown(page.withTables(List.of(new Span(14, 18), new Span(4, 13)))))
        .containsExactly("PLAIN one", "TABLE two", "TABLE three", "TABLE four");
    assertThat(shown(page.withTables(List.of(new Span(4, 6))))).contains("PLAIN two");
  }

  @Test
  void readsALineOfAMillionCharacters() {
    String text = "a b\t".repeat(250_000);

    assertThat(Captures.lines(Captures.plain(text)).lines()).hasSize(1);
  }

  @Test
  void readsAnyCharactersAtTheirPlace() {
    Random random = new Random(7);
    String alphabet = "ab |#*-•\t\n\r\f=1.\u00a0\u200f\ud83d\ude00](![)";
    for (int page = 0; page < 500; page++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 120; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (text.indexOf("](") < 0 && text.indexOf("**") < 0) {
        assertPlaces(Captures.lines(Captures.plain(text.toString())), text.toString());
      }
    }
  }

  @Test
  void leavesOutTheMarksOfAQuotedMail() {
    String text = "See below.\n\n> Kiln vs wheel\n>\n>> Item | Kiln | Wheel\n> 9 kW\n";
    PageText page = Captures.lines(Captures.plain(text));

    assertThat(shown(page))
        .containsExactly(
            "PLAIN See below.", "PLAIN Kiln vs wheel", "TABLE Item | Kiln | Wheel", "PLAIN 9 kW");
    assertPlaces(page, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"> Kiln\n> Wheel", "> 5 kg\n> 7 kg\n> 9 kg", "Weight\n> 5 kg\n> 7 kg"})
  void keepsMarksThatMayMeanMoreThan(String text) {
    assertThat(texts(text)).isEqualTo(text);
  }

  @Test
  void joinsAWrappedParagraphThatIsQuoted() {
    String text =
        "> A kiln is an oven that reaches more than a thousand\n"
            + "> degrees, hot enough for clay to turn into stone, and\n"
            + "> a wheel is a plate on which a lump of clay is formed.\n";
    assertThat(shown(Captures.lines(Captures.plain(text))))
        .containsExactly(
            "PLAIN A kiln is an oven that reaches more than a thousand degrees, hot enough for"
                + " clay to turn into stone, and a wheel is a plate on which a lump of clay is"
                + " formed.");
  }

  @Test
  void leavesOutTheNumbersOfLinksAndKeepsCellsInTheirColumns() {
    assertThat(
            texts(
                "#[1]feed [2]Home [3]Log in\n"
                    + "         [5]Kiln    [6]Wheel\n"
                    + "   Power [7]9 kW    0.4 kW\n"))
        .isEqualTo(
            "#feed Home Log in\n" + "         Kiln       Wheel\n" + "   Power 9 kW       0.4 kW\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]Kiln",
        "[2]Kiln [1]Wheel",
        "[1] Kiln [2] Wheel",
        "Power[1] 9 kW\n[1]By hand\n[2]By foot",
        "[1](/a) [2](/b)",
        "[1]: /a\n[2]: /b",
        "[2019]Kiln [2020]Wheel",
      })
  void keepsOtherNumbersInBrackets(String text) {
    assertThat(texts(text)).isEqualTo(text);
  }

  private static String texts(String text) {
    return String.join("\n", PlainText.lines(text).stream().map(SourceText::text).toList());
  }

  private static List<String> shown(PageText page) {
    return page.lines().stream().map(line -> line.kind() + " " + line.text()).toList();
  }

  private static void assertPlaces(PageText page, String text) {
    for (Line line : page.lines()) {
      Span span = line.text().span();
      String source = text.substring(span.start(), span.end());
      assertThat(plain(source)).isEqualTo(plain(line.text().text()));
    }
  }

  /** As it is compared: nothing that nobody sees, one kind of blank. */
  private static String plain(String text) {
    return text.replace("\u200f", "").replace('\u00a0', ' ');
  }
}
