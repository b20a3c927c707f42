package dev.unglue.model.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Line;
import dev.unglue.model.value.Line.Kind;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {
  private static final PageText PAGE =
      new PageText(List.of(line("Tellers", 0), line("a|b", 10), line("c|d", 14), line("End", 20)));

  @Test
  void marksTheLinesThatLieInATable() {
    assertThat(PAGE.withTables(List.of(new Span(18, 19), new Span(10, 17))).lines())
        .extracting(Line::kind)
        .containsExactly(Kind.PLAIN, Kind.TABLE, Kind.TABLE, Kind.PLAIN);
  }

  @Test
  void leavesALineThatATableHoldsOnlyInPart() {
    assertThat(PAGE.withTables(List.of(new Span(10, 15), new Span(10, 12), new Span(21, 30))))
        .isEqualTo(
            new PageText(
                List.of(
                    line("Tellers", 0),
                    new Line(SourceText.verbatim("a|b", 10), Kind.TABLE),
                    line("c|d", 14),
                    line("End", 20))));
  }

  @Test
  void staysAsItIsWithoutTables() {
    assertThat(PAGE.withTables(List.of())).isEqualTo(PAGE);
  }

  private static Line line(String text, int base) {
    return new Line(SourceText.verbatim(text, base), Kind.PLAIN);
  }
}
