package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Span;
import dev.unglue.serve.page.MarkedText;
import dev.unglue.serve.page.MarkedText.Account;
import dev.unglue.serve.page.MarkedText.Line;
import dev.unglue.serve.page.MarkedText.Mark;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  private static final List<Account> NONE = List.of();

  /** Lines as {@code kind: text [marked|span]}. */
  private static String shown(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                line.kind()
                    + ": "
                    + line.pieces().stream()
                        .map(
                            piece ->
                                piece.span().isEmpty()
                                    ? piece.text()
                                    : "[" + piece.text() + "|" + piece.span() + "]")
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static Mark mark(int start, int end) {
    return new Mark(new Span(start, end), "");
  }

  @Test
  void marksPlacesThatCountCodePoints() {
    String text = "😀 pay $5\n\nend";

    assertThat(
            shown(
                MarkedText.lines(
                    text,
                    false,
                    List.of(mark(2, 5), mark(6, 8), mark(3, 7)),
                    List.of(new Account(new Span(6, 8), "row")),
                    0)))
        .isEqualTo("row: 😀 [pay|2-5] [$5|6-8]\n: end");
  }

  @Test
  void showsOfHtmlWhatStandsBetweenTheTags() {
    String text =
        "<p>One <b>two</b>&amp;3</p><script>alert('<td>')</script><!-- > --><tr><td>a</td><td>b</td></tr>x < y";

    assertThat(shown(MarkedText.lines(text, true, List.of(mark(10, 13)), NONE, 0)))
        .isEqualTo(": One [two|10-13]&3\n: a  b  \n: x < y");
  }

  /** What of a text is shown must be found again where it stands. */
  private static String places(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.pieces().stream())
        .map(piece -> piece.text() + "@" + piece.at())
        .collect(Collectors.joining("|"));
  }

  @Test
  void saysOfEachPieceWhereItStands() {
    assertThat(places(MarkedText.lines("😀 pay $5\nend", false, List.of(mark(6, 8)), NONE, 0)))
        .isEqualTo("😀 pay @0-6|$5@6-8|end@9-12");
    assertThat(
            places(
                MarkedText.lines(
                    "<p>A  <b>b</b> c&amp;d</p>", true, List.of(mark(9, 10)), NONE, 0)))
        .isEqualTo("A @3-5|b@9-10| c@14-16|&@16-21|d@21-22");
  }

  @Test
  void staysWholeOnTextThatIsBroken() {
    assertThat(shown(MarkedText.lines("a<b<script", true, List.of(), NONE, 0)))
        .isEqualTo(": a<b<script");
    assertThat(shown(MarkedText.lines("a<script>b", true, List.of(), NONE, 0))).isEqualTo(": a");
    assertThat(shown(MarkedText.lines("a&unknown; &#99999999;", true, List.of(), NONE, 0)))
        .isEqualTo(": a&unknown; &#99999999;");
    assertThat(MarkedText.lines("", true, List.of(mark(0, 3)), NONE, 0)).isEmpty();
  }

  @Test
  void leavesOutOfALongTextWhatNobodyRead() {
    String text = "nothing to see here\n".repeat(5000) + "pay $5\n" + "nothing\n".repeat(100);

    List<Line> lines =
        MarkedText.lines(
            text,
            false,
            List.of(mark(100_004, 100_006)),
            List.of(new Account(new Span(100_004, 100_006), "row")),
            0);

    assertThat(shown(lines))
        .contains(
            "gap: … 4984 lines of which nothing was read\n: nothing to see here\n: nothing to see here\nrow: pay [$5|100004-100006]")
        .endsWith("gap: … 98 lines of which nothing was read");
  }

  @Test
  void showsAHeavyTextPartByPart() {
    String text = "pay $5 and so on\n".repeat(5000);
    List<Account> all = List.of(new Account(new Span(0, text.length()), "row"));

    List<Line> first = MarkedText.lines(text, false, List.of(), all, 0);
    String gap = first.get(first.size() - 1).pieces().get(0).at();
    List<Line> next = MarkedText.lines(text, false, List.of(), all, Integer.parseInt(gap));

    assertThat(first).hasSizeBetween(700, 900);
    assertThat(shown(first)).endsWith("gap: … " + (5000 - first.size() + 1) + " lines");
    assertThat(Integer.parseInt(gap)).isEqualTo((first.size() - 1) * 17);
    assertThat(places(next))
        .contains("pay $5 and so on@" + gap + "-" + (Integer.parseInt(gap) + 16));
  }
}
