package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFormTest {
  private static final CellForm PERCENT = Forms.of(CellType.RANGE, "%", 2);
  private static final CellForm DAYS = Forms.of(CellType.RANGE, "days", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5.25% - 9.75% Variable; 5.25; 9.75",
        "5.25% – 9.75%; 5.25; 9.75",
        "5.25-9.75%; 5.25; 9.75",
        "5% to 9 percent, after a year; 5; 9",
        "from 0% to 9.75% (variable); 0; 9.75",
      })
  void readsBothEndsOfPercentages(String cell, String low, String high) {
    assertThat(Forms.read(PERCENT, cell))
        .isEqualTo("low=%s \"%s\"; high=%s \"%s\"", low, low, high, high);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5-7 days; 5; 7",
        "5 days to 7 days; 5; 7",
        "between 5 and 7 Days by post; 5; 7",
        "1,000 - 2,000 days; 1,000; 2,000",
        "7-7 day; 7; 7",
      })
  void readsBothEndsInAUnit(String cell, String low, String high) {
    CellForm form = cell.endsWith("day") ? Forms.of(CellType.RANGE, "day", 0) : DAYS;
    assertThat(Forms.read(form, cell))
        .isEqualTo(
            "low=%s \"%s\"; high=%s \"%s\"",
            low.replace(",", ""), low, high.replace(",", ""), high);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "9.75%",
        "9.75% - 5.25%",
        "5.25% - 9.75",
        "5.25% - 9.75% for 3 years",
        "5.25% - 9.75%.",
        "None",
        "5 - 7 days",
        "05% - 9%",
      })
  void refusesWhatIsNoRangeOfPercentages(String cell) {
    assertThat(PERCENT.read(cell)).isEmpty();
  }

  @Test
  void readsNumbersWithoutAUnitAndRefusesLongCells() {
    assertThat(Forms.read(Forms.of(CellType.RANGE), "100-51200"))
        .isEqualTo("low=100 \"100\"; high=51200 \"51200\"");
    assertThat(PERCENT.read("5% - 9% " + "x".repeat(100))).isEmpty();
  }
}
