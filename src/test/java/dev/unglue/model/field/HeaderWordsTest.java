package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderWordsTest {
  @Test
  void knowsCornersAndRemarksInSingularAndPluralWhateverTheirCase() {
    assertThat(List.of("Feature", "features", "BASIS OF COMPARISON"))
        .allMatch(HeaderWords::isCorner);
    assertThat(List.of("Difference", "Notes", "ratio", "Diff.")).allMatch(HeaderWords::isRemark);
    assertThat(List.of("", "s", "Teller", "Year of birth"))
        .noneMatch(HeaderWords::isCorner)
        .noneMatch(HeaderWords::isRemark);
  }

  @Test
  void knowsNumbersOfRowsAndRanksWhateverTheirDotsAndBlanks() {
    assertThat(List.of("#", "No.", "Sr. No.", "S.No", "serial number"))
        .allMatch(HeaderWords::isSerial);
    assertThat(List.of("Rank", "Pos.", "position", "#")).allMatch(HeaderWords::isRank);
    assertThat(List.of("", "None", "Ranking"))
        .noneMatch(HeaderWords::isSerial)
        .noneMatch(HeaderWords::isRank);
  }
}
