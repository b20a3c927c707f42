package dev.unglue.model.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameWorthTest {
  @Test
  void callsASubjectAsMostPagesDoAndAmongThoseByTheBestName() {
    assertThat(NameWorth.mostPrinted(Map.of("teller", 3L, "Teller", 2L))).contains("teller");
    assertThat(NameWorth.mostPrinted(Map.of("TELLER", 2L, "Teller", 2L))).contains("Teller");
    assertThat(NameWorth.mostPrinted(Map.of())).isEmpty();
  }

  @Test
  void prefersMixedCaseThenCapitalsThenLength() {
    assertThat(
            Stream.of("TELLER", "head teller", "Head teller", "Head Teller", "Head-Teller")
                .sorted(NameWorth.BY_WORTH))
        .containsExactly("head teller", "TELLER", "Head teller", "Head Teller", "Head-Teller");
  }
}
