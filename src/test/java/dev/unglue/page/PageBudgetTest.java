package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.split.Split;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageBudgetTest {
  private static final Catalogue CATALOGUE = TestCatalogue.settings().catalogue();
  private static final Attribute NAME = Attributes.text("name");
  private static final Split CUT = new Split.Impossible("cut");

  private static Question question(String text, int start) {
    return question(text, start, 2);
  }

  private static Question question(String text, int start, int columns) {
    return new Question(
        SourceText.verbatim(text, start),
        Join.GLUED,
        columns,
        List.of(NAME),
        List.of(CellForms.of(NAME, CATALOGUE)),
        List.of(),
        Hints.NONE);
  }

  @Test
  void leavesRowsUncutThatCostMoreThanTheirPageMay() {
    PageBudget budget = new PageBudget(question -> CUT, 0);
    String row = "Ab Cd ".repeat(20).strip();
    int cut = 0;
    while (cut < 10_000 && budget.apply(question(row, 7)).equals(CUT)) {
      cut++;
    }

    assertThat(cut).isEqualTo(237);
    budget.apply(question(row, 7));
    budget.apply(question(row, 900));
    assertThat(budget.apply(question("Citi", 2000))).isEqualTo(CUT);
    assertThat(budget.refused())
        .containsExactly(unread(row, new Span(7, 126)), unread(row, new Span(900, 1019)));
  }

  private static Unread unread(String row, Span place) {
    return new Unread(
        "page_budget",
        "a row costs more to cut than its page may: expected fewer places to cut, found \""
            + row.substring(0, 79)
            + "…\"",
        place);
  }

  @Test
  void allowsALongerPageMoreAndChargesNothingForWhatCannotFit() {
    PageBudget budget = new PageBudget(question -> CUT, 1_000_000);
    String row = "Ab Cd ".repeat(20).strip();
    for (int i = 0; i < 1_000; i++) {
      assertThat(budget.apply(question(row, 0))).isEqualTo(CUT);
      assertThat(budget.apply(question(row.repeat(40), 0))).isEqualTo(CUT);
    }
    assertThat(budget.refused()).isEmpty();
  }

  @Test
  void chargesForTheWaysBetweenTheOuterColumns() {
    PageBudget budget = new PageBudget(question -> CUT, 0);
    String row = "Ab Cd Ef Gh Ij Kl Mn Op";
    int cut = 0;
    while (cut < 10_000 && budget.apply(question(row, 7, 8)).equals(CUT)) {
      cut++;
    }

    assertThat(cut).isEqualTo(66);
  }

  @Test
  void namesTheLinesThatNoTableTriesAndTheRowsThatSpansLeaveOut() {
    List<SourceText> lines =
        List.of(SourceText.verbatim("Boat 5 m 7 m", 10), SourceText.verbatim("Car 4 m 5 m", 23));

    assertThat(PageBudget.beyond(lines))
        .isEqualTo(
            new Unread(
                "page_budget",
                "a table of more rows than are read together: expected its end, found 2 more"
                    + " lines, \"Boat 5 m 7 m\"",
                new Span(10, 34)));
    assertThat(PageBudget.leftOut(new Span(3, 9)))
        .isEqualTo(
            new Unread(
                "page_budget",
                "cells that span columns or rows are repeated more often than a page may:"
                    + " expected 1,000,000 repeats at most, found rows of a table beyond them",
                new Span(3, 9)));
  }
}
