package dev.unglue.extract.table.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "203 g; true; false; true",
        "~ $4,50; true; false; true",
        "✓; true; false; false",
        "Yes (with a fee); true; false; true",
        "Unlimited; true; false; false",
        "sim; true; false; false",
        "SIM; false; true; false",
        "5G; true; true; true",
        "2024 limit; false; true; true",
        "2024; true; false; true",
        "Open to all of them; false; true; true",
        "Open to all; false; true; false",
        "Red, blue; false; true; true",
        "A label of more characters than sixty is too long to be one on a line; false; false; true"
      })
  void tellsFiguresAndLabels(String text, boolean figure, boolean label, boolean wordy) {
    assertThat(CellText.isFigure(text)).isEqualTo(figure);
    assertThat(CellText.mayBeLabel(text)).isEqualTo(label);
    assertThat(CellText.isWordy(text)).isEqualTo(wordy);
  }
}
