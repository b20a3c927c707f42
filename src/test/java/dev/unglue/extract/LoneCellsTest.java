package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoneCellsTest {
  private static List<String> bare(String... lines) {
    return LoneCells.bare(Stream.of(lines).map(line -> SourceText.verbatim(line, 7)).toList())
        .stream()
        .map(SourceText::text)
        .toList();
  }

  @Test
  void leavesOutBarsAtEitherEnd() {
    assertThat(bare("| Price", "$1 |", "| $2 |", "Weight¦"))
        .containsExactly("Price", "$1", "$2", "Weight");
  }

  @Test
  void leavesOutBulletsBeforeABlankOnly() {
    assertThat(bare("• Price", "* $1", "*bold", "•", "· 7"))
        .containsExactly("Price", "$1", "*bold", "•", "7");
  }

  @Test
  void leavesOutLinesThatHoldNothingElse() {
    assertThat(bare("|", "| Price", "¦", "$1 |")).containsExactly("Price", "$1");
  }

  @Test
  void takesADashForAMarkOnlyWhereEachLineHasIt() {
    assertThat(bare("- Price", "- $1")).containsExactly("Price", "$1");
    assertThat(bare("- Price", "-", "- $1")).containsExactly("- Price", "-", "- $1");
    assertThat(bare("- Price", "-5 degrees")).containsExactly("- Price", "-5 degrees");
  }

  @Test
  void changesNothingWhereFewLinesAreMarkedOrABarPartsCells() {
    assertThat(bare("| Price", "$1", "$2")).containsExactly("| Price", "$1", "$2");
    assertThat(bare("| Price | $1 |", "| Weight |"))
        .containsExactly("| Price | $1 |", "| Weight |");
  }
}
