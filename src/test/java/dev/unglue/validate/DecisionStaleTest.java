package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions that no longer fit what a page says. */
class DecisionStaleTest {
  private static final String HERE = "a".repeat(64);
  private static final String ELSEWHERE = "b".repeat(64);
  private static final String EXPERIENCE = "experience_years";
  private static final Signature BY =
      new Signature("Ann", Instant.parse("2026-01-05T00:00:00Z"), "I looked.", "decisions.csv:2");
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  private static RowDecision decision(
      String page, String sha256, boolean forSubjects, String... cells) {
    return new RowDecision(
        page,
        sha256,
        List.of("Teller", "Welder"),
        EXPERIENCE,
        "",
        "124",
        List.of(cells),
        forSubjects,
        BY);
  }

  private static PageFixture page(RowState state, String... cells) {
    return PageFixture.page("a.txt", "Teller", "Welder")
        .table(Section.OVERVIEW, Layout.GLUED)
        .joined(state, "decided", "Years of experience", cells);
  }

  private static List<String> found(PageFixture page, Tally tally, RowDecision... decisions) {
    return BOOK
        .checkDecisions(page.build(), new Decisions(List.of(decisions), List.of()), tally)
        .stream()
        .map(flag -> flag.expected() + " but " + flag.actual())
        .toList();
  }

  private static List<String> found(PageFixture page, RowDecision... decisions) {
    return found(page, new Tally(), decisions);
  }

  @Test
  void saysWhichDecisionDoesNotFitAndWhatToDo() {
    assertThat(
            Checks.messages(
                BOOK.checkDecisions(
                    page(RowState.READ, "1", "24").build(),
                    new Decisions(List.of(decision("a.txt", HERE, false, "12", "4")), List.of()),
                    new Tally())))
        .containsExactly(
            "A decision does not fit: expected 12 | 4, found \"no such reading of 124\", at a.txt;"
                + " decide again with unglue decide, or take out decisions.csv:2");
  }

  @Test
  void wantsAMissedValueReadWhereItWasSeen() {
    ParsedPage page = page(RowState.READ, "12", "4").build();
    Observation seen = page.observations().get(0);
    ValueDecision fits =
        new ValueDecision(
            "a.txt", HERE, seen.slug(), seen.attribute(), "", seen.rawText(), seen.span(), BY);
    ValueDecision not =
        new ValueDecision(
            "a.txt", HERE, seen.slug(), "job_count", "", seen.rawText(), seen.span(), BY);

    assertThat(
            BOOK.checkDecisions(
                page, new Decisions(List.of(), List.of(fits), List.of()), new Tally()))
        .isEmpty();
    assertThat(
            Checks.messages(
                BOOK.checkDecisions(
                    page, new Decisions(List.of(), List.of(not), List.of()), new Tally())))
        .containsExactly(
            "A decision does not fit: expected %s: %s, found \"no such value at %s\", at a.txt;"
                    .formatted(seen.slug(), seen.rawText(), not.at())
                + " decide again with unglue decide, or take out decisions.csv:2");
  }

  @Test
  void wantsTheRowOfTheSameContentReadAsDecided() {
    RowDecision decision = decision("a.txt", HERE, false, "12", "4");

    assertThat(found(page(RowState.READ, "12", "4"), decision)).isEmpty();
    assertThat(found(page(RowState.AMBIGUOUS, "12", "4"), decision))
        .containsExactly("12 | 4 but no such reading of 124");
    assertThat(found(PageFixture.page("a.txt", "Teller", "Welder"), decision))
        .containsExactly("12 | 4 but no such row");
  }

  @Test
  void knowsADecisionOnAnotherContentOfThePage() {
    Tally tally = new Tally();

    assertThat(
            found(
                page(RowState.READ, "12", "4"),
                tally,
                decision("a.txt", ELSEWHERE, false, "12", "4"),
                decision("b.txt", ELSEWHERE, false, "12", "4")))
        .containsExactly("12 | 4 but another content of the page");
    assertThat(tally.of("decision_stale")).isEqualTo(new Tally.Count(1, 1, 0));
  }

  @Test
  void asksNothingWithoutDecisions() {
    Tally tally = new Tally();

    assertThat(found(page(RowState.READ, "12", "4"), tally)).isEmpty();
    assertThat(tally.counts()).isEmpty();
  }

  // --- decisions for subjects -----------------------------------------------------------------

  private static Observation cell(
      String subject, String raw, State state, String method, Layout layout) {
    boolean value = state == State.VALUE;
    boolean open = state == State.AMBIGUOUS;
    return new Observation(
        Subject.named(subject),
        EXPERIENCE,
        "",
        0,
        Section.OVERVIEW,
        state,
        value ? new BigDecimal(raw) : null,
        null,
        raw,
        new Span(0, raw.length()),
        method,
        0.9,
        open ? List.of(new Candidate("1", 1, List.of("1", "24"))) : List.of(),
        layout);
  }

  private static List<String> ofCell(Observation seen, String... cells) {
    return found(
        PageFixture.page("b.txt", "Teller", "Welder").text("124").observed(seen),
        decision("a.txt", ELSEWHERE, true, cells));
  }

  @Test
  void wantsTheJoinedCellsOfTheSubjectsAsDecidedOnEveryPage() {
    assertThat(ofCell(cell("Teller", "12", State.VALUE, "unique", Layout.GLUED), "12", "4"))
        .isEmpty();
    assertThat(ofCell(cell("Teller", "1", State.VALUE, "unique", Layout.GLUED), "12", "4"))
        .isEmpty();
    assertThat(ofCell(cell("Welder", "24", State.VALUE, "unique", Layout.GLUED), "12", "4"))
        .containsExactly("4 but 24");
    assertThat(ofCell(cell("Welder", "124", State.AMBIGUOUS, "none", Layout.GLUED), "12", "4"))
        .containsExactly("4 but 124");
  }

  @Test
  void asksNoCellThatStandsApartOrIsOfAnotherSubjectOrWasDecidedToBeMissing() {
    assertThat(ofCell(cell("Welder", "24", State.VALUE, "cell", Layout.PIPE), "12", "4")).isEmpty();
    assertThat(ofCell(cell("Nurse", "24", State.VALUE, "unique", Layout.GLUED), "12", "4"))
        .isEmpty();
    assertThat(ofCell(cell("Welder", "24", State.VALUE, "unique", Layout.GLUED), "12", "-"))
        .isEmpty();
    assertThat(ofCell(cell("Welder", "-", State.MISSING, "unique", Layout.GLUED), "12", "4"))
        .isEmpty();
  }
}
