package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyRangeFormTest {
  private static final CellForm RANGE = Forms.of(CellType.MONEY_RANGE, "USD/year", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Between $27,000 And $43,000; 27000; $27,000; 43000; $43,000",
        "between $27,000 and $43,000; 27000; $27,000; 43000; $43,000",
        "From $27,000 To $43,000; 27000; $27,000; 43000; $43,000",
        "$27,000 to $43,000; 27000; $27,000; 43000; $43,000",
        "$27,000 - $43,000; 27000; $27,000; 43000; $43,000",
        "$27,000-$43,000; 27000; $27,000; 43000; $43,000",
        "$27,000–$43,000; 27000; $27,000; 43000; $43,000",
        "$27,000 — $43,000; 27000; $27,000; 43000; $43,000",
        "$27k - $43K; 27000; $27k; 43000; $43K",
        "$27.5 k to $43 k; 27500; $27.5 k; 43000; $43 k",
        "$9.50 - $12.75; 9.50; $9.50; 12.75; $12.75",
        "$ 27,000 - $ 43,000; 27000; $ 27,000; 43000; $ 43,000",
        "$43,000 - $43,000; 43000; $43,000; 43000; $43,000",
        "$0 - $1,000,000; 0; $0; 1000000; $1,000,000",
        "$27,000‑$43,000; 27000; $27,000; 43000; $43,000",
        "$27,000 − $43,000; 27000; $27,000; 43000; $43,000",
        "$27,000.00 - $43,000.00; 27000.00; $27,000.00; 43000.00; $43,000.00",
        "$27,000 through $43,000; 27000; $27,000; 43000; $43,000",
        "$27,000-43,000; 27000; $27,000; 43000; 43,000",
        "$27-43k; 27000; $27; 43000; 43k",
        "$0.9M - $1.2M; 900000; $0.9M; 1200000; $1.2M",
      })
  void readsBothEnds(String cell, String low, String lowText, String high, String highText) {
    assertThat(Forms.read(RANGE, cell))
        .isEqualTo("low=%s \"%s\"; high=%s \"%s\"", low, lowText, high, highText);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "$27,000",
        "Between $27,000",
        "Between $43,000 And $27,000",
        "$43k - $27k",
        "$27k - $26,999",
        "$27,00 - $43,000",
        "$27,000 $43,000",
        "27,000 - 43,000",
        "$27,000 and up",
        "Between $27,000 And $43,000.",
        "Between £27,000 And £43,000",
        "$27,000 - £43,000",
        "$27 - $43m",
        "27k - $43k",
        "$27.125 - $43",
        "$027 - $43",
      })
  void refusesWhatIsNoRange(String cell) {
    assertThat(RANGE.read(cell)).isEmpty();
  }

  @Test
  void readsAnotherCurrencyWhereTheUnitNamesIt() {
    assertThat(Forms.read(Forms.of(CellType.MONEY_RANGE, "GBP/year", 0), "£27k to £43k"))
        .isEqualTo("low=27000 \"£27k\"; high=43000 \"£43k\"");
  }

  @Test
  void refusesACellThatIsTooLong() {
    assertThat(RANGE.read("Between $27,000 And $" + "9".repeat(60))).isEmpty();
    assertThat(RANGE.isFree()).isFalse();
  }
}
