package dev.unglue.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFiltersTest {
  @ParameterizedTest
  @CsvSource({"1219, '1,219'", "-8, -8", "43251.50, '43,251.50'", "3.67, 3.67", "1e5, 1e5"})
  void setsThousandsApart(String number, String shown) {
    assertThat(ReportFilters.grouped(number)).isEqualTo(shown);
  }

  @Test
  void leavesTextsThatAreNoNumbers() {
    assertThat(ReportFilters.grouped("Bank 1219")).isEqualTo("Bank 1219");
  }

  @Test
  void cutsLongTextsToOneLine() {
    assertThat(ReportFilters.line(" a\n b ")).isEqualTo("a b");
    assertThat(ReportFilters.line("😀".repeat(161))).isEqualTo("😀".repeat(159) + "…");
  }
}
