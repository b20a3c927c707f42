package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.page.PageParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Phones, countries, colleges, cards, cars, jobs by state: cells run together or joined by a blank,
 * with labels that no catalogue knows. Counted in cells, labels among them; in a row that is open
 * as a whole, what all its readings agree on counts as right.
 */
class KindTablesTest {
  private final PageParser parser = TestCatalogue.parser();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          kinds-tuned.txt;  glued;  230 right, 27 open, 0 lost, wrong: []
          kinds-tuned.txt;  spaced; 209 right, 48 open, 0 lost, wrong: []
          kinds-unseen.txt; glued;  214 right, 12 open, 0 lost, wrong: []
          kinds-unseen.txt; spaced; 205 right, 21 open, 0 lost, wrong: []
          kinds-last.txt;   glued;  131 right, 20 open, 0 lost, wrong: []
          kinds-last.txt;   spaced; 128 right, 23 open, 0 lost, wrong: []
          """)
  void readsMostCellsAndLeavesOpenWhatNothingDecides(String file, String layout, String score) {
    String between = layout.equals("glued") ? "" : " ";
    KindTables.Score total = KindTables.NOTHING;
    for (KindTables table : KindTables.of(file)) {
      String page = table.page(between);
      total =
          total.and(
              KindTables.score(
                  parser.parse(KindTables.capture("https://a.example/b", page)), table.body()));
    }
    assertThat(total).hasToString(score);
  }
}
