package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.Span;
import dev.unglue.validate.rule.FaultText;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** People are told of a fault in words, never by the name of a class. */
class FaultTextTest {
  @Test
  void saysWhatTheMessageSays() {
    assertThat(FaultText.of(new IllegalStateException("no such cell"))).isEqualTo("no such cell");
    assertThat(FaultText.of(new NoSuchElementException("No value present")))
        .isEqualTo("No value present");
  }

  @Test
  void saysThatARecordRefusedWhatBreaksItsRule() {
    assertThat(FaultText.of(thrownBy(() -> new Span(3, 1))))
        .isEqualTo("it broke its own rule: span: expected 0 <= start <= end, found 3..1");
  }

  @Test
  void saysInWordsWhatHasNoMessageForPeople() {
    assertThat(FaultText.of(new StackOverflowError())).isEqualTo("it ran out of stack");
    assertThat(FaultText.of(thrownBy(() -> List.of((Object) null)))).isEqualTo("it missed a value");
    assertThat(FaultText.of(new ClassCastException("class java.lang.Long is no java.lang.String")))
        .isEqualTo("it gave no reason");
    assertThat(FaultText.of(new IllegalStateException())).isEqualTo("it gave no reason");
  }

  private static Throwable thrownBy(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      return fault;
    }
    throw new AssertionError("expected an exception, found none");
  }
}
