package dev.unglue.extract.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.role.PageClues;
import dev.unglue.extract.text.PlainText;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {
  private static List<String> find(String text) {
    return Tables.find(new PipeReader(Tables.LABELS), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"|---|---|---|", "| :--- | ---: | :-: |", "|-|:-|-:|", "---|---|---|", "|---|"})
  void readsAnySeparator(String separator) {
    assertThat(find("Jobs:\n| | A | B |\n" + separator + "\n| Average age | 42 | 46 |\nThe end.\n"))
        .containsExactly("1..4 markdown kept\nheader '' [A][B]\n'Average age' [42][46]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"| a | - | b |", "|===|===|", "text", "--- --- ---", ""})
  void needsASeparator(String line) {
    assertThat(find("| | A | B |\n" + line + "\n| Average age | 42 | 46 |\n"))
        .allSatisfy(told -> assertThat(told).contains(" pipe "));
  }

  @Test
  void mendsAHeaderThatHasLostItsCorner() {
    assertThat(find("A | B | |\n---|---|---|\nAverage age | 42 | 46 |\n"))
        .containsExactly("0..3 markdown shifted\nheader '' [A][B]\n'Average age' [42][46]\n");
  }

  @Test
  void keepsTheSidesOfEmptyCells() {
    assertThat(
            find(
                "| Aspect | A | B |\n"
                    + "|---|---|---|\n"
                    + "| Average age | | 46 |\n"
                    + "| Hourly rate | $3 | |\n"
                    + "| Yearly salary | $1 | $2 |\n"))
        .containsExactly(
            """
            0..5 markdown kept
            header 'Aspect' [A][B]
            'Average age' [][46]
            'Hourly rate' [$3][]
            'Yearly salary' [$1][$2]
            """);
  }

  @Test
  void takesARuleBelowTheLastRowForNoHeader() {
    assertThat(
            find(
                "PAY | A | B |\n---|\nYearly salary | $1 | $2 | |\nHourly rate | $3 | $4 | |\n"
                    + "---|---|---|---|\nAGE | A | B |\n---|\nAverage age | 42 | 46 | |\n"
                    + "---|---|---|---|\n"))
        .hasSize(2)
        .allSatisfy(told -> assertThat(told).contains("[A][B]"))
        .anySatisfy(told -> assertThat(told).contains("'Hourly rate' [$3][$4]"));
  }

  @Test
  void beginsANewTableAtTheNextSeparator() {
    assertThat(
            find(
                "| | A | B |\n"
                    + "|---|---|---|\n"
                    + "| Average age | 42 | 46 |\n"
                    + "| | C | D |\n"
                    + "|---|---|---|\n"
                    + "| Average age | 43 | 47 |\n"))
        .containsExactly(
            "0..3 markdown kept\nheader '' [A][B]\n'Average age' [42][46]\n",
            "3..6 markdown kept\nheader '' [C][D]\n'Average age' [43][47]\n");
    assertThat(
            find(
                "| | A | B |\n"
                    + "|---|---|---|\n"
                    + "| Average age | 42 | 46 |\n"
                    + "|---|---|---|\n"
                    + "| Hourly rate | $3 | $4 |\n"))
        .containsExactly(
            "0..5 markdown kept\n"
                + "header '' [A][B]\n"
                + "'Average age' [42][46]\n"
                + "'Hourly rate' [$3][$4]\n");
  }

  @Test
  void takesNoRowForAHeader() {
    assertThat(find("| Average age | 42 | 46 |\n|---|---|---|\n| Hourly rate | $3 | $4 |\n"))
        .containsExactly(
            "0..3 markdown kept\nno header\n'Average age' [42][46]\n'Hourly rate' [$3][$4]\n");
  }

  @Test
  void readsWhatItsReaderSees() {
    String text =
        """
        | **Aspect** | [Teller](/jobs/teller) | __Head Teller__ |
        |---|---|---|
        | `Average age` | **42** | ![46](46.png) |
        """;

    assertThat(find(text))
        .containsExactly(
            "0..3 markdown kept\nheader 'Aspect' [Teller][Head Teller]\n'Average age' [42][46]\n");
    PageTable table =
        new PipeReader(Tables.LABELS)
            .read(PageLines.of(PlainText.lines(text)), 0)
            .orElseThrow()
            .tables(PageClues.of(Tables.LABELS))
            .get(0);
    SourceText link = table.header().orElseThrow().cells().get(0);
    assertThat(text.substring(link.span().start(), link.span().end())).isEqualTo("Teller");
    SourceText bold = table.rows().get(0).cells().get(0);
    assertThat(text.substring(bold.span().start(), bold.span().end())).isEqualTo("42");
  }

  @Test
  void partsNoCellAtAnEscapedPipe() {
    assertThat(
            find(
                "| | A | B |\n"
                    + "|---|---|---|\n"
                    + "| Most common college | New England Law \\| Boston | Penn |\n"
                    + "| Average age | 42 | 46 |\n"))
        .containsExactly(
            """
            0..4 markdown kept
            header '' [A][B]
            'Most common college' [New England Law | Boston][Penn]
            'Average age' [42][46]
            """);
  }

  @Test
  void readsACellThatIsBrokenIntoLinesByMarkup() {
    assertThat(find("| | A | B |\n|---|---|---|\n| Average<br/>age | <b>42</b> | 46<br>or so |\n"))
        .containsExactly("0..3 markdown kept\nheader '' [A][B]\n'Average age' [42][46 or so]\n");
  }

  @Test
  void needsARowAndTwoColumns() {
    assertThat(find("| | A | B |\n|---|---|---|\n")).isEmpty();
    assertThat(find("| A |\n|---|\n| x |\n| y |\n")).isEmpty();
  }
}
