package dev.unglue.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.split.candidate.ColumnKeys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What captures say of one field: certain cells, and rows in doubt. */
class AttributeCellsTest {
  private static final Catalogue CATALOGUE = TestCatalogue.settings().catalogue();
  private static final List<RowAttributes> FIELDS = RowAttributes.of(CATALOGUE);
  private static final String COMPANY = "best_paying_company";
  private static final String DEGREE = "common_degree";
  private static final String DEGREE_PCT = "common_degree_pct";
  private static final String BOTH_DEGREES = DEGREE + "+" + DEGREE_PCT;
  private static final String EXPERIENCE = "experience_years";
  private static final String UNMAPPED = "unmapped";

  private final List<StoredCell> stored = new ArrayList<>();

  private static RowAttributes field(String key) {
    return FIELDS.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  /** A cell as some page has it; a number is stored as one. */
  private record Seen(
      @Nullable String subject, String attribute, String text, int start, String method) {
    Observation as(State state, Section section, @Nullable Layout layout, String label) {
      boolean number = text.matches("\\d+") && state == State.VALUE;
      boolean word = !number && state == State.VALUE;
      boolean open = state == State.AMBIGUOUS;
      return new Observation(
          subject == null ? null : Subject.named(subject),
          attribute,
          label,
          0,
          section,
          state,
          number ? new BigDecimal(text) : null,
          word ? text : null,
          text,
          new Span(start, start + text.length()),
          method,
          0.9,
          open ? List.of(new Candidate(text, 1, List.of(text, ""))) : List.of(),
          layout);
    }
  }

  private AttributeCellsTest add(Observation seen) {
    stored.add(new StoredCell(stored.size() + 1, seen));
    return this;
  }

  private AttributeCellsTest value(
      String subject, String attribute, String text, int start, String method, Layout layout) {
    return add(
        new Seen(subject, attribute, text, start, method)
            .as(State.VALUE, Section.SALARY, layout, ""));
  }

  private AttributeCells in(String key) {
    AttributeCells cells = new AttributeCells(field(key), CATALOGUE);
    cells.add(new CaptureCells(7, stored));
    stored.clear();
    return cells;
  }

  private static List<String> raw(AttributeCells cells) {
    return cells.rows().stream().map(row -> row.raw() + " " + row.ids()).toList();
  }

  // --- certain cells --------------------------------------------------------------------------

  @Test
  void aNameInACellOfItsOwnIsCertainAndApart() {
    AttributeCells cells =
        value("Teller", COMPANY, "Citi", 0, "cell", Layout.PIPE)
            .value("Head Teller", COMPANY, "McVay", 5, "unique", Layout.GLUED)
            .value("Welder", COMPANY, "Zest", 10, "shape", Layout.GLUED)
            .value("Nurse", COMPANY, "Acme", 14, "other_pages", Layout.GLUED)
            .in(COMPANY);

    assertThat(cells.known())
        .containsExactly(
            new KnownCell("7", "teller", "citi"), new KnownCell("7", "head-teller", "mcvay"));
    assertThat(cells.apart()).containsExactly(new KnownCell("7", "teller", "citi"));
  }

  @Test
  void aNumberInACellOfItsOwnIsCertainButNoNameApart() {
    AttributeCells cells = value("Teller", EXPERIENCE, "12", 0, "cell", Layout.PIPE).in(EXPERIENCE);

    assertThat(cells.known()).containsExactly(new KnownCell("7", "teller", "12"));
    assertThat(cells.apart()).isEmpty();
  }

  @Test
  void whatASentenceSaysOrNobodyOwnsIsNoCell() {
    AttributeCells cells =
        add(new Seen("Teller", COMPANY, "Citi", 0, "cell").as(State.VALUE, Section.PROSE, null, ""))
            .add(
                new Seen(null, COMPANY, "Acme", 5, "cell")
                    .as(State.VALUE, Section.SALARY, Layout.PIPE, ""))
            .add(
                new Seen("Welder", COMPANY, "-", 10, "cell")
                    .as(State.MISSING, Section.SALARY, Layout.PIPE, ""))
            .in(COMPANY);

    assertThat(cells.known()).isEmpty();
    assertThat(cells.rows()).isEmpty();
  }

  @Test
  void theTwoPartsOfACellAreCertainTogether() {
    AttributeCells whole =
        value("Teller", DEGREE, "Bachelor's", 0, "cell", Layout.PIPE)
            .value("Teller", DEGREE_PCT, "48", 0, "cell", Layout.PIPE)
            .in(BOTH_DEGREES);
    AttributeCells part =
        value("Teller", DEGREE, "Bachelor's", 0, "cell", Layout.PIPE).in(BOTH_DEGREES);
    AttributeCells uneven =
        value("Teller", DEGREE, "Bachelor's", 0, "cell", Layout.PIPE)
            .value("Teller", DEGREE_PCT, "48", 0, "cell", Layout.PIPE)
            .value("Teller", DEGREE_PCT, "51", 20, "cell", Layout.PIPE)
            .in(BOTH_DEGREES);

    assertThat(whole.known()).containsExactly(new KnownCell("7", "teller", "bachelor's;48"));
    assertThat(part.known()).isEmpty();
    assertThat(uneven.known()).isEmpty();
  }

  @Test
  void tellsTheRowsOfUnknownLabelsApart() {
    AttributeCells cells =
        add(new Seen("Teller", UNMAPPED, "Citi", 0, "cell")
                .as(State.VALUE, Section.PAGE, Layout.PIPE, "Best Bank"))
            .add(
                new Seen("Teller", UNMAPPED, "Acme", 9, "cell")
                    .as(State.VALUE, Section.PAGE, Layout.PIPE, "Hat"))
            .in(UNMAPPED);

    assertThat(cells.known())
        .containsExactly(
            new KnownCell("7", "teller\nbest bank", "citi"),
            new KnownCell("7", "teller\nhat", "acme"));
    assertThat(cells.apart()).isEmpty();
  }

  // --- rows that are open ---------------------------------------------------------------------

  private AttributeCellsTest open(String attribute, Layout layout) {
    for (String subject : List.of("Teller", "Welder")) {
      add(
          new Seen(subject, attribute, "CitiAcme", 10, "none")
              .as(State.AMBIGUOUS, Section.SALARY, layout, ""));
    }
    return this;
  }

  @Test
  void anOpenRowThatRanTogetherIsInDoubt() {
    UnresolvedRow row = open(COMPANY, Layout.GLUED).in(COMPANY).rows().get(0);

    assertThat(row)
        .isEqualTo(
            new UnresolvedRow(
                7,
                "",
                "CitiAcme",
                10,
                Layout.GLUED,
                Section.SALARY,
                List.of(Subject.named("Teller"), Subject.named("Welder")),
                List.of(),
                List.of(1L, 2L),
                Map.of()));
    assertThat(raw(open(COMPANY, Layout.SPACED).in(COMPANY))).containsExactly("CitiAcme [1, 2]");
    assertThat(raw(open(COMPANY, Layout.PIPE).in(COMPANY))).isEmpty();
  }

  @Test
  void anOpenRowOfTwoAttributesIsAskedOfTheirOwnField() {
    assertThat(raw(open(DEGREE, Layout.GLUED).open(DEGREE_PCT, Layout.GLUED).in(BOTH_DEGREES)))
        .containsExactly("CitiAcme [1, 2, 3, 4]");
    assertThat(raw(open(DEGREE, Layout.GLUED).in(BOTH_DEGREES))).isEmpty();
  }

  // --- rows that their page guesses -----------------------------------------------------------

  private AttributeCellsTest guess(int start, State state, Section section) {
    return add(new Seen("Teller", COMPANY, "Citi", start, "shape")
            .as(State.VALUE, section, Layout.GLUED, ""))
        .add(
            new Seen("Welder", COMPANY, "Acme", start + 4, "shape")
                .as(state, section, Layout.GLUED, ""));
  }

  @Test
  void aRowThatItsPageGuessesIsInDoubtOnceForEachTable() {
    AttributeCells cells =
        guess(10, State.VALUE, Section.SALARY).guess(40, State.MISSING, Section.SALARY).in(COMPANY);

    assertThat(raw(cells)).containsExactly("CitiAcme [1, 2]", "CitiAcme [3, 4]");
    assertThat(cells.rows())
        .extracting(UnresolvedRow::guess)
        .containsExactly(List.of("Citi", "Acme"), List.of("Citi", "Acme"));
  }

  @Test
  void aRowThatIsCertainOrWrongOrInTwoSectionsIsNoGuess() {
    assertThat(raw(guess(10, State.UNPARSED, Section.SALARY).in(COMPANY))).isEmpty();
    assertThat(
            raw(
                value("Teller", COMPANY, "Citi", 10, "unique", Layout.GLUED)
                    .value("Welder", COMPANY, "Acme", 14, "unique", Layout.GLUED)
                    .in(COMPANY)))
        .isEmpty();
    assertThat(
            raw(
                value("Teller", COMPANY, "Citi", 10, "shape", Layout.GLUED)
                    .add(
                        new Seen("Welder", COMPANY, "Acme", 14, "shape")
                            .as(State.VALUE, Section.OVERVIEW, Layout.GLUED, ""))
                    .in(COMPANY)))
        .isEmpty();
    assertThat(
            raw(
                value("Teller", COMPANY, "Citi", 10, "shape", Layout.PIPE)
                    .value("Welder", COMPANY, "Acme", 14, "shape", Layout.PIPE)
                    .in(COMPANY)))
        .isEmpty();
  }

  @Test
  void aGuessOfTwoPartsCannotBeToldFromItsCells() {
    assertThat(
            raw(
                value("Teller", DEGREE, "Bachelor's", 0, "shape", Layout.GLUED)
                    .value("Welder", DEGREE, "Master's", 10, "shape", Layout.GLUED)
                    .in(BOTH_DEGREES)))
        .isEmpty();
  }

  @Test
  void aRowInDoubtKnowsTheCertainCellsAndTheSentencesOfItsPage() {
    AttributeCells byTable =
        value("Welder", COMPANY, "Acme", 90, "cell", Layout.PIPE)
            .guess(10, State.VALUE, Section.SALARY)
            .in(COMPANY);

    assertThat(byTable.rows())
        .extracting(UnresolvedRow::known)
        .containsExactly(Map.of("other_table", new ColumnKeys(List.of(Set.of(), Set.of("acme")))));

    for (String subject : List.of("Teller", "Welder")) {
      add(
          new Seen(subject, EXPERIENCE, "124", 10, "none")
              .as(State.AMBIGUOUS, Section.OVERVIEW, Layout.GLUED, ""));
    }
    AttributeCells bySentence =
        add(new Seen("Teller", EXPERIENCE, "12", 90, "sentence")
                .as(State.VALUE, Section.PROSE, null, ""))
            .in(EXPERIENCE);

    assertThat(bySentence.rows())
        .extracting(UnresolvedRow::known)
        .containsExactly(Map.of("prose", new ColumnKeys(List.of(Set.of("12"), Set.of()))));
  }

  // --- what it has to see ---------------------------------------------------------------------

  @Test
  void seesTheFieldsThatShareAnAttributeAndWhatRepairsOne() {
    AttributeCells company = new AttributeCells(field(COMPANY), CATALOGUE);
    AttributeCells degree = new AttributeCells(field(BOTH_DEGREES), CATALOGUE);

    assertThat(company.attributes(FIELDS)).containsExactly(COMPANY);
    assertThat(degree.attributes(FIELDS)).containsExactlyInAnyOrder(DEGREE, DEGREE_PCT);
    assertThat(new AttributeCells(field(EXPERIENCE), CATALOGUE).attributes(FIELDS))
        .containsExactlyInAnyOrder(EXPERIENCE, "time_to_become_max_months");
  }

  // --- keys -----------------------------------------------------------------------------------

  private static Optional<String> key(String field, String... texts) {
    List<Observation> cell = new ArrayList<>();
    for (String text : texts) {
      cell.add(
          new Seen("Teller", "x", text, 0, "cell")
              .as(State.VALUE, Section.OVERVIEW, Layout.PIPE, ""));
    }
    return field(field).key(cell, CATALOGUE);
  }

  @Test
  void givesTheKeyOfAWholeCellOnly() {
    assertThat(key(COMPANY, "Citi")).contains("citi");
    assertThat(key("yearly_salary_usd", "34920")).contains("34920");
    assertThat(key(BOTH_DEGREES, "Bachelor's", "48")).contains("bachelor's;48");
    assertThat(key(BOTH_DEGREES, "Bachelor's")).isEmpty();
    assertThat(key("gender_pct", "48")).isEmpty();
    assertThat(key(UNMAPPED, "Blue Hat")).contains("blue hat");
    assertThat(key(UNMAPPED, "")).isEmpty();
  }

  @Test
  void tellsNamesAndWholeCellsFromOthers() {
    List<String> keys = List.of(COMPANY, EXPERIENCE, UNMAPPED, BOTH_DEGREES, "gender_pct");

    assertThat(keys.stream().filter(key -> field(key).isName())).containsExactly(COMPANY);
    assertThat(keys.stream().filter(key -> field(key).isWhole()))
        .containsExactly(COMPANY, EXPERIENCE, UNMAPPED);
  }
}
