package dev.unglue.split;

import static dev.unglue.split.Questions.glued;
import static dev.unglue.split.Questions.known;
import static dev.unglue.split.Questions.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Span;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitterTest {
  private final Splitter splitter = Splitter.standard(Shapes.LEARNED);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "yearly_salary_usd; $51,117$48,904; decided [$51,117, $48,904] by unique",
        "growth_rate_pct; --5%; decided [-, -5%] by unique",
        "growth_rate_pct; -5%; decided [-, 5%] by unique",
        "growth_rate_pct; --; decided [-, -] by unique",
        "job_satisfaction; 4.52; decided [4.5, 2] by unique",
        "job_count; 91,0048,116; decided [91,004, 8,116] by unique",
        // nothing marks thousands here: every cut fits
        "average_age_years; 3941; decided [39, 41] by unique",
        "salary_low_usd; Between $31,000 And $52,000-; decided [Between $31,000 And $52,000, -] by"
            + " unique",
        "highest_paying_state; New YorkNew Jersey; decided [New York, New Jersey] by unique",
      })
  void cutsRunTogetherCells(String attribute, String text, String answer) {
    assertThat(told(splitter.split(glued(attribute, text)))).isEqualTo(answer);
  }

  @Test
  void knowsWhereItsCellsStand() {
    Split split = splitter.split(glued("yearly_salary_usd", "$51,117$48,904"));

    assertThat(Questions.cells(split))
        .containsExactly(
            new Slice("$51,117", new Span(100, 107), List.of(whole("51117", 7))),
            new Slice("$48,904", new Span(107, 114), List.of(whole("48904", 7))));
  }

  private static CellPart whole(String number, int end) {
    return CellPart.of(Attribute.Part.WHOLE, new BigDecimal(number), 0, end);
  }

  @Test
  void takesTheLooserFormOnlyWhereNoReadingOfTheStricterOneExists() {
    assertThat(told(splitter.split(Questions.of("job_count", Join.SPACED, 2, "3407 30960"))))
        .isEqualTo("decided [3407, 30960] by unique");
    // with marks "1,2345" has no reading as 1,2 and 345, and none as 1 and ,2345
    assertThat(told(splitter.split(glued("job_count", "1,234567"))))
        .isEqualTo("decided [1,234, 567] by unique");
  }

  @Test
  void staysOpenWhereTwoReadingsAreAsLikely() {
    assertThat(told(splitter.split(glued("job_count", "35779,272"))))
        .isEqualTo("ambiguous, 2 in all: [[35, 779,272], [357, 79,272]]");
  }

  @Test
  void countsAllReadingsButKeepsTheLikeliestOnly() {
    Split split = splitter.split(glued("best_paying_company", "abcdefghijklmnopqrst"));

    assertThat(told(split)).startsWith("too few [abcdefghijklmnopqrst]");
    Split open =
        splitter.split(
            Questions.of(
                "best_paying_company",
                Join.SPACED,
                2,
                "Alpha Bravo Citi Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima"));
    assertThat(told(open)).startsWith("ambiguous, 11 in all: ");
    assertThat(Questions.readings(open)).hasSize(Splitter.KEPT);
  }

  @Test
  void decidesByThePageWhatTheTextLeavesOpen() {
    Question question =
        glued("job_count", "35779,272", known("prose", List.of(Set.of(), Set.of("79272"))));

    assertThat(told(splitter.split(question))).isEqualTo("decided [357, 79,272] by prose");
  }

  @Test
  void leavesOpenWhatTwoSourcesContradict() {
    Hints hints =
        new Hints(
            java.util.Map.of(
                "prose", new ColumnKeys(List.of(Set.of("357"), Set.of())),
                "other_table", new ColumnKeys(List.of(Set.of("35"), Set.of()))),
            Set.of());

    assertThat(told(splitter.split(glued("job_count", "35779,272", hints))))
        .startsWith("ambiguous, 2 in all: ");
  }

  /** 3 | 12 and 31 | 2, of which the sentences allow neither: they tell of 4 years and of 2. */
  @Test
  void staysOpenWhereThePageContradictsEveryReading() {
    Hints said = known("prose", List.of(Set.of("4", "48"), Set.of("2", "24")));
    Hints decided =
        said.with(
            Map.of("decided_for_subject", new ColumnKeys(List.of(Set.of("3"), Set.of("12")))));

    assertThat(told(splitter.split(glued("experience_years", "312", said))))
        .isEqualTo("ambiguous, 2 in all: [[31, 2], [3, 12]]");
    Hints other = known("prose", List.of(Set.of("4", "48"), Set.of("6", "72")));
    assertThat(told(splitter.split(glued("experience_years", "212", other))))
        .isEqualTo("decided [2, 12] by typical");
    assertThat(told(splitter.split(glued("experience_years", "24", said))))
        .isEqualTo("decided [2, 4] by unique");
    assertThat(told(splitter.split(glued("experience_years", "312", decided))))
        .isEqualTo("decided [3, 12] by decided");
  }

  @Test
  void neverDropsAReadingForItsSoftRange() {
    // 3 and 9 years of age are beyond all reason, and beyond the hard range: no reading; 17 is not
    assertThat(told(splitter.split(glued("average_age_years", "1718"))))
        .isEqualTo("decided [17, 18] by unique");
    assertThat(told(splitter.split(glued("average_age_years", "39")))).isEqualTo("too few [39]");
  }

  @Test
  void cutsNoGoodNumberIntoOddOnes() {
    assertThat(told(splitter.split(glued("job_count", "16,123")))).isEqualTo("too few [16,123]");
    // 4 jobs are as odd, but no cell could hold all of it
    assertThat(told(splitter.split(glued("job_count", "42,1231,200"))))
        .isEqualTo("decided [42,123, 1,200] by unique");
    assertThat(told(splitter.split(glued("job_count", "7009,120"))))
        .isEqualTo("decided [700, 9,120] by unique");
  }

  @Test
  void saysThatACellHasGone() {
    assertThat(told(splitter.split(glued("yearly_salary_usd", "$51,117"))))
        .isEqualTo("too few [$51,117]");
    assertThat(
            told(
                splitter.split(Questions.of("yearly_salary_usd", Join.GLUED, 4, "$51,117$48,904"))))
        .isEqualTo("too few [$51,117, $48,904]");
  }

  @Test
  void saysThatNothingFits() {
    assertThat(told(splitter.split(glued("yearly_salary_usd", "on request"))))
        .isEqualTo("impossible: expected 2 cells, found none that fit in \"on request\"");
    assertThat(told(splitter.split(glued("yearly_salary_usd", "x".repeat(81)))))
        .isEqualTo(
            "impossible: expected 2 cells, found none that fit in \"" + "x".repeat(79) + "…\"");
    assertThat(told(splitter.split(glued("yearly_salary_usd", ""))))
        .isEqualTo("impossible: expected 2 cells, found none that fit in \"\"");
  }

  @Test
  void partsCellsAtBlanksOfAnyLengthAndAtPipes() {
    assertThat(
            told(splitter.split(Questions.of("job_count", Join.SPACED, 3, "65,350  \t81,799 12"))))
        .isEqualTo("decided [65,350, 81,799, 12] by unique");
    assertThat(
            told(
                splitter.split(
                    Questions.of("yearly_salary_usd", Join.PIPED, 2, "$51,117 |$48,904"))))
        .isEqualTo("decided [$51,117, $48,904] by unique");
    assertThat(
            told(splitter.split(Questions.of("best_paying_company", Join.PIPED, 2, "A | B | C"))))
        .isEqualTo("ambiguous, 2 in all: [[A, B | C], [A | B, C]]");
    assertThat(told(splitter.split(Questions.of("best_paying_company", Join.APART, 2, "A | B"))))
        .isEqualTo("too few [A | B]");
  }

  @Test
  void namesTheSourceThatSetTheBestReadingApart() {
    assertThat(told(splitter.split(glued("best_paying_company", "AcmeAcme"))))
        .isEqualTo("decided [Acme, Acme] by equal_cells");
    assertThat(
            told(
                splitter.split(
                    glued(
                        "best_paying_company",
                        "AcmeBolt Works",
                        Questions.names("acme", "bolt works")))))
        .isEqualTo("decided [Acme, Bolt Works] by lexicon");
  }

  @Test
  void asksNoThresholdOfARowThatHasOneReadingOnly() {
    Split split = splitter.split(glued("best_paying_company", "-Acme"));

    assertThat(told(split)).isEqualTo("decided [-, Acme] by unique");
  }

  @Test
  void usesTheUsualThresholdWhereNoAttributeSetsOne() {
    Question question = glued("job_count", "1,0002,000");
    Question unnamed =
        new Question(
            question.text(),
            Join.GLUED,
            2,
            List.of(),
            question.forms(),
            question.marks(),
            Hints.NONE);

    assertThat(unnamed.threshold()).isEqualTo(0.98);
    assertThat(told(splitter.split(unnamed))).isEqualTo("decided [1,000, 2,000] by unique");
  }
}
