package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderWordsTest {
  @Test
  void knowsCornersAndRemarksInSingularAndPluralWhateverTheirCase() {
    assertThat(
            List.of(
                "Feature",
                "features",
                "BASIS OF COMPARISON",
                "Points for the difference",
                "Point",
                "Header Cell - Column 0"))
        .allMatch(HeaderWords::isCorner);
    assertThat(List.of("Difference", "Notes", "ratio", "Diff.")).allMatch(HeaderWords::isRemark);
    assertThat(
            List.of("", "s", "Teller", "Year of birth", "Teller of comparison", " of difference"))
        .noneMatch(HeaderWords::isCorner)
        .noneMatch(HeaderWords::isRemark);
  }

  @Test
  void knowsWhatHeadsNamesAndWhatBeginsALabel() {
    assertThat(List.of("Job Title", "occupation", "Cities", "Countries", "Models", "Feature"))
        .filteredOn(HeaderWords::isOfNames)
        .containsExactly("Job Title", "occupation", "Models", "Feature");
    assertThat(List.of("Median", "average", "Salary"))
        .filteredOn(HeaderWords::beginsLabel)
        .containsExactly("Median", "average");
  }

  @Test
  void knowsThemInOtherLanguages() {
    assertThat(
            List.of(
                "Merkmal",
                "KRITERIEN",
                "Critères",
                "Característica",
                "Criterio",
                "Critério",
                "Caratteristica",
                "Kenmerk",
                "Cecha",
                "項目"))
        .allMatch(HeaderWords::isCorner)
        .allMatch(HeaderWords::isOnlyCorner);
    assertThat(List.of("Kategorie", "Producto", "Tipo"))
        .allMatch(HeaderWords::isCorner)
        .noneMatch(HeaderWords::isOnlyCorner);
    assertThat(List.of("Unterschied", "Différence", "Diferencia", "Sieger", "Unité", "違い"))
        .allMatch(HeaderWords::isSide);
    assertThat(List.of("Bemerkung", "Fuente"))
        .allMatch(HeaderWords::isRemark)
        .noneMatch(HeaderWords::isSide);
    assertThat(List.of("Rang", "Platz", "順位")).allMatch(HeaderWords::isRank);
    assertThat(List.of("L.p.", "Lfd. Nr.", "番号")).allMatch(HeaderWords::isSerial);
  }

  @Test
  void knowsNumbersOfRowsAndRanksWhateverTheirDotsAndBlanks() {
    assertThat(List.of("#", "No.", "Sr. No.", "S.No", "serial number", "Index"))
        .allMatch(HeaderWords::isSerial);
    assertThat(List.of("Rank", "Pos.", "position", "#")).allMatch(HeaderWords::isRank);
    assertThat(List.of("", "None", "Ranking"))
        .noneMatch(HeaderWords::isSerial)
        .noneMatch(HeaderWords::isRank);
  }
}
