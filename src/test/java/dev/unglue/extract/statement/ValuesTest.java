package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  private static final Values VALUES = new Values(Reading.FORMS.words());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONEY|$43,251|43251",
        "MONEY|$ 16.79|16.79",
        "MONEY|$|",
        "COUNT|1,204|1204",
        "PERCENT|12%|12",
        "PERCENT|-0.1 %|-0.1",
        "DATE|January 8, 2025|2025-01-08",
        "DATE|8th Sept. 2025|2025-09-08",
        "DATE|2025-01-08|2025-01-08",
        "DATE|2025-13-08|",
        "DATE|Xyz 8, 2025|",
        "DATE|Ma 8, 2025|",
        "NAME| two  words |two words",
        "NAME|'  '|",
      })
  void readsAValue(Template.Type type, String text, String value) {
    assertThat(VALUES.read(type, text, "")).isEqualTo(value == null ? "" : value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6-12 months|6|12",
        "one to two years|12|24",
        "6 months to 1 year|6|12",
        "2.5 years|30|30",
        "more than a year|12|",
        "2+ years|24|",
        "up to a year||12",
        "years||",
        "2||",
        "2 years 3||",
        "1 and 6 years and months|12|72",
        "0.3 months||",
      })
  void readsALengthInMonths(String text, String min, String max) {
    assertThat(VALUES.read(Template.Type.DURATION, text, "min")).isEqualTo(min == null ? "" : min);
    assertThat(VALUES.read(Template.Type.DURATION, text, "max")).isEqualTo(max == null ? "" : max);
  }

  @Test
  void readsNothingWithoutWords() {
    List<String> no = List.of();
    Words nothing = new Words(no, no, no, no, no, no, no, no, Map.of(), Map.of(), no, no, no, no);
    Values without = new Values(nothing);

    assertThat(without.read(Template.Type.DURATION, "2 years", "min")).isEmpty();
    assertThat(without.read(Template.Type.DATE, "May 8, 2025", "")).isEmpty();
    assertThat(without.isNegative("less")).isFalse();
    assertThat(VALUES.isNegative("Less")).isTrue();
  }

  @Test
  void spellsMembersWithPlainApostrophes() {
    assertThat(Values.member(" Master’s\u00a0 Degree ")).isEqualTo("Master's Degree");
  }
}
