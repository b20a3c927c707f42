package dev.unglue.split.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnRangesTest {
  private static Optional<Range> range(int min, int max) {
    return Optional.of(new Range(new BigDecimal(min), new BigDecimal(max)));
  }

  @Test
  void holdsBothRangesOfAColumn() {
    ColumnRanges a = new ColumnRanges(List.of(range(1, 5), range(1, 5)));
    ColumnRanges b = new ColumnRanges(List.of(range(3, 9), range(0, 2)));

    assertThat(a.and(b).byColumn()).containsExactly(range(3, 5), range(1, 2));
  }

  @Test
  void believesNeitherOfTwoRangesThatExcludeEachOther() {
    ColumnRanges a = new ColumnRanges(List.of(range(1, 2)));
    ColumnRanges b = new ColumnRanges(List.of(range(3, 4)));

    assertThat(a.and(b).byColumn()).containsExactly(Optional.empty());
  }

  @Test
  void takesTheOnlyRangeThatThereIs() {
    ColumnRanges a = new ColumnRanges(List.of(range(1, 2), Optional.empty(), Optional.empty()));
    ColumnRanges b = new ColumnRanges(List.of(Optional.empty(), range(3, 4), Optional.empty()));

    assertThat(a.and(b).byColumn()).containsExactly(range(1, 2), range(3, 4), Optional.empty());
  }

  @Test
  void hasNoRangeBeyondItsLastColumn() {
    assertThat(new ColumnRanges(List.of(range(1, 2))).of(0)).isEqualTo(range(1, 2));
    assertThat(new ColumnRanges(List.of(range(1, 2))).of(1)).isEmpty();
    assertThat(ColumnRanges.NONE.size()).isZero();
  }
}
