package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.normalize.RowKinds;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.split.candidate.ColumnKeys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people have decided of a row, and where it holds. */
class PageDecisionsTest {
  private static final String HERE = "a".repeat(64);
  private static final String ELSEWHERE = "b".repeat(64);
  private static final String LABEL = "Years of experience";
  private static final Signature BY =
      new Signature("Ann", Instant.parse("2026-01-05T00:00:00Z"), "I looked.", "decisions.csv:2");
  private static final List<Subject> BOTH =
      List.of(Subject.named("Teller"), Subject.named("Welder"));
  private static final Header HEADER =
      new Header(List.of("Teller", "Welder"), List.of(), 2, false, "cell");

  private final RowKinds kinds = new RowKinds(TestCatalogue.settings().catalogue());

  private static RowDecision decision(
      String sha256, String text, boolean forSubjects, String... cells) {
    return new RowDecision(
        "a.txt",
        sha256,
        List.of("Teller", "Welder"),
        "experience_years",
        "",
        text,
        List.of(cells),
        forSubjects,
        BY);
  }

  private static PageDecisions on(String text, RowDecision... decisions) {
    CaptureRef ref = new CaptureRef("s", "a.txt", null, null, HERE, "text/plain", "a", 0, null);
    return new PageDecisions(List.of(decisions), new Capture(ref, text, List.of()), BOTH);
  }

  private Map<String, ColumnKeys> of(String text, Header header, RowDecision... decisions) {
    SourceText whole = SourceText.verbatim(text, 0);
    Row row =
        new Row(
            whole.slice(0, LABEL.length()),
            List.of(whole.slice(LABEL.length(), text.length())),
            Join.GLUED);
    return on(text, decisions).of(row, kinds.of(row), header);
  }

  private Map<String, ColumnKeys> of(String text, RowDecision... decisions) {
    return of(text, HEADER, decisions);
  }

  private static Map<String, ColumnKeys> decided(String source, String... keys) {
    return Map.of(
        source,
        new ColumnKeys(
            Arrays.stream(keys)
                .map(key -> key.isEmpty() ? Set.<String>of() : Set.of(key))
                .toList()));
  }

  // --- a row that the splitter is asked -------------------------------------------------------

  @Test
  void namesTheCellsOfTheRowThatWasDecidedOn() {
    assertThat(of(LABEL + "124", decision(HERE, "124", false, "12", "4")))
        .isEqualTo(decided("decided", "12", "4"));
    assertThat(of(LABEL + "12 4", decision(HERE, "1 24", false, "1 2", "4")))
        .isEqualTo(decided("decided", "12", "4"));
  }

  @Test
  void saysNothingOfAnotherRowContentOrNumberOfColumns() {
    assertThat(of(LABEL + "125", decision(HERE, "124", false, "12", "4"))).isEmpty();
    assertThat(of(LABEL + "124", decision(ELSEWHERE, "124", false, "12", "4"))).isEmpty();
    assertThat(of(LABEL + "124", decision(HERE, "124", false, "12", "4", "-"))).isEmpty();
    assertThat(of("Number of openings 124", decision(HERE, "124", false, "12", "4"))).isEmpty();
  }

  @Test
  void namesTheCellsOfTheSameSubjectsInOtherContentsWhereTheDecisionHoldsForThem() {
    assertThat(of(LABEL + "125", decision(ELSEWHERE, "124", true, "12", "4")))
        .isEqualTo(decided("decided_for_subject", "12", "4"));
    assertThat(of(LABEL + "12-", decision(ELSEWHERE, "12-", true, "12", "-")))
        .isEqualTo(decided("decided_for_subject", "12", ""));
    assertThat(of(LABEL + "--", decision(ELSEWHERE, "--", true, "-", "-"))).isEmpty();
  }

  @Test
  void putsEachDecidedCellBelowItsSubject() {
    Header turned = new Header(List.of("Welder", "Nurse"), List.of(), 2, false, "cell");
    Header others = new Header(List.of("Nurse", "Baker"), List.of(), 2, false, "cell");
    RowDecision decision = decision(ELSEWHERE, "124", true, "12", "4");

    assertThat(of(LABEL + "47", turned, decision))
        .isEqualTo(decided("decided_for_subject", "4", ""));
    assertThat(of(LABEL + "47", others, decision)).isEmpty();
  }

  @Test
  void leavesOutTheColumnsBehindTheSubjects() {
    Header three =
        new Header(List.of("Teller", "Welder", "Difference"), List.of(), 3, false, "cell");

    assertThat(of(LABEL + "1248", three, decision(ELSEWHERE, "124", true, "12", "4")))
        .isEqualTo(decided("decided_for_subject", "12", "4", ""));
  }

  @Test
  void heedsTheLaterDecisionForASubject() {
    assertThat(
            of(
                LABEL + "124",
                decision(ELSEWHERE, "124", true, "12", "4"),
                decision(ELSEWHERE, "12-", true, "1", "-")))
        .isEqualTo(decided("decided_for_subject", "1", "4"));
  }

  @Test
  void decidesOnARowWithoutCellsByItsLabel() {
    Row row = new Row(SourceText.verbatim(LABEL, 0), List.of(), Join.APART);

    assertThat(on(LABEL, decision(HERE, "", false, "-", "-")).of(row, kinds.of(row), HEADER))
        .isEqualTo(decided("decided", "-", "-"));
  }

  // --- a row of a table without known labels --------------------------------------------------

  private static Slice slice(String text, int start) {
    return new Slice(text, new Span(start, start + text.length()));
  }

  private static GridRow open(RowState state) {
    List<Reading> readings =
        List.of(
            new Reading(List.of(slice("1", 4), slice("24", 5)), 0.6, Map.of()),
            new Reading(List.of(slice("12", 4), slice("4", 6)), 0.4, Map.of()));
    return new GridRow(
        slice("Hats", 0),
        List.of(),
        state,
        true,
        slice("124", 4),
        List.of(slice("124", 4)),
        "none",
        readings,
        Map.of());
  }

  private static RowDecision hats(String sha256, String label, String text, String... cells) {
    return new RowDecision(
        "a.txt",
        sha256,
        List.of("Teller", "Welder"),
        "unmapped",
        label,
        text,
        List.of(cells),
        false,
        BY);
  }

  @Test
  void readsAnOpenRowAsItWasDecided() {
    for (RowState state : List.of(RowState.AMBIGUOUS, RowState.SHORT)) {
      GridRow row = open(state);

      assertThat(on("Hats124", hats(HERE, "hats", "124", "12", "4")).decided(row))
          .isEqualTo(row.readAs(List.of(slice("12", 4), slice("4", 6)), "decided"));
    }
  }

  @Test
  void leavesARowOpenThatTheDecisionDoesNotFit() {
    GridRow row = open(RowState.AMBIGUOUS);

    assertThat(on("Hats124", hats(HERE, "Hats", "124", "124", "-")).decided(row)).isEqualTo(row);
    assertThat(on("Hats124", hats(HERE, "Hats", "125", "12", "4")).decided(row)).isEqualTo(row);
    assertThat(on("Hats124", hats(HERE, "Caps", "124", "12", "4")).decided(row)).isEqualTo(row);
    assertThat(on("Hats124", hats(ELSEWHERE, "Hats", "124", "12", "4")).decided(row))
        .isEqualTo(row);
  }

  @Test
  void leavesARowAloneThatIsNotOpen() {
    for (RowState state : List.of(RowState.READ, RowState.LONG, RowState.UNPARSED)) {
      GridRow row = open(state);

      assertThat(on("Hats124", hats(HERE, "Hats", "124", "12", "4")).decided(row)).isEqualTo(row);
    }
  }
}
