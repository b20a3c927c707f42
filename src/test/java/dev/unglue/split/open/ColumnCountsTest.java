package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.split.open.piece.CellPiece;
import dev.unglue.split.open.piece.PieceScanner;
import org.junit.jupiter.api.Test;

/** How much of what stands in each column. */
class ColumnCountsTest {
  private final ColumnCounts counts = new ColumnCounts();

  private static CellPiece piece(String text) {
    return PieceScanner.scan(text, 0, text.length());
  }

  private void add(int column, int row, String text) {
    counts.add(column, row, piece(text), ColumnCounts.ONE);
  }

  @Test
  void countsByColumnWhatCellsShare() {
    add(0, 0, "Big Boat");
    add(0, 1, "Big House");
    add(1, 0, "Big Boat");

    assertThat(counts.total(0)).isEqualTo(2);
    assertThat(counts.form(0, piece("Ann Smith"))).isEqualTo(2);
    assertThat(counts.pattern(0, piece("Ann Smith"))).isEqualTo(2);
    assertThat(counts.size(0, piece("Ann Smith"))).isEqualTo(2);
    assertThat(counts.size(0, piece("Ann"))).isZero();
    assertThat(counts.whole(0, piece("Big Boat"))).isEqualTo(1);
    assertThat(counts.first(0, piece("Big Tree"))).isEqualTo(2);
    assertThat(counts.last(0, piece("Old Boat"))).isEqualTo(1);
    assertThat(counts.total(2)).isZero();
  }

  @Test
  void takesAwayWhatWasAdded() {
    add(0, 0, "17");
    counts.add(0, 0, piece("17"), -ColumnCounts.ONE);

    assertThat(counts.total(0)).isZero();
    assertThat(counts.isEmpty()).isFalse();
    assertThat(new ColumnCounts().isEmpty()).isTrue();
  }

  @Test
  void knowsWhatGoesOnCounting() {
    add(0, 0, "17");
    add(0, 2, "19");
    add(1, 0, "17");
    add(2, 0, "19");

    assertThat(counts.next(0, 1, 18)).isEqualTo(1);
    assertThat(counts.next(1, 1, 17)).isEqualTo(0.7);
    assertThat(counts.next(2, 1, 18)).isEqualTo(1);
    assertThat(counts.next(0, 1, 25)).isZero();
  }

  @Test
  void growsWithoutForgetting() {
    for (int row = 0; row < 400; row++) {
      add(row % 5, row, Integer.toString(1000 + row * 7));
    }

    assertThat(counts.total(3)).isEqualTo(80);
    assertThat(counts.whole(3, piece(Integer.toString(1000 + 3 * 7)))).isEqualTo(1);
  }
}
