package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.bench.page.Truth;
import dev.unglue.model.Observation;
import dev.unglue.model.Section;
import dev.unglue.model.Span;
import dev.unglue.model.State;
import dev.unglue.model.Subject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Truth RATE =
      new Truth("cook", Section.OVERVIEW, "hourly_rate_usd", "", 0, State.VALUE, "17.10");

  @Test
  void comparesNumbersAsNumbers() {
    assertThat(verdict(RATE, State.VALUE, new BigDecimal("17.1"))).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(RATE, State.VALUE, new BigDecimal("17.2"))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void countsAMissingMarkReadAsAValueAsWrong() {
    Truth missing =
        new Truth("cook", Section.OVERVIEW, "hourly_rate_usd", "", 0, State.MISSING, "");

    assertThat(verdict(missing, State.VALUE, BigDecimal.ONE)).isEqualTo(Verdict.WRONG);
    assertThat(verdict(missing, State.MISSING, null)).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(RATE, State.MISSING, null)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void tellsWhatIsOpenFromWhatIsNotRead() {
    assertThat(verdict(RATE, State.AMBIGUOUS, null)).isEqualTo(Verdict.AMBIGUOUS);
    assertThat(Judge.judge(List.of(RATE), List.of()).get(0).verdict()).isEqualTo(Verdict.UNPARSED);
  }

  private static Verdict verdict(Truth truth, State state, @Nullable BigDecimal number) {
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
    return Judge.judge(List.of(truth), List.of(seen)).get(0).verdict();
  }
}
