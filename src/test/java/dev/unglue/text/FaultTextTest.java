package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FaultTextTest {
  @Test
  void repeatsAMessageInWords() {
    assertThat(FaultText.of(new IllegalStateException("odd"))).contains("odd");
    assertThat(FaultText.of(new IllegalStateException("at raw/a.b/Page.html")))
        .contains("at raw/a.b/Page.html");
  }

  @Test
  void hasWordsForWhatTheMachineLacks() {
    assertThat(FaultText.of(new OutOfMemoryError("Java heap space"))).contains("not enough memory");
    assertThat(FaultText.of(new StackOverflowError())).contains("nested too deeply");
    assertThat(FaultText.of(new UncheckedIOException(new IOException("no space left on device"))))
        .contains("a file cannot be read or written: no space left on device");
  }

  @Test
  void leavesOutWhatOnlyTheSourceExplains() {
    RuntimeException cast =
        new ClassCastException("class java.lang.String cannot be cast to class java.lang.Long");

    assertThat(FaultText.of(cast)).isEmpty();
    assertThat(FaultText.of(new NullPointerException())).isEmpty();
    assertThat(FaultText.orFault(cast)).isEqualTo("a fault of the program");
  }
}
