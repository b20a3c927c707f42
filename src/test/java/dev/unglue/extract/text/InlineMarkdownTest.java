package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineMarkdownTest {
  private static String line(String text) {
    return InlineMarkdown.line(SourceText.verbatim(text, 100)).text();
  }

  private static String row(String text) {
    return InlineMarkdown.row(SourceText.verbatim(text, 100)).text();
  }

  private static String text(String text) {
    return InlineMarkdown.text(SourceText.verbatim(text, 100)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "[Citi](https://x.example/c \"Citi\");Citi",
        "[Citi](/c 'the bank');Citi",
        "[Citi](/c (the bank));Citi",
        "[Citi](</c (1> \"x\");[Citi](</c (1> \"x\")",
        "[Citi](</c d> \"x\");Citi",
        "[Citi](</c d>);Citi",
        "[Law](http://x.example/a_(b));Law",
        "[a [b] c](d);a [b] c",
        "[a]();a",
        "[a]( b );a",
        "[![logo](x.png) Citi](c);^ Citi^",
        "[Citi][1] and [Bank][the bank];Citi and Bank",
        "[Citi][];Citi",
        "![logo](x.png)Citi;Citi",
        "**[a](b)**;a",
        "[**a**](b);a",
        "42[^1];42",
        "*a*;a",
        "_a_;a",
        "**a**b;ab",
        "***a***;a",
        "__a__;a",
        "~~a~~;a",
        "**a *b* c**;a b c",
        "`a*b*`;a*b*",
        "``a`b``;a`b",
        "a\\*b;a*b",
        "a\\|b;a|b",
        "a<br>b;a b",
        "a<br/>b;a b",
        "<b>a</b> <span class=\"x\">b</span>;a b",
        "Citi<sup>1</sup>;Citi",
        "Citi <sup>1</sup> x;Citi  x",
        "m<sup>2</sup>;m2",
        "10<sup>6</sup>;10^6",
        "!a;!a",
        "![a;![a",
      })
  void readsMarksThatHaveAPartner(String text, String read) {
    assertThat(line(text)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a] (b)",
        "[a](b c)",
        "[a](b \"c)",
        "[a](b \")",
        "[a](b",
        "[a",
        "a](b)",
        "[^1]: the note",
        "Citi [a][b]",
        "Citi[note][b]",
        "[Citi] [1]",
        "[^]",
        "[^no note at all]",
        "*a",
        "* a *",
        "5*5*2",
        "2**3 and 2**4",
        "snake_case_name",
        "a__b__c",
        "**** of 5",
        "***",
        "~a~",
        "`a",
        "``a`",
        "a\\b",
        "a\\",
        "a < b",
        "<>",
        "<unknown>",
        "<b",
        "<b <i",
        "m<sup>2",
        "plain",
      })
  void keepsMarksThatHaveNone(String text) {
    assertThat(line(text)).isEqualTo(text);
  }

  @Test
  void readsOnlyLinksAndStrongMarksInOtherText() {
    assertThat(text("**[a](b)** *c* `d` \\_ <br> ~~e~~ __f__ ![g](h)"))
        .isEqualTo("a *c* `d` \\_ <br> ~~e~~ f ");
    assertThat(text("a * b [1]")).isEqualTo("a * b [1]");
  }

  @Test
  void endsMarksWithTheirCell() {
    assertThat(row("| *a | b* | **c** | d\\|*e* |")).isEqualTo("| *a | b* | c | d\\|e |");
    assertThat(row("| 42 |")).isEqualTo("| 42 |");
  }

  @Test
  void letsAPictureSpeakForACellWithoutText() {
    assertThat(row("| ![Yes](y.png) | ![logo](x.png) Citi | [![No](n.png)](n) |"))
        .isEqualTo("| Yes |  Citi | No |");
    assertThat(row("![Yes](y.png)![No](n.png)|a")).isEqualTo("Yes|a");
  }

  @Test
  void keepsThePlaceOfEachCharacter() {
    SourceText read = InlineMarkdown.row(SourceText.verbatim("|**a**<br>[b](c)|", 100));

    assertThat(read.text()).isEqualTo("|a b|");
    assertThat(read.slice(1, 2).span()).isEqualTo(new Span(103, 104));
    assertThat(read.slice(3, 4).span()).isEqualTo(new Span(111, 112));
  }

  static Stream<String> marks() {
    return Stream.of(
        "[",
        "](",
        "[](",
        "[](<",
        "[](a ",
        "(",
        "![",
        "*",
        "**a",
        "_a ",
        "`",
        "``a",
        "<",
        "<b ",
        "<sup>1",
        "a<sup>1</sup>",
        "\\",
        "|",
        "~~",
        "[^",
        "> ");
  }

  @ParameterizedTest
  @MethodSource("marks")
  void readsEndlessMarksSoon(String mark) {
    SourceText text = SourceText.verbatim(mark.repeat(200_000) + ")".repeat(200_000), 0);

    assertThat(
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> InlineMarkdown.row(text))
                .length())
        .isLessThanOrEqualTo(text.length());
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 20261129L, -5L);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void showsNoCharacterThatDoesNotStandThere(long seed) {
    Random random = new Random(seed);
    List<String> marks = marks().toList();
    for (int page = 0; page < 2_000; page++) {
      String text =
          IntStream.range(0, 30)
              .mapToObj(i -> random.nextBoolean() ? marks.get(random.nextInt(marks.size())) : ") ")
              .reduce("", String::concat);
      SourceText read = InlineMarkdown.row(SourceText.verbatim(text, 0));
      for (int i = 0; i < read.length(); i++) {
        char source = text.charAt(read.offsetAt(i));
        // a tag reads as a blank or as the sign of an exponent
        assertThat(source == '<' ? "<^ " : String.valueOf(source))
            .as(text)
            .contains(String.valueOf(read.charAt(i)));
      }
      assertThat(InlineMarkdown.row(SourceText.verbatim(text, 0))).isEqualTo(read);
    }
  }
}
