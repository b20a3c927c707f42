package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void areTheTenInWhichNumbersAreRead() {
    assertThat(EveryCharacter.of(Digits::is)).isEqualTo("0123456789");
  }

  @Test
  void areNotThoseOfOtherScripts() {
    assertThat(Digits.is('٣')).isFalse();
    assertThat(Digits.is('３')).isFalse();
    assertThat(Digits.is('²')).isFalse();
  }

  @Test
  void ofOtherScriptsShowThatANumberStandsThere() {
    assertThat(Digits.isOfAnyScript('3')).isTrue();
    assertThat(Digits.isOfAnyScript('٣')).isTrue();
    assertThat(Digits.isOfAnyScript('３')).isTrue();
    assertThat(Digits.isOfAnyScript('²')).isFalse();
    assertThat(Digits.isOfAnyScript('x')).isFalse();
  }

  @Test
  void countsDigits() {
    assertThat(Digits.count("Boat 12 m, 3.5 m")).isEqualTo(4);
    assertThat(Digits.count("Boat")).isZero();
  }
}
