package dev.unglue.model.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowTest {
  private static final SourceText LABEL = SourceText.verbatim("Average age", 0);
  private static final SourceText CELL = SourceText.verbatim("4246", 11);

  @ParameterizedTest
  @EnumSource(Join.class)
  void holdsJoinedCellsAsOneText(Join join) {
    assertThat(new Row(LABEL, List.of(CELL), join).cells()).containsExactly(CELL);
  }

  @ParameterizedTest
  @EnumSource(value = Join.class, names = "APART", mode = EnumSource.Mode.EXCLUDE)
  void refusesJoinedCellsInSeveralTexts(Join join) {
    assertThatThrownBy(() -> new Row(LABEL, List.of(CELL, CELL), join))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row \"Average age\": expected one joined text, found 2");
  }

  @Test
  void holdsAnyNumberOfCellsThatStandApart() {
    assertThat(new Row(LABEL, List.of(), Join.APART).cells()).isEmpty();
    assertThat(new Row(LABEL, List.of(CELL, CELL), Join.APART).cells()).hasSize(2);
  }
}
