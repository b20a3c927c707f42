package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.piece.RowPieces;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps that the rows of a table may cost. */
class StepBudgetTest {
  private static List<RowPieces> rows(String text, int count) {
    return Collections.nCopies(count, RowPieces.of(SourceText.verbatim(text, 0), Join.SPACED));
  }

  @Test
  void letsAShortTableBeReadInEveryWay() {
    StepBudget budget = StepBudget.of(rows("Boat 5 m 7 m", 20));
    for (int columns = 2; columns <= 12; columns++) {
      assertThat(budget.allows(columns)).isTrue();
    }
  }

  @Test
  void isUsedUp() {
    StepBudget budget = StepBudget.of(rows("a b ".repeat(22) + "c", 150));
    assertThat(budget.allows(2)).isTrue();
    boolean more = true;
    for (int columns = 3; columns <= 12; columns++) {
      more &= budget.allows(columns);
    }
    assertThat(more).isFalse();
    assertThat(budget.allows(2)).isFalse();
  }

  @Test
  void leavesOutRowsThatAreNotLookedAt() {
    RowPieces row = rows("a ".repeat(60) + "b", 1).get(0);

    assertThat(row.isEnumerable()).isFalse();
    assertThat(StepBudget.of(List.of(row)).allows(12)).isTrue();
  }
}
