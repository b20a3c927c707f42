package dev.unglue.extract.table.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A spreadsheet's names of its columns and rows are not those of the table in it. */
class SheetNamesTest {
  private static final String LETTERS = "<tr><th></th><th>A</th><th>B</th><th>C</th></tr>";
  private static final String AGE = "<tr><th>7</th><td>Average age</td><td>41</td><td>38</td></tr>";

  private static List<String> told(String title, String... rows) {
    return Told.of("text/html", title + "<table>" + String.join("", rows) + "</table>");
  }

  @Test
  void readsTheTableInASheet() {
    String names = "<tr><th>1</th><td></td><td>Plumber</td><td>Pipefitter</td></tr>";
    String frozen = "<tr><th></th><td></td><td></td><td></td></tr>";
    assertThat(told("", LETTERS, names, frozen, AGE))
        .containsExactly("Pipefitter average_age_years 38", "Plumber average_age_years 41");
  }

  @Test
  void leavesWhatThePageCompares() {
    String names = "<tr><th>1</th><td>Tier</td><td>low</td><td>high</td></tr>";
    String first = "<tr><th>1</th><td>12</td><td>14</td><td>16</td></tr>";
    assertThat(told("<h1>A vs B vs C</h1>", LETTERS, names, AGE))
        .contains("A Tier ambiguous", "B Tier ambiguous", "C Tier ambiguous");
    assertThat(told("", LETTERS, first, AGE)).contains("B 12 14", "C 12 16");
  }
}
