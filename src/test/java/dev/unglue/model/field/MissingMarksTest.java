package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingMarksTest {
  private static final MissingMarks MARKS =
      MissingMarks.of(List.of("-", "…", "NA", "n.d.", "No data", "Unknown"));

  @ParameterizedTest
  @ValueSource(strings = {"-", "--", "—", "–––", "−", "‐", "…", "na", "NA", "N.D.", "no  data"})
  void isACellOfItsOwn(String cell) {
    assertThat(MARKS.contains(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-2%", "- -", "------", "NASA", "No data here", "n.d", "0", "None"})
  void isNoOtherCell(String cell) {
    assertThat(MARKS.contains(cell)).isFalse();
  }

  @Test
  void standsInJoinedTextAsItIsPrinted() {
    assertThat(words("$51,204no data")).containsExactly("no data");
    assertThat(words("NO DATAIntel")).containsExactly("NO DATA");
    assertThat(words("n.d.-2%")).containsExactly("n.d.");
    assertThat(words("NA-2%")).containsExactly("NA");
    assertThat(words("Ohio State UniversityUnknown")).containsExactly("Unknown");
    assertThat(words("51 -- NA")).containsExactly("--", "NA");
  }

  @Test
  void isThePlaceOfAnEmptyCellInItsOwnWords() {
    assertThat(MARKS.contains("Row 12 - Cell 2")).isTrue();
    assertThat(MARKS.contains("Header Cell - Column 0")).isTrue();
    assertThat(MARKS.contains("Row 12 - Cell 2 of 4")).isFalse();
    assertThat(words("ChargerRow 3 - Cell 165 W")).containsExactly("Row 3 - Cell 1");
    assertThat(words("Charger Row 3 - Cell 1 65 W")).containsExactly("Row 3 - Cell 1");
  }

  @Test
  void isNoPartOfAnotherWordOfJoinedText() {
    assertThat(words("NASAIntel")).isEmpty();
    assertThat(words("no databaseIntel")).isEmpty();
    assertThat(words("IndianaOhio")).isEmpty();
    assertThat(words("--8%")).isEmpty();
  }

  @Test
  void takesEveryDashForAMarkWhereTheHyphenIsOne() {
    assertThat(MARKS.in("x")).contains("-", "—", "−");
    assertThat(MissingMarks.of(List.of("n/a")).in("x n/a")).containsExactly("n/a");
    assertThat(MissingMarks.of(List.of("n/a")).contains("-")).isFalse();
  }

  private static List<String> words(String text) {
    return MARKS.in(text).stream().filter(mark -> mark.length() > 1).toList();
  }
}
