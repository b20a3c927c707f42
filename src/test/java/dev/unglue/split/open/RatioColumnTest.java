package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.RowPieces;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of percents that are computed from the two before them. */
class RatioColumnTest {
  private static RowWay way(String row) {
    RowPieces pieces = RowPieces.of(SourceText.verbatim(row, 0), Join.SPACED);
    return new RowWay(pieces, IntStream.rangeClosed(0, pieces.last()).toArray(), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "110 100 10%, CHANGE",
    "100 110 10%, CHANGE_BACK",
    "'1,000 $5 20%', ",
    "$30 $40 75%, PART",
    "40 30 75%, PART_BACK",
    "'1,034 1,100 -6%', CHANGE",
    "0 0 5%, ",
    "110 100 11%, ",
    "110 100 ten, ",
    "110 4.5 10%, ",
    "１１０ 100 10%, "
  })
  void holdsWhereThePercentsAreRoundedSo(String row, RatioColumn holds) {
    List<RatioColumn> all =
        Arrays.stream(RatioColumn.values()).filter(ratio -> ratio.holds(way(row), 2)).toList();

    assertThat(all).isEqualTo(holds == null ? List.of() : List.of(holds));
  }
}
