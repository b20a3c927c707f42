package dev.unglue.split.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnKeysTest {
  private static final ColumnKeys LEFT = new ColumnKeys(List.of(Set.of("12"), Set.of()));

  @Test
  void speaksOfOneColumnAlone() {
    assertThat(LEFT.byColumn()).containsExactly(Set.of("12"), Set.of());
    assertThat(LEFT.size()).isEqualTo(2);
    assertThat(LEFT.knows(0)).isTrue();
    assertThat(LEFT.knows(1)).isFalse();
  }

  @Test
  void saysNothingOfColumnsThatItDoesNotHave() {
    assertThat(LEFT.knows(2)).isFalse();
    assertThat(LEFT.allows(2, "12")).isFalse();
    assertThat(ColumnKeys.NONE.knows(0)).isFalse();
  }

  @Test
  void allowsTheKeysOfItsColumn() {
    assertThat(LEFT.allows(0, "12")).isTrue();
    assertThat(LEFT.allows(0, "1")).isFalse();
    assertThat(LEFT.allows(1, "12")).isFalse();
  }
}
