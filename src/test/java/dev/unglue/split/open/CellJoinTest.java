package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the cells of rows stand to each other. */
class CellJoinTest {
  private static Join of(String... rows) {
    return CellJoin.of(Arrays.stream(rows).map(row -> SourceText.verbatim(row, 0)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Big boatSmall house",
        "Big boat17 m",
        "Big (old)Boat",
        "Big 5%6%",
        "Weight 3 kg$5",
        "Weight 3$5",
        "Rank 1Ann Smith",
        "2012794700"
      })
  void seesCellsThatRanTogether(String row) {
    assertThat(of(row)).isEqualTo(Join.GLUED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Big boat 17 m",
        "An iPhone for Mr McDonald",
        "Rank 1A of 2B",
        "US$5 in all",
        "5%, (b) c"
      })
  void seesCellsJoinedByBlanks(String row) {
    assertThat(of(row)).isEqualTo(Join.SPACED);
  }

  @Test
  void goesWithTheMostOfTheRows() {
    assertThat(of("BigBoats", "Old houseNew house", "Big 5")).isEqualTo(Join.GLUED);
    assertThat(of("Big 4", "Old houseNew house", "Big 5")).isEqualTo(Join.SPACED);
  }
}
