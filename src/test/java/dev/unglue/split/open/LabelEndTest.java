package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels that may end elsewhere. */
class LabelEndTest {
  @ParameterizedTest
  @CsvSource({
    "Last three games W L, D",
    "Sets 6-4 3-6, 7-5",
    "Goals a year 3 12, 9",
  })
  void isOpenWhereTheLabelEndsWithWordsLikeTheCell(String label, String cell) {
    assertThat(new LabelEnd(label, cell, List.of(), true).isOpen()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Top 100, 45",
    "Street name old, new",
    "Form W L, DW",
    "Class A B, 12",
    "Away record, W5 D2 L3",
  })
  void isSettledWhereTheyAreNotAlike(String label, String cell) {
    assertThat(new LabelEnd(label, cell, List.of(), true).isOpen()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Vitamin B, 1225%, true",
    "Vitamin C, 60%, false",
    "Vitamin C, 6%, false",
    "Votes, 1225, false"
  })
  void isOpenWhereDigitsMayNumberALetter(String label, String cell, boolean open) {
    assertThat(new LabelEnd(label, cell, List.of(), false).isOpen()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "Price 1200 -, 1500, true",
    "Price 1200 –, 1500, true",
    "Price -, 1500, false",
    "Price 1200 -, none, false",
    "12%, 'rye, 3%', true",
    "12%, 3.4, false",
    "Top 12%, rye, false",
  })
  void isOpenWithinARangeAndBeforeWhatAShareIsOf(String label, String cell, boolean open) {
    assertThat(new LabelEnd(label, cell, List.of(), true).isOpen()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "Header, Size 20 bytes, 8 bytes, true",
    "Header, Size 20 bytes, Fixed at 8 bytes, true",
    "Header, Size 20%, 8%, true",
    "Header, Fixed 20 bytes, Fixed 8 bytes, false",
    "Header, Snapdragon 865, Apple A13, false",
    "Header, 20 bytes, 8 bytes, false",
    "Header 2, Size 20 bytes, 8 bytes, false",
  })
  void isOpenBeforeAWordThatStandsBeforeOneAmountAlone(
      String label, String cell, String other, boolean open) {
    assertThat(new LabelEnd(label, cell, List.of(other), true).isOpen()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "Engine, Version Info 12, 10.1, true",
    "Engine, Version Info 12, Version 10, false",
    "Weight, about 12, 10, false",
    "Released, 4 May 12, 10, false",
    "Engine, Version Info 12, 10 or more, false",
    "Engine, Version, 10, false",
  })
  void isOpenWhereOnlyTheFirstCellHasWordsAsALabelHas(
      String label, String cell, String next, boolean open) {
    assertThat(new LabelEnd(label, cell, List.of(next), true).isOpen()).isEqualTo(open);
  }
}
