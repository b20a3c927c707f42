package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.validate.rule.NameKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the spellings of one name have in common. */
class NameKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Store Managers Trainee; store-manager-trainee",
        "Chiefs of Police; chief-of-police",
        "Secretaries; secretary",
        "Pies; pie",
        "Waitresses; waitress",
        "Coaches; coach",
        "Firemen; fireman",
        "Boss; boss",
      })
  void putsEachWordInTheSingular(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Faculty, Adjunct; adjunct-faculty",
        "Adjunct Faculty; adjunct-faculty",
        "Faculty, Adjunct, Senior; faculty-adjunct-senior",
        "', Adjunct'; adjunct",
      })
  void putsFirstWhatFollowsTheOneComma(String name, String key) {
    assertThat(NameKey.turned(name)).isEqualTo(key);
  }
}
