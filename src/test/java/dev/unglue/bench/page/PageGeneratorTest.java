package dev.unglue.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.value.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageGeneratorTest {
  private static final NamePool POOL =
      NamePool.bundled(ConfigFolder.load(Path.of("config")).catalogue(), name -> true);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void makesTheSamePagesOfTheSameSeed(Dialect dialect) {
    assertThat(print(generator(1).pages(5), dialect))
        .isEqualTo(print(generator(1).pages(5), dialect))
        .isNotEqualTo(print(generator(2).pages(5), dialect));
  }

  @Test
  void runsTheCellsOfARowTogether() {
    GeneratedPage page = generator(1).pages(1).get(0).print(Dialect.GLUED);
    Map<String, String> salaries =
        page.truths().stream()
            .filter(truth -> truth.attribute().equals("yearly_salary_usd"))
            .collect(Collectors.toMap(Truth::subject, Truth::value, (a, b) -> b, TreeMap::new));

    assertThat(page.subjects()).hasSize(2);
    assertThat(page.text()).contains("\n" + String.join("", page.subjects()) + "\nYearly salary$");
    assertThat(salaries).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void printsEveryTruthOnThePage(Dialect dialect) {
    for (Comparison comparison : generator(3).pages(20)) {
      GeneratedPage page = comparison.print(dialect);
      String text = page.text().replace("&#39;", "'").replace("&amp;", "&").replace(",", "");
      for (Truth truth : page.truths()) {
        if (!truth.attribute().startsWith("time_to_become")) {
          assertThat(text).contains(truth.value().replace(",", ""));
        }
      }
    }
  }

  @Test
  void leavesMostRatingsOutAsRealPagesDo() {
    List<Truth> ratings =
        print(generator(4).pages(500), Dialect.GLUED).stream()
            .flatMap(page -> page.truths().stream())
            .filter(truth -> truth.attribute().equals("job_satisfaction"))
            .toList();
    long missing = ratings.stream().filter(truth -> truth.state() == State.MISSING).count();

    assertThat(ratings).hasSize(1000);
    assertThat(missing).isBetween(750L, 850L);
  }

  @Test
  void putsEachSubjectOfABatchOnAsManyPagesWithTheSameValues() {
    Map<String, List<String>> salaries = new TreeMap<>();
    for (Comparison comparison : generator(5).batch(10, 4)) {
      comparison.print(Dialect.GLUED).truths().stream()
          .filter(truth -> truth.attribute().equals("hourly_rate_usd"))
          .forEach(
              truth ->
                  salaries
                      .computeIfAbsent(truth.subject(), key -> new ArrayList<>())
                      .add(truth.value()));
    }

    assertThat(salaries).hasSize(10);
    assertThat(salaries.values())
        .allSatisfy(values -> assertThat(values).hasSize(4).containsOnly(values.get(0)));
  }

  @Test
  void refusesABatchThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator(1).batch(10, 3))
        .withMessage(
            "expected an even number of pages for each of more subjects, found 3 pages and 10"
                + " subjects");
  }

  @Test
  void leavesNoTraceOfAnEmptyCellWhereTheLayoutDropsIt() {
    Comparison page = new PageGenerator(POOL, new Random(1), new Flaws(1, 0)).pages(1).get(0);

    assertThat(page.print(Dialect.GLUED).text()).contains("\nHourly rate\nGrowth rate\n");
    assertThat(page.print(Dialect.PIPE_PADDED).text()).contains("\n| Hourly rate |  |  |\n");
    assertThat(page.print(Dialect.TSV).text()).contains("\nHourly rate\t\t\n");
  }

  private static PageGenerator generator(long seed) {
    return new PageGenerator(POOL, new Random(seed));
  }

  private static List<GeneratedPage> print(List<Comparison> pages, Dialect dialect) {
    return pages.stream().map(page -> page.print(dialect)).toList();
  }
}
