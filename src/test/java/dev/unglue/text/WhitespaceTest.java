package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhitespaceTest {
  /** All of them: what Java or Unicode calls white space or a separator. */
  private static final String ALL =
      "\t\n"
          + "\u000b\f\r"
          + "\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
          + "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  @Test
  void isWhatJavaOrUnicodeCallsSo() {
    assertThat(EveryCharacter.of(Whitespace::is)).isEqualTo(ALL);
  }

  @Test
  void breaksAtAllButTheNoBreakBlanks() {
    assertThat(EveryCharacter.of(Whitespace::mayBreak))
        .isEqualTo(ALL.replaceAll("[\u00a0\u2007\u202f]", ""));
  }

  @Test
  void endsALineWhereAReaderSeesItEnd() {
    assertThat(EveryCharacter.of(Whitespace::endsLine)).isEqualTo("\n\f\r\u0085\u2028\u2029");
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 3", "3, 3", "4, 6", "6, 6"})
  void skipsToTheNextWordOrTheEnd(int from, int to) {
    assertThat(Whitespace.skip(" \u00a0\tx \n", from)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 2", "3, 4", "6, 6"})
  void findsWhereAWordEnds(int from, int to) {
    assertThat(Whitespace.next(" \u00a0\tx \n", from)).isEqualTo(to);
    assertThat(Whitespace.next("word", 1)).isEqualTo(4);
  }

  @Test
  void collapsesEachRunToOneBlank() {
    assertThat(Whitespace.collapse("\ufeff a \u00a0b\r\n\u200b c\u00add ")).isEqualTo("a b cd");
    assertThat(Whitespace.collapse(" \u200b\t")).isEmpty();
    assertThat(Whitespace.collapse("")).isEmpty();
  }

  @Test
  void collapsesToTheSameTextWhereNothingIsToDo() {
    String plain = "Best paying company";

    assertThat(Whitespace.collapse(plain)).isSameAs(plain);
  }

  @Test
  void removesAllWithoutWidthToo() {
    assertThat(Whitespace.remove(" \u2009$34\u200b,920\u00a0\ud83d\ude00\n"))
        .isEqualTo("$34,920😀");
  }

  @Test
  void makesEachAPlainBlank() {
    assertThat(Whitespace.plain("a\u00a0\u2003b\tc\u200b")).isEqualTo("a  b c\u200b");
  }

  @ParameterizedTest
  @MethodSource("dev.unglue.text.RandomText#texts")
  void collapsesOnceForAll(String text) {
    String once = Whitespace.collapse(text);

    assertThat(Whitespace.collapse(once)).isEqualTo(once);
    assertThat(once).doesNotContain("  ").doesNotStartWith(" ").doesNotEndWith(" ");
    assertThat(InvisibleCharacters.in(once)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dev.unglue.text.RandomText#texts")
  void changesNoLetter(String text) {
    String rest = Whitespace.remove(text);

    assertThat(Whitespace.remove(rest)).isEqualTo(rest);
    assertThat(Whitespace.remove(Whitespace.collapse(text))).isEqualTo(rest);
    assertThat(Whitespace.remove(Whitespace.plain(text))).isEqualTo(rest);
    assertThat(Whitespace.plain(text)).hasSameSizeAs(text);
  }
}
