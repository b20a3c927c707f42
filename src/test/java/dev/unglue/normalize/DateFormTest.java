package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormTest {
  private static final CellForm DATE = Forms.of(CellType.DATE);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "January 8, 2025; 2025-01-08",
        "JANUARY 8, 2025; 2025-01-08",
        "january 08, 2025; 2025-01-08",
        "Jan 8, 2025; 2025-01-08",
        "8 January 2025; 2025-01-08",
        "8 jan 2025; 2025-01-08",
        "2025-01-08; 2025-01-08",
        "September 30, 2025; 2025-09-30",
        "May 1, 2025; 2025-05-01",
        "February 29, 2024; 2024-02-29",
      })
  void readsADate(String cell, String date) {
    assertThat(Forms.read(DATE, cell)).isEqualTo("whole=%s \"%s\"", date, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "2025",
        "February 29, 2025",
        "February 30, 2024",
        "April 31, 2025",
        "January 0, 2025",
        "2025-13-01",
        "2025-00-10",
        "2025-1-8",
        "01/08/2025",
        "Janvier 8, 2025",
        "January 8 2025",
        "January 8, 25",
        "January 8, 20255",
        // a hyphen before it would be the missing mark
        "-2025-01-08",
        "+2025-01-08",
        "January 8, -2025",
        "2025-01-08 ",
        "2025-01-08T00:00:00Z",
      })
  void refusesWhatIsNoDate(String cell) {
    assertThat(DATE.read(cell)).isEmpty();
  }

  @Test
  void isNoFreeText() {
    assertThat(DATE.isFree()).isFalse();
  }
}
