package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreakdownFormTest {
  private static final CellForm BREAKDOWN = Forms.of(CellType.BREAKDOWN);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Male, 35.1%; percent[Male]=35.1 'Male, 35.1%'",
        "Male, 35.1% Female, 64.9%; percent[Male]=35.1 'Male, 35.1%' | percent[Female]=64.9 'Female, 64.9%'",
        "Male, 35.1%, Female, 64.9%; percent[Male]=35.1 'Male, 35.1%' | percent[Female]=64.9 'Female, 64.9%'",
        "Male 35 % Female 65 %; percent[Male]=35 'Male 35 %' | percent[Female]=65 'Female 65 %'",
        "Male , 35%; percent[Male]=35 'Male , 35%'",
        "Male, 0% Female, 100%; percent[Male]=0 'Male, 0%' | percent[Female]=100 'Female, 100%'",
        "Black, African or Caribbean, 12.25%; percent[Black, African or Caribbean]=12.25 'Black, African or Caribbean, 12.25%'",
        "Ägypter, 1% Étudiants, 2%; percent[Ägypter]=1 'Ägypter, 1%' | percent[Étudiants]=2 'Étudiants, 2%'",
      })
  void readsNamesWithTheirShares(String cell, String parts) {
    assertThat(Forms.read(BREAKDOWN, cell))
        .isEqualTo(parts.replace(" | ", "; ").replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void readsUpToAnyNumberOfMembers(int members) {
    String cell =
        IntStream.rangeClosed(1, members)
            .mapToObj(i -> "Group " + (char) ('A' + i) + ", " + i + ".5%")
            .collect(Collectors.joining(" "));

    assertThat(BREAKDOWN.read(cell)).hasSize(members);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "35.1%",
        "Male, 35.1",
        "Male, 35.1% ",
        "Male, 35.1%,",
        "Male, 35.1%Female, 64.9%",
        "Male, 35.1% Female",
        // the second begins where a name returns
        "Male, 35.1% Female, 64.9% Male, 40.4%",
        "Male, 35.1% male, 64.9%",
        "Male, 35.1% Male , 64.9%",
        "Male, 35.125%",
        "Male, 035%",
        "Male, 1000%",
        "Male, -5%",
        " Male, 35.1%",
        ", 35.1%",
        // a share without its sign is no part of a name
        "Male, 35.1 Female, 64.9%",
      })
  void refusesWhatIsNoBreakdown(String cell) {
    assertThat(BREAKDOWN.read(cell)).isEmpty();
  }

  @Test
  void refusesACellThatIsTooLong() {
    assertThat(BREAKDOWN.read("M" + "a".repeat(1200) + ", 5%")).isEmpty();
    assertThat(BREAKDOWN.isFree()).isFalse();
  }
}
