package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvisibleCharactersTest {
  @Test
  void areThoseOfNoWidthAndNoEffect() {
    assertThat(
            EveryCharacter.of(InvisibleCharacters::is)
                .chars()
                .mapToObj(c -> String.format("%04x", c))
                .collect(Collectors.joining(" ")))
        .isEqualTo(
            "00ad 061c 180e 200b 200e 200f 202a 202b 202c 202d 202e 2060 2061 2062 2063 2064 2066"
                + " 2067 2068 2069 206a 206b 206c 206d 206e 206f feff");
  }

  @Test
  void leavesTheJoinersThatShapeLetters() {
    assertThat(InvisibleCharacters.in("\u0646\u200c\u0647 \ud83d\udc69\u200d\ud83d\udd2c"))
        .isFalse();
  }

  @Test
  void areNeverWhiteSpace() {
    assertThat(EveryCharacter.of(c -> InvisibleCharacters.is(c) && Whitespace.is(c))).isEmpty();
  }

  @Test
  void findsOneAnywhere() {
    assertThat(InvisibleCharacters.in("Micro\u00adsoft")).isTrue();
    assertThat(InvisibleCharacters.in("Microsoft\u00a0")).isFalse();
    assertThat(InvisibleCharacters.in("")).isFalse();
  }

  @Test
  void takesAByteOrderMarkFromTheFrontOnly() {
    assertThat(InvisibleCharacters.withoutByteOrderMark("\ufeffa\ufeff")).isEqualTo("a\ufeff");
    assertThat(InvisibleCharacters.withoutByteOrderMark("a")).isEqualTo("a");
    assertThat(InvisibleCharacters.withoutByteOrderMark("")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.unglue.text.RandomText#texts")
  void areInATextThatIsShorterWithoutThem(String text) {
    long invisible = text.chars().filter(c -> InvisibleCharacters.is((char) c)).count();

    assertThat(InvisibleCharacters.in(text)).isEqualTo(invisible > 0);
  }
}
