package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypedCellsTest {
  private static final long SEED = 20261130;
  private static final List<String> WORDS =
      List.of(
          "Data", "Entry", ",", "12%", "7", "$4", "-", "no", "Yes", "n/a", "May", "MaY", "Marc",
          "March", "Sept.", "of", "(two)", "TBA", "“q”", "１２", "é", "★", "won", "Mayor's");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Safety Audits, 13%        | false
          Real Estate, 9%           | false
          Mayor Junior Decision, 9% | false
          Rent $1,790               | true
          Rent 12                   | true
          Smoking no                | true
          On May, 5                 | true
          Since Sept, 5             | true
          """)
  void tellsWhetherANumberMayStandInACell(String line, boolean may) {
    assertThat(TypedCells.mayStandIn(line, Join.SPACED)).isEqualTo(may);
  }

  static Stream<String> lines() {
    Random random = new Random(SEED);
    return IntStream.range(0, 600)
        .mapToObj(
            i ->
                random
                    .ints(1 + random.nextInt(7), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .collect(Collectors.joining(i % 2 == 0 ? " " : "")));
  }

  /** The slow twin looks at every piece. */
  @ParameterizedTest
  @MethodSource("lines")
  void letsNoLineFallOutOfWhichAPieceIsTyped(String line) {
    for (Join join : List.of(Join.GLUED, Join.SPACED)) {
      RowPieces row = RowPieces.of(SourceText.verbatim(line, 0), join);
      boolean typed = false;
      for (int from = 0; from < row.last(); from++) {
        for (int to = from + 1; to <= row.last(); to++) {
          typed |= row.has(from, to) && row.piece(from, to).form().isTyped();
        }
      }
      assertThat(!typed || TypedCells.mayStandIn(line, join)).as("seed %d", SEED).isTrue();
    }
  }
}
