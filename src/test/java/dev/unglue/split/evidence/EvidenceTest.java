package dev.unglue.split.evidence;

import static dev.unglue.split.Questions.glued;
import static dev.unglue.split.Questions.known;
import static dev.unglue.split.Questions.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Range;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.Questions;
import dev.unglue.split.Shapes;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnRanges;
import dev.unglue.split.candidate.Hints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each source of evidence says by itself. */
class EvidenceTest {

  // --- keys -----------------------------------------------------------------------------------

  @Test
  void namesCellsByPlainNumbersAndSmallLetters() {
    assertThat(cells("hourly_rate_usd", "$34.50", "-"))
        .extracting(Cell::key)
        .containsExactly("34.5", "");
    assertThat(cells("common_degree", "Bachelor's Degree, 48%").get(0).key())
        .isEqualTo("bachelor's degree;48");
    assertThat(cells("gender_pct", "Male, 35.1% Female, 64.9%").get(0).key())
        .isEqualTo("male=35.1;female=64.9");
    assertThat(Cell.plain(new BigDecimal("0.00"))).isEqualTo("0");
    assertThat(Cell.plain(new BigDecimal("1E+3"))).isEqualTo("1000");
  }

  // --- values known from elsewhere ------------------------------------------------------------

  @Test
  void weighsEachCellThatAnotherPlaceNames() {
    KnownValues prose = new KnownValues("prose", new EvidenceWeights(6, -5));
    List<Cell> reading = cells("average_age_years", "42", "46");

    assertThat(prose.name()).isEqualTo("prose");
    assertThat(weigh(prose, known("prose", List.of(Set.of("42", "43"), Set.of("46"))), reading))
        .isEqualTo(12);
    assertThat(weigh(prose, known("prose", List.of(Set.of("42"), Set.of("40"))), reading))
        .isEqualTo(1);
    assertThat(weigh(prose, known("prose", List.of(Set.of(), Set.of("40"))), reading))
        .isEqualTo(-5);
    assertThat(weigh(prose, known("prose", List.of(Set.of("42"))), reading)).isEqualTo(6);
    assertThat(weigh(prose, known("other_table", List.of(Set.of("1"), Set.of("1"))), reading))
        .isZero();
  }

  @Test
  void weighsEachNumberByWhereOtherValuesPutIt() {
    NumberEvidence derived = NumberEvidence.derived(new EvidenceWeights(6, -5));
    List<Cell> reading = cells("average_age_years", "42", "46");
    Optional<Range> about42 = Optional.of(new Range(new BigDecimal(40), new BigDecimal(44)));

    assertThat(derived.name()).isEqualTo("derived");
    assertThat(weighAge(derived, derived(List.of(about42, Optional.empty())), reading))
        .isEqualTo(6);
    assertThat(weighAge(derived, derived(List.of(about42, about42)), reading)).isEqualTo(1);
    assertThat(weighAge(derived, derived(List.of(Optional.empty(), about42)), reading))
        .isEqualTo(-5);
    assertThat(weighAge(derived, derived(List.of()), reading)).isZero();
    assertThat(weighAge(derived, Hints.NONE, reading)).isZero();
  }

  private static double weighAge(Evidence source, Hints hints, List<Cell> reading) {
    return source.weigh(glued("average_age_years", "x", hints), reading);
  }

  private static Hints derived(List<Optional<Range>> columns) {
    Map<String, ColumnRanges> derived = Map.of("average_age_years", new ColumnRanges(columns));
    return new Hints(Map.of(), Set.of(), Set.of(), List.of(), derived, Map.of());
  }

  // --- closed lists ---------------------------------------------------------------------------

  @Test
  void countsTheNamesThatAreListed() {
    ClosedList list = new ClosedList(4);
    List<Cell> reading = cells("best_paying_company", "Citi", "Acme");

    assertThat(list.name()).isEqualTo("lexicon");
    assertThat(weigh(list, names("citi", "acme"), reading)).isEqualTo(8);
    assertThat(weigh(list, names("citi"), reading)).isEqualTo(4);
    assertThat(weigh(list, Hints.NONE, reading)).isZero();
  }

  // --- equal cells ----------------------------------------------------------------------------

  @Test
  void takesEqualNamesForNoChance() {
    EqualCells equal = new EqualCells(6);

    assertThat(equal.name()).isEqualTo("equal_cells");
    assertThat(weighed(equal, "best_paying_company", "Citi", "Citi")).isEqualTo(6);
    assertThat(weighed(equal, "best_paying_company", "Citi", "citi")).isZero();
    // one letter twice is a double letter
    assertThat(weighed(equal, "best_paying_company", "C", "C")).isZero();
    // equal numbers are as good as any
    assertThat(weighed(equal, "average_age_years", "42", "42")).isZero();
  }

  // --- usual values ---------------------------------------------------------------------------

  @Test
  void asksWhetherNumbersLieWithinTheSoftRange() {
    NumberEvidence range = NumberEvidence.softRange(new EvidenceWeights(1, -3));

    assertThat(range.name()).isEqualTo("soft_range");
    assertThat(weighed(range, "yearly_salary_usd", "$34,920", "-")).isEqualTo(1);
    assertThat(weighed(range, "yearly_salary_usd", "$34,920", "$990,000")).isEqualTo(-2);
    assertThat(weighed(range, "best_paying_company", "Citi", "Acme")).isZero();
  }

  @Test
  void asksWhetherNumbersAreAmongTheTypicalOnes() {
    NumberEvidence typical = NumberEvidence.typical(new EvidenceWeights(2, -4.5));

    assertThat(typical.name()).isEqualTo("typical");
    assertThat(weighed(typical, "experience_years", "4", "12")).isEqualTo(4);
    assertThat(weighed(typical, "experience_years", "4", "7")).isEqualTo(-2.5);
    assertThat(weighed(typical, "experience_years", "-", "7")).isEqualTo(-4.5);
    assertThat(weighed(typical, "yearly_salary_usd", "$34,920", "-")).isZero();
  }

  @Test
  void looksAtThePartThatTheAttributeTakes() {
    NumberEvidence range = NumberEvidence.softRange(new EvidenceWeights(1, -3));
    assertThat(range.weigh(glued("yearly_salary_usd", "xx"), List.of(far(Part.HIGH)))).isZero();
    assertThat(range.weigh(glued("yearly_salary_usd", "xx"), List.of(far(Part.WHOLE))))
        .isEqualTo(-3);
  }

  private static Cell far(Part part) {
    CellPart number = new CellPart(part, "", new BigDecimal("999999"), null, 0, 1);
    return new Cell(0, 1, "x", List.of(number));
  }

  // --- the shape of names ---------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Citi; Accenture",
        "IBM; Deloitte",
        "McKinsey; Acme",
        "DePauw University; Permian High School",
        "Bank of Nowhere; Acme",
        "Acme Inc.; Bolt",
        "Phillips 66; Bolt Stores",
        "Bolt; 84 Lumber Stores",
      })
  void findsThePlaceWhereTwoNamesPartLikeliest(String left, String right) {
    String text = left + right;
    String best =
        java.util.stream.IntStream.range(1, text.length())
            .filter(at -> text.charAt(at) != ' ' && text.charAt(at - 1) != ' ')
            .mapToObj(at -> text.substring(0, at))
            .max(
                java.util.Comparator.comparingDouble(
                    cut ->
                        weighed(
                            Shapes.LEARNED,
                            "best_paying_company",
                            cut,
                            text.substring(cut.length()))))
            .orElseThrow();

    assertThat(best).isEqualTo(left);
  }

  @Test
  void saysNothingBesideAMissingMark() {
    assertThat(weighed(Shapes.LEARNED, "best_paying_company", "-", "acme")).isZero();
    assertThat(weighed(Shapes.LEARNED, "best_paying_company", "acme", "-")).isZero();
  }

  @Test
  void saysNothingOfCellsWithAFormOfTheirOwn() {
    assertThat(weighed(Shapes.LEARNED, "highest_paying_state", "virginia", "ohio")).isZero();
  }

  @Test
  void saysNothingWherePipesPartTheCells() {
    List<Cell> cells = cells("best_paying_company", "Bank", "of America");

    assertThat(Shapes.LEARNED.weigh(Questions.of("best_paying_company", Join.PIPED, 2, "x"), cells))
        .isZero();
  }

  @Test
  void addsWhatTheNamesOfAnAttributeLearnedToWhatHoldsForAll() {
    LearnedWeights weights =
        new LearnedWeights(
            Map.of("cut:small_word", 2.0, "best_paying_company/cut:small_word", -0.5));
    NameShape shape = new NameShape(weights, NameStats.NONE, Set.of());

    assertThat(weighed(shape, "common_college", "Citi", "Acme")).isEqualTo(2);
    assertThat(weighed(shape, "best_paying_company", "Citi", "Acme")).isEqualTo(1.5);
  }

  @Test
  void saysNothingOfACutOfWhichNothingWasLearned() {
    NameShape nothing = new NameShape(new LearnedWeights(Map.of()), NameStats.NONE, Set.of());

    assertThat(weighed(nothing, "best_paying_company", "Citi", "Acme")).isZero();
  }

  // --- cells and weights ----------------------------------------------------------------------

  private static double weighed(Evidence source, String attribute, String... texts) {
    return source.weigh(glued(attribute, "x"), cells(attribute, texts));
  }

  private static double weigh(Evidence source, Hints hints, List<Cell> reading) {
    return source.weigh(glued("best_paying_company", "x", hints), reading);
  }

  /** Cells as the enumerator makes them; one that the form does not know is taken as a name. */
  private static List<Cell> cells(String attribute, String... texts) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    for (String text : texts) {
      List<CellPart> parts =
          text.equals("-")
              ? List.of()
              : CellForms.of(Questions.attribute(attribute), Questions.CATALOGUE).read(text);
      List<CellPart> whole =
          parts.isEmpty() && !text.equals("-")
              ? List.of(new CellPart(Part.WHOLE, "", null, text, 0, text.length()))
              : parts;
      cells.add(new Cell(at, at + text.length(), text, whole));
      at += text.length();
    }
    return cells;
  }
}
