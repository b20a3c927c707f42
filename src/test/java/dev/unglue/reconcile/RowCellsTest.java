package dev.unglue.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stored cells, and the row in doubt that they make. */
class RowCellsTest {
  private static StoredCell cell(long id, String subject, String text, int start, Layout layout) {
    return cell(id, subject, text, start, layout, State.VALUE, List.of());
  }

  private static StoredCell cell(
      long id,
      String subject,
      String text,
      int start,
      Layout layout,
      State state,
      List<Candidate> candidates) {
    return new StoredCell(
        id,
        new Observation(
            Subject.named(subject),
            "best_paying_company",
            "",
            0,
            Section.SALARY,
            state,
            null,
            state == State.VALUE ? text : null,
            text,
            new Span(start, start + text.length()),
            "shape",
            0.9,
            candidates,
            layout));
  }

  private static RowCells row(StoredCell... cells) {
    return new RowCells(List.of(List.of(cells)));
  }

  private static Optional<UnresolvedRow> doubtful(RowCells cells) {
    return UnresolvedRow.of(7, cells, Map.of());
  }

  @Test
  void putsTheTextOfAGluedRowTogetherAgain() {
    RowCells cells =
        row(
            cell(1, "Teller", "Citi", 10, Layout.GLUED),
            cell(2, "Welder", "Acme", 14, Layout.GLUED));

    UnresolvedRow found = doubtful(cells).orElseThrow();

    assertThat(found.raw()).isEqualTo("CitiAcme");
    assertThat(found.guess()).containsExactly("Citi", "Acme");
    assertThat(found.ids()).containsExactly(1L, 2L);
    assertThat(found.id()).isEqualTo(1);
    assertThat(found.start()).isEqualTo(10);
    assertThat(found.row().cells()).extracting(Object::toString).containsExactly("CitiAcme");
  }

  @Test
  void keepsTheBlanksBetweenTheCellsOfASpacedRow() {
    RowCells cells =
        row(
            cell(1, "Teller", "Citi", 10, Layout.SPACED),
            cell(2, "Welder", "Acme", 16, Layout.SPACED));

    assertThat(doubtful(cells)).get().extracting(UnresolvedRow::raw).isEqualTo("Citi  Acme");
  }

  @Test
  void leavesCellsAloneThatDoNotFollowEachOther() {
    StoredCell left = cell(1, "Teller", "Citi", 10, Layout.GLUED);

    assertThat(doubtful(row(left, cell(2, "Welder", "Acme", 15, Layout.GLUED)))).isEmpty();
    assertThat(doubtful(row(left, cell(2, "Welder", "Acme", 14, Layout.SPACED)))).isEmpty();
    assertThat(doubtful(row(left, cell(2, "Welder", "Acme", 18, Layout.SPACED)))).isEmpty();
  }

  @Test
  void leavesCellsAloneWhoseTextThePageSpellsOtherwise() {
    StoredCell left = cell(1, "Teller", "Citi", 10, Layout.GLUED);
    Observation acme = cell(2, "Welder", "Acme", 14, Layout.GLUED).seen();

    assertThat(doubtful(row(left, new StoredCell(2, spelt(acme, "A&#99;me"))))).isEmpty();
    assertThat(doubtful(row(left, new StoredCell(2, spelt(acme, "Ac me")))))
        .get()
        .extracting(UnresolvedRow::raw)
        .isEqualTo("CitiAc me");
    assertThat(doubtful(row(left))).isEmpty();
  }

  /** The same value where the page prints it in another way. */
  private static Observation spelt(Observation seen, String raw) {
    return new Observation(
        seen.subject(),
        seen.attribute(),
        seen.member(),
        seen.ordinal(),
        seen.section(),
        seen.state(),
        seen.valueNum(),
        seen.valueText(),
        raw,
        new Span(seen.span().start(), seen.span().start() + raw.length()),
        seen.method(),
        seen.confidence(),
        seen.candidates(),
        seen.layout());
  }

  @Test
  void wantsOneCellForEachOfTwoSubjects() {
    StoredCell teller = cell(1, "Teller", "Citi", 10, Layout.GLUED);
    StoredCell welder = cell(2, "Welder", "Acme", 14, Layout.GLUED);

    assertThat(row(teller).isWhole()).isFalse();
    assertThat(row(teller, teller).isWhole()).isFalse();
    assertThat(row(teller, welder).isWhole()).isTrue();
    assertThat(new RowCells(List.of(List.of(teller, welder), List.of(welder, teller))).isWhole())
        .isFalse();
    assertThat(new RowCells(List.of(List.of(teller, welder), List.of(teller, welder))).ids())
        .containsExactly(1L, 2L, 1L, 2L);
  }

  @Test
  void takesAnOpenRowWhoseCandidatesAreAllOfItsText() {
    List<Candidate> whole = List.of(new Candidate("Citi", 1, List.of("Citi", "Acme")));
    List<Candidate> part = List.of(new Candidate("Citi", 1, List.of("Citi", "Ac")));
    List<Candidate> three = List.of(new Candidate("Citi", 1, List.of("Citi", "Ac", "me")));

    assertThat(open(whole)).get().extracting(UnresolvedRow::guess).isEqualTo(List.of());
    assertThat(open(part)).isEmpty();
    assertThat(open(three)).isEmpty();
    assertThat(open(List.of())).isEmpty();
  }

  private static Optional<UnresolvedRow> open(List<Candidate> candidates) {
    return doubtful(
        row(
            cell(1, "Teller", "CitiAcme", 10, Layout.GLUED, State.AMBIGUOUS, candidates),
            cell(2, "Welder", "CitiAcme", 10, Layout.GLUED, State.AMBIGUOUS, candidates)));
  }
}
