package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '\'',
      value = {
        "Größe6,1 Zoll6,3 Zoll > Größe6.1 Zoll6.3 Zoll",
        "Preis1.249,00 €949,50 € > Preis1,249.00 €949.50 €",
        "Tasso3,5%8,2% > Tasso3.5%8.2%",
        "Akku3.279 mAh3.900 mAh > Akku3.279 mAh3.900 mAh",
        "Jobs22,4787,596 > Jobs22,4787,596",
        "Pay1,250 €9,5 € > Pay1,250 €9,5 €",
        "Note4,84,7 > Note4,84,7",
        "Date1,23.04 > Date1,23.04",
        "Colours, 3 and 4, > Colours, 3 and 4,",
        "Screen6.1\"7\" > Screen6.1″7″",
        "1999\"Song of 7\" > 1999\"Song of 7\"",
        "Size\"9\"7\" > Size\"9\"7\""
      })
  void writesTheNumbersOfAllLanguagesAlike(String row, String plain) {
    assertThat(PlainNumbers.of(row)).isEqualTo(plain).hasSameSizeAs(row);
  }
}
