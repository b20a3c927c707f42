package dev.unglue.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.Template;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How values and names are written out. */
class ValueTest {
  @Test
  void writesTheValueOfAFact() {
    assertThat(fact(new BigDecimal("1E+3"), null).value()).isEqualTo("1000");
    assertThat(fact(null, "Citi").value()).isEqualTo("Citi");
    assertThat(fact(null, null).value()).isEmpty();
  }

  @Test
  void writesTheValueOfAnObservation() {
    assertThat(observation(new BigDecimal("1E+3"), null).value()).isEqualTo("1000");
    assertThat(observation(null, "Citi").value()).isEqualTo("Citi");
    assertThat(observation(null, null).value()).isEmpty();
  }

  @Test
  void writesNamesOfConstantsInLowerCaseWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(
              Stream.of(
                  Arrays.stream(CellType.values()).map(CellType::id),
                  Arrays.stream(Attribute.Part.values()).map(Attribute.Part::id),
                  Arrays.stream(Layout.values()).map(Layout::id),
                  Arrays.stream(PageKind.values()).map(PageKind::id),
                  Arrays.stream(Section.values()).map(Section::id),
                  Arrays.stream(Severity.values()).map(Severity::id),
                  Arrays.stream(State.values()).map(State::id),
                  Arrays.stream(Template.Type.values()).map(Template.Type::id)))
          .allSatisfy(ids -> assertThat(ids).allMatch(id -> id.matches("[a-z_]+")));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Fact fact(@Nullable BigDecimal number, @Nullable String text) {
    return new Fact("teller", "a", "", 0, Instant.EPOCH, null, number, text, "agreed", 1, 0, 1);
  }

  private static Observation observation(@Nullable BigDecimal number, @Nullable String text) {
    return new Observation(
        null,
        "a",
        "",
        0,
        Section.PAGE,
        State.VALUE,
        number,
        text,
        "",
        new Span(0, 0),
        "cell",
        1,
        List.of(),
        null);
  }
}
