package dev.unglue.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds of every page, whatever it is: one half of the made pages. */
class FuzzFirstTest {
  @Test
  void readsEveryPageAndBreaksNoRule() {
    assertThat(new Fuzz().broken(0)).as("rules that pages break, by the smallest page").isEmpty();
  }
}
