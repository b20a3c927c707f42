package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Truth;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Truth RATE =
      new Truth("cook", Section.OVERVIEW, "hourly_rate_usd", "", 0, State.VALUE, "17.10");

  @Test
  void comparesNumbersAsNumbers() {
    assertThat(outcome(RATE, State.VALUE, new BigDecimal("17.1"))).isEqualTo(ReadOutcome.RIGHT);
    assertThat(outcome(RATE, State.VALUE, new BigDecimal("17.2"))).isEqualTo(ReadOutcome.WRONG);
  }

  @Test
  void countsAMissingMarkReadAsAValueAsWrong() {
    Truth missing =
        new Truth("cook", Section.OVERVIEW, "hourly_rate_usd", "", 0, State.MISSING, "");

    assertThat(outcome(missing, State.VALUE, BigDecimal.ONE)).isEqualTo(ReadOutcome.WRONG);
    assertThat(outcome(missing, State.MISSING, null)).isEqualTo(ReadOutcome.RIGHT);
    assertThat(outcome(RATE, State.MISSING, null)).isEqualTo(ReadOutcome.WRONG);
  }

  @Test
  void tellsWhatIsOpenFromWhatIsNotRead() {
    assertThat(outcome(RATE, State.AMBIGUOUS, null)).isEqualTo(ReadOutcome.AMBIGUOUS);
    assertThat(Evaluation.of(List.of(RATE), List.of()).get(0).outcome())
        .isEqualTo(ReadOutcome.UNPARSED);
  }

  private static ReadOutcome outcome(Truth truth, State state, @Nullable BigDecimal number) {
    Observation seen =
        new Observation(
            Subject.named("Cook"),
            "hourly_rate_usd",
            "",
            0,
            Section.OVERVIEW,
            state,
            number,
            null,
            "",
            new Span(0, 0),
            "unique",
            1,
            List.of(),
            null);
    return Evaluation.of(List.of(truth), List.of(seen)).get(0).outcome();
  }
}
