package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.role.PageClues;
import dev.unglue.extract.text.PlainText;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatedReaderTest {
  @Test
  void readsRowsWhoseLabelStandsBeforeEachCell() {
    Optional<PageTable> table =
        read("ScoreBakerAll jobs\nPay $31,200\n\nPay $59,000\n\nGrowth -2%\n\nGrowth 0.4%\nMore");
    assertThat(table.map(PageTable::layout)).contains(Layout.LINES);
    assertThat(table.flatMap(PageTable::header).map(RepeatedReaderTest::shown))
        .contains(": ScoreBakerAll jobs");
    assertThat(table.map(PageTable::rows).orElse(List.of()))
        .extracting(RepeatedReaderTest::shown)
        .containsExactly("Pay: $31,200 | $59,000", "Growth: -2% | 0.4%");
  }

  @Test
  void needsTwoRowsOfOneWidth() {
    assertThat(read("x\nStep 1\nStep 2\nStep 3\nPart 1\nPart 2\nEnd")).isEmpty();
    assertThat(read("x\nPay $1\nPay $2\nEnd")).isEmpty();
  }

  @Test
  void takesNoLongListForARow() {
    assertThat(read("x\n" + "Item 1\n".repeat(40) + "Part 1\n".repeat(40))).isEmpty();
  }

  private static Optional<PageTable> read(String text) {
    return new RepeatedReader()
        .read(PageLines.of(PlainText.lines(text)), 1)
        .map(found -> found.tables(PageClues.of(Tables.LABELS)).get(0));
  }

  private static String shown(Row row) {
    List<String> cells = row.cells().stream().map(SourceText::text).toList();
    return row.label().text() + ": " + String.join(" | ", cells);
  }
}
