package dev.unglue.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds of every page, whatever it is: the other half of the made pages. */
class FuzzSecondTest {
  @Test
  void readsEveryPageAndBreaksNoRule() {
    assertThat(new Fuzz().broken(1)).as("rules that pages break, by the smallest page").isEmpty();
  }
}
