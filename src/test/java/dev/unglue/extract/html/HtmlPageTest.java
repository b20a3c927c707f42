package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static PageText read(String html) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document page = parser.parseInput(html, "");
    return HtmlPage.of(page, html).text();
  }

  private static List<String> shown(String html) {
    return read(html).lines().stream().map(line -> line.kind() + " " + line.text()).toList();
  }

  @Test
  void readsBlocksAsLines() {
    String html =
        """
        <!doctype html><html><head><title>Cook vs baker</title><style>p {}</style></head>
        <body><nav>Home</nav><h2>A <b>cook</b></h2>
        <p>Cooks   &amp; bakers<br>bake.</p><script>no()</script><noscript>no</noscript>
        <ul><li>Chop<p>Every day.</p></li><li><p>Stir</p></li><li></li><li>•&nbsp;Boil</li></ul>
        <p>• Fry</p><div>loose <p>inner</p> rest</div></body></html>
        """;

    assertThat(shown(html))
        .containsExactly(
            "HEADING Cook vs baker",
            "PLAIN Home",
            "HEADING A cook",
            "PLAIN Cooks & bakers",
            "PLAIN bake.",
            "ITEM Chop",
            "PLAIN Every day.",
            "ITEM Stir",
            "ITEM Boil",
            "ITEM Fry",
            "PLAIN loose",
            "PLAIN inner",
            "PLAIN rest");
  }

  @Test
  void tellsWhereEachCharacterStands() {
    String html = "<p>Bachelor&#39;s &amp; more&nbsp;&copy &bogus; &#x1F600;</p>";
    Line line = read(html).lines().get(0);

    assertThat(line.text()).hasToString("Bachelor's & more\u00a0© &bogus; \ud83d\ude00");
    assertThat(source(html, line, 8, 9)).isEqualTo("&#39;");
    assertThat(source(html, line, 17, 18)).isEqualTo("&nbsp;");
    assertThat(source(html, line, 18, 19)).isEqualTo("&copy");
    assertThat(source(html, line, 20, 27)).isEqualTo("&bogus;");
    assertThat(source(html, line, 28, 30)).isEqualTo("&#x1F600;");
  }

  private static String source(String html, Line line, int from, int to) {
    Span span = line.text().slice(from, to).span();
    return html.substring(span.start(), span.end());
  }

  @Test
  void keepsTheLineBreaksOfPreformattedText() {
    assertThat(shown("<pre>## Cook vs baker\n\nA  cook\n- one\n  | a | b |\n</pre>"))
        .containsExactly("HEADING Cook vs baker", "PLAIN A  cook", "ITEM one", "TABLE | a | b |");
  }

  @Test
  void marksTheCellsOfADataTableButNotThoseOfALayoutTable() {
    String data = "<table><tr><th></th><th>Cook</th></tr><tr><td>Age<td>42</table>";

    assertThat(shown(data)).containsExactly("TABLE Cook", "TABLE Age", "TABLE 42");
    assertThat(shown("<table><tr><td><h1>Cook</h1><p>Text</table>"))
        .containsExactly("HEADING Cook", "PLAIN Text");
    assertThat(shown("<table><tr><td>Text" + data + "</table>"))
        .containsExactly("PLAIN Text", "TABLE Cook", "TABLE Age", "TABLE 42");
  }

  @Test
  void readsTheAddressOfThePage() {
    assertThat(
            address(
                "<link rel=icon href=i><link rel=' Canonical' href=/a><link rel=canonical href=/b>"))
        .contains("/a");
    assertThat(address("<link rel=canonical><link rel=canonical href=' '>")).isEmpty();
    assertThat(address("<p>x")).isEmpty();
  }

  private static Optional<String> address(String html) {
    return HtmlPage.of(Jsoup.parse(html), html).address();
  }

  @Test
  void readsNothingThatIsHidden() {
    assertThat(
            shown(
                "<div hidden><p>a<h2>b</h2></div><section style='display:none'><ul><li>c</ul></section>"
                    + "<p>d<span style='visibility:hidden'>e</span>f<p>Cooks<sup>[1]</sup> bake<sup>2</sup>."))
        .containsExactly("PLAIN df", "PLAIN Cooks bake.");
  }

  @Test
  void readsNothingWithoutPositions() {
    assertThat(HtmlPage.of(Jsoup.parse("<p>x"), "<p>x").text().lines()).isEmpty();
  }

  @Test
  void readsAnyMarkupAndUnescapesToItsOwnSource() {
    Random random = new Random(11);
    List<String> parts =
        List.of(
            "<p>",
            "</p>",
            "<li>",
            "<table>",
            "<td>",
            "</table>",
            "<b>",
            "text",
            " ",
            "&amp;",
            "&nbsp",
            "&lt",
            "<h1>",
            "</h1>",
            "<pre>",
            "\n",
            "\r\n",
            "<!--",
            "-->",
            "<ul>",
            "&#39;",
            "é\u0000",
            "<select><option>",
            "<script>",
            "</script>",
            "\ud83d\ude00",
            "<");
    for (int page = 0; page < 300; page++) {
      StringBuilder html = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        html.append(parts.get(random.nextInt(parts.size())));
      }
      assertUnescapes(html.toString());
    }
  }

  private static void assertUnescapes(String html) {
    for (Line line : read(html).lines()) {
      for (int i = 0; i < line.text().length(); i++) {
        Span span = line.text().slice(i, i + 1).span();
        String source = html.substring(span.start(), span.end());
        String read = line.text().text().substring(i, i + 1);
        // A blank may stand for several, with tags between them.
        if (!read.isBlank()) {
          assertThat(Parser.unescapeEntities(source, false))
              .as("character %d of \"%s\" in %s", i, line.text(), html)
              .contains(read);
        }
      }
    }
  }

  @Test
  void readsDeepNestingAndALongLine() {
    assertThat(shown("<div>".repeat(5_000) + "x")).containsExactly("PLAIN x");
    assertThat(shown("<p>" + "a&amp; ".repeat(200_000))).hasSize(1);
  }

  // --- panels behind tabs ----------------------------------------------------------------------

  private static final String TABS =
      "<button role=tab aria-controls=a>A</button><button role=tab aria-controls=b>B</button>"
          + "<div role=tabpanel id=a><table><tr><td>Lid<td>clay</table></div>";

  private static HtmlPage tabs(String panel) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    return HtmlPage.of(parser.parseInput(TABS + panel, ""), TABS + panel);
  }

  @Test
  void readsTheRowsOfAHiddenPanelThatATabShows() {
    String panel =
        "<div role=tabpanel id=b hidden><table><tr><th>A<th>B<tr><td>Rim<td>iron</table>";

    assertThat(tabs(panel).grids()).hasSize(2);
    assertThat(tabs(panel).laidOut()).isEmpty();
    assertThat(tabs(panel.replace("hidden", "style='display: none'")).grids()).hasSize(2);
    assertThat(tabs(panel.replace("role=tabpanel", "")).grids()).hasSize(1);
    assertThat(tabs(panel.replace("id=b", "id=c")).grids()).hasSize(1);
    assertThat(tabs("<div role=tabpanel id=b hidden>Rim").grids()).hasSize(1);
  }

  @Test
  void keepsTheFirstRowOfAHiddenPanelWithTheRowsOfAnother() {
    String panel =
        "<div role=tabpanel id=b hidden><table><tr><td>Lid<td>tin<td> <tr><td>Rim<td>iron</table>";
    HtmlPage page = tabs(panel);

    assertThat(page.grids()).hasSize(1);
    assertThat(page.laidOut()).hasSize(1);
    assertThat(page.laidOut().get(0)).extracting(SourceText::text).containsExactly("Lid", "tin");
  }
}
