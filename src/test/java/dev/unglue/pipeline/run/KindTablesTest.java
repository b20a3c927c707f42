package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.page.PageParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Phones, countries, colleges, cards, cars, jobs by state: cells run together or joined by a blank,
 * with labels that no catalogue knows. Counted in cells, labels among them.
 */
class KindTablesTest {
  private final PageParser parser = TestCatalogue.parser();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          kinds-tuned.txt;  glued;  239 right, 18 open, 0 lost, wrong: []
          kinds-tuned.txt;  spaced; 213 right, 44 open, 0 lost, wrong: []
          kinds-unseen.txt; glued;  215 right, 11 open, 0 lost, wrong: []
          kinds-unseen.txt; spaced; 205 right, 21 open, 0 lost, wrong: []
          kinds-last.txt;   glued;  142 right, 9 open, 0 lost, wrong: []
          kinds-last.txt;   spaced; 149 right, 2 open, 0 lost, wrong: []
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
