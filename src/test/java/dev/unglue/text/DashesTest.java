package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DashesTest {
  @Test
  void areTheEightThatTheirListHas() {
    assertThat(Dashes.ALL)
        .isEqualTo("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
        .isEqualTo(EveryCharacter.of(Dashes::is));
  }

  @Test
  void areSignsWhereTheyStandBeforeNumbers() {
    assertThat(Dashes.SIGNS)
        .isEqualTo("-\u2013\u2212")
        .isEqualTo(EveryCharacter.of(Dashes::isSign));
  }

  @Test
  void mayStandInAPattern() {
    assertThat("a-b‐c‑d‒e–f—g―h−i".split("[" + Dashes.ALL + "]", -1)).hasSize(9);
    assertThat("a-b—c–d−e".split("[" + Dashes.SIGNS + "]", -1))
        .containsExactly("a", "b—c", "d", "e");
  }
}
