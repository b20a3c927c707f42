package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that other fields than occupations need. */
class QuantityFormTest {
  private static final CellForm GRAMS = Forms.of(CellType.QUANTITY, "g", 1);
  private static final CellForm YES_NO = Forms.of(CellType.YES_NO);
  private static final CellForm VERSION = Forms.of(CellType.VERSION);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "187 g; 187",
        "187g; 187",
        "203.5 g (7.18 oz); 203.5",
        "1,480 g; 1480",
        "-3 g; -3",
        "192 G; 192",
      })
  void readsAQuantity(String cell, String number) {
    assertThat(Forms.read(GRAMS, cell)).isEqualTo("whole=%s \"%s\"", number, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "187", "187 kg", "6.6 oz (187 g)", "187.25 g", "0187 g", "g", "187 g (a"})
  void refusesWhatIsNoQuantityInItsUnit(String cell) {
    assertThat(GRAMS.read(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"Yes; yes", "NO; no", "Yes (payment only); yes", "no; no"})
  void readsYesAndNo(String cell, String value) {
    assertThat(Forms.read(YES_NO, cell)).isEqualTo("whole=%s \"%s\"", value, cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Yes and no", "YesNo", "Noble", "Yes (a"})
  void refusesWhatIsNeither(String cell) {
    assertThat(YES_NO.read(cell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.3", "Android 14", "v2.0.1", "macOS Ventura 13.2", "11"})
  void readsAVersion(String cell) {
    assertThat(Forms.read(VERSION, cell)).isEqualTo("whole=%s \"%s\"", cell, cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Android", "5.3.", "5.2, A2DP", "14 Android", "12345"})
  void refusesWhatIsNoVersion(String cell) {
    assertThat(VERSION.read(cell)).isEmpty();
  }
}
