package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionNormalizerTest {
  private static final String CAPTURE = "<p>Tellers earn $34,920&nbsp;a year.</p>";
  private static final SourceText RAW = SourceText.verbatim("$34,920&nbsp;a year", 16);
  private static final Subject TELLER = Subject.named("Teller");

  private final MentionNormalizer normalizer = new MentionNormalizer(Forms.CATALOGUE);

  @Test
  void keepsWhatASentenceSaysWithItsProof() {
    Observation seen = normalizer.normalize(mention(TELLER, "yearly_salary_usd", "34920"), CAPTURE);

    assertThat(seen.subject()).isEqualTo(TELLER);
    assertThat(seen.attribute()).isEqualTo("yearly_salary_usd");
    assertThat(seen.member()).isEqualTo("part");
    assertThat(seen.ordinal()).isEqualTo(3);
    assertThat(seen.section()).isEqualTo(Section.PROSE);
    assertThat(seen.state()).isEqualTo(State.VALUE);
    assertThat(seen.valueNum()).isEqualTo("34920");
    assertThat(seen.valueText()).isNull();
    assertThat(seen.rawText()).isEqualTo("$34,920&nbsp;a year");
    assertThat(seen.span()).isEqualTo(new Span(16, 35));
    assertThat(seen.method()).isEqualTo("sentence");
    assertThat(seen.confidence()).isEqualTo(1);
    assertThat(seen.layout()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "degree_gap_pct,-2,VALUE,-2",
    "degree_gap_pct,+2,VALUE,2",
    "degree_gap_pct,0.5,VALUE,0.5",
    "degree_gap_pct,101,OUT_OF_RANGE,101",
    "degree_gap_pct,-101,OUT_OF_RANGE,-101",
    "time_to_become_max_months,12,VALUE,12",
    "time_to_become_max_months,481,OUT_OF_RANGE,481",
    "time_to_become_max_months,soon,UNPARSED,",
    "time_to_become_max_months,'',UNPARSED,",
    "time_to_become_max_months,'1,200',UNPARSED,",
    "time_to_become_max_months,1.,UNPARSED,",
    "time_to_become_max_months,--1,UNPARSED,",
    "time_to_become_max_months,1234567890123456789,UNPARSED,",
    "description,34,VALUE,34",
    "top_skill,Cash handling,VALUE,Cash handling",
  })
  void typesTheValue(String attribute, String value, State state, @Nullable String read) {
    Observation seen = normalizer.normalize(mention(TELLER, attribute, value), CAPTURE);

    assertThat(seen.state()).isEqualTo(state);
    assertThat(seen.value()).isEqualTo(read == null ? "" : read);
    assertThat(seen.confidence()).isEqualTo(state == State.UNPARSED ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top_skill", "description"})
  void keepsTextsAsTexts(String attribute) {
    Observation seen = normalizer.normalize(mention(null, attribute, "12"), CAPTURE);

    assertThat(seen.subject()).isNull();
    assertThat(seen.valueNum()).isNull();
    assertThat(seen.valueText()).isEqualTo("12");
  }

  @Test
  void keepsWhatTheCatalogueLacksAsUnmapped() {
    Observation seen = normalizer.normalize(mention(TELLER, "shoe_size", "12"), CAPTURE);

    assertThat(seen.attribute()).isEqualTo(Observation.UNMAPPED);
    assertThat(seen.valueText()).isEqualTo("12");
  }

  @Test
  void takesAnyNumberWhereNoHardRangeLimitsIt() {
    Attribute things = Forms.attribute(CellType.INTEGER, "things", 0, null);
    Catalogue unlimited =
        new Catalogue(
            "thing",
            List.of("-"),
            Map.of("a", things),
            Map.of(),
            Map.of(),
            MeasuredConfidence.NONE,
            List.of());
    Observation seen =
        new MentionNormalizer(unlimited).normalize(mention(TELLER, "a", "999999999999"), CAPTURE);

    assertThat(seen.state()).isEqualTo(State.VALUE);
    assertThat(seen.valueNum()).isEqualTo("999999999999");
  }

  private static Mention mention(@Nullable Subject subject, String attribute, String value) {
    return new Mention(subject, attribute, "part", 3, Section.PROSE, RAW, value, "sentence");
  }
}
