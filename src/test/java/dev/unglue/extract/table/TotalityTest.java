package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.unglue.extract.html.HtmlGrid;
import dev.unglue.extract.html.HtmlPage;
import dev.unglue.extract.text.PlainText;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the lines: no reader throws, and every text is where it says it is. */
class TotalityTest {
  private static final List<String> PIECES =
      List.of(
          "Yearly salary",
          "Average age",
          "Best paying company",
          "average  AGE",
          "Teller",
          "Head Teller",
          "$34,920",
          "42",
          "-",
          "--",
          "---",
          ":-:",
          "|",
          "|",
          "|",
          "||",
          "\\|",
          "\t",
          "\t",
          " ",
          "\u00a0",
          "\u200b",
          ":",
          ".",
          "**",
          "`",
          "__",
          "[a](b)",
          "![",
          "](",
          "é",
          "\ud83d\ude00",
          "\ud83d",
          "\0",
          "\r",
          "\r\n",
          "\n",
          "\n",
          "\n",
          "\n\n",
          "\f",
          "\u2028");

  private static final List<String> TAGS =
      List.of(
          "<table>",
          "</table>",
          "<tr>",
          "</tr>",
          "<td>",
          "</td>",
          "<th>",
          "<thead>",
          "</thead>",
          "<td colspan=3>",
          "<td colspan=0>",
          "<td rowspan=0>",
          "<td rowspan=3 colspan=2>",
          "<td hidden>",
          "<caption>",
          "<tbody>",
          "<img alt='Yes'>",
          "<sup>",
          "</sup>",
          "<a href='#n'>",
          "</a>",
          "<li>",
          "[1]",
          "<br>",
          "<b>",
          "</b>",
          "<script>",
          "</script>",
          "&amp;",
          "&nbsp;",
          "&",
          "<",
          "Average age",
          "42",
          " ",
          "\n",
          "<!--",
          "-->",
          "<div>",
          "</div>",
          "\0");

  private final TableFinder finder = new TableFinder(Tables.LABELS);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260105, -17})
  void readsAnyLines(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      String text = text(random, PIECES, random.nextInt(60));
      List<FoundTable> found = finder.find(PageLines.of(PlainText.lines(text)));
      int before = 0;
      for (FoundTable table : found) {
        assertThat(table.from()).as(text).isGreaterThanOrEqualTo(before);
        assertThat(table.to()).as(text).isGreaterThan(table.from());
        before = table.to();
        Tables.texts(table).forEach(read -> provesItself(read, text));
      }
    }
  }

  /** As it is compared: nothing that nobody sees, one kind of blank, also for a broken line. */
  private static String plain(String text) {
    return text.replaceAll("[\u00ad\u200b\ufeff]", "")
        .replaceAll("\r\n|[\u00a0\n\r\f\u000b\u0085\u2028\u2029]", " ");
  }

  /** What was read letter by letter is found at its place; what was mapped lies within the text. */
  private static void provesItself(SourceText read, String text) {
    Span span = read.span();
    assertThat(span.end()).as(text).isLessThanOrEqualTo(text.length());
    if (span.end() - span.start() == read.length()) {
      assertThat(plain(text.substring(span.start(), span.end())))
          .as(text)
          .isEqualTo(plain(read.text()));
    } else {
      // markup left out: the letters stand in their order
      assertThat(plain(text.substring(span.start(), span.end())))
          .as(text)
          .containsSubsequence(plain(read.text()).split(""));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 20260106})
  void readsAnyHtml(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String html = text(random, TAGS, random.nextInt(60));
      Document page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
      for (HtmlGrid grid : HtmlPage.of(page, html).grids()) {
        FoundTable table = FoundTable.of(grid);
        assertThat(table.span().end()).as(html).isLessThanOrEqualTo(html.length());
        for (SourceText read : Tables.texts(table)) {
          assertThat(read.span().end()).as(html).isLessThanOrEqualTo(html.length());
        }
      }
    }
  }

  private static String text(Random random, List<String> pieces, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  @Test
  void readsEndlessPagesSoon() {
    for (String line :
        List.of(
            "|",
            "| a ",
            "a | b\n",
            "|---|\n",
            "\t",
            "a\tb\n",
            "Average age\n",
            "Average age 42\n",
            "Average age42\n",
            "x\n",
            "Average age\n42\n",
            "**",
            "[",
            "\n")) {
      String text = line.repeat(300_000 / line.length());
      assertThat(
              assertTimeoutPreemptively(
                  Duration.ofMinutes(5), () -> finder.find(PageLines.of(PlainText.lines(text)))))
          .as(line)
          .isNotNull();
    }
  }
}
