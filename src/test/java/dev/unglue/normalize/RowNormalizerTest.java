package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.normalize.RowNormalizer.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowNormalizerTest {
  private static final Subject TELLER = Subject.named("Teller");
  private static final Subject HEAD_TELLER = Subject.named("Head Teller");

  private final RowNormalizer normalizer = new RowNormalizer(Forms.CATALOGUE);

  @Test
  void readsEachCellForItsSubject() {
    assertThat(read("Yearly salary", List.of("yearly_salary_usd"), "$34,920", "$43,251"))
        .containsExactly(
            "teller yearly_salary_usd VALUE 34920 \"$34,920\"",
            "head-teller yearly_salary_usd VALUE 43251 \"$43,251\"");
  }

  @Test
  void keepsTheProofOfEachValue() {
    Page page = new Page("Hourly rate", "$16.79", "$20.79");
    GridRow row = page.row(RowState.READ, List.of("hourly_rate_usd"), "cell", List.of());

    Observation right = normalizer.normalize(row, page.place(Layout.PIPE)).get(1);

    assertThat(right.subject()).isEqualTo(HEAD_TELLER);
    assertThat(right.section()).isEqualTo(Section.OVERVIEW);
    assertThat(right.layout()).isEqualTo(Layout.PIPE);
    assertThat(right.method()).isEqualTo("cell");
    assertThat(right.ordinal()).isZero();
    assertThat(right.confidence()).as("measured").isEqualTo(0.9999);
    assertThat(right.valueNum()).isEqualTo("20.79");
    assertThat(right.valueText()).isNull();
    assertThat(right.span()).isEqualTo(new Span(20, 26));
    assertThat(page.text.substring(20, 26)).isEqualTo("$20.79").isEqualTo(right.rawText());
  }

  @Test
  void givesBothAttributesOfACellTheirOwnPart() {
    assertThat(
            read(
                "Most common degree",
                List.of("common_degree", "common_degree_pct"),
                "Bachelor's Degree, 48%",
                "-"))
        .containsExactly(
            "teller common_degree VALUE Bachelor's Degree \"Bachelor's Degree\"",
            "head-teller common_degree MISSING  \"-\"",
            "teller common_degree_pct VALUE 48 \"48%\"",
            "head-teller common_degree_pct MISSING  \"-\"");
  }

  @Test
  void givesBothEndsOfARange() {
    assertThat(
            read(
                "Salary range",
                List.of("salary_low_usd", "salary_high_usd"),
                "Between $27,000 And $43,000",
                "$34k - $54k"))
        .containsExactly(
            "teller salary_low_usd VALUE 27000 \"$27,000\"",
            "head-teller salary_low_usd VALUE 34000 \"$34k\"",
            "teller salary_high_usd VALUE 43000 \"$43,000\"",
            "head-teller salary_high_usd VALUE 54000 \"$54k\"");
  }

  @Test
  void givesEachMemberOfABreakdown() {
    assertThat(
            read("Gender ratio", List.of("gender_pct"), "Male, 35.1% Female, 64.9%", "Male, 120%"))
        .containsExactly(
            "teller gender_pct[Male] VALUE 35.1 \"Male, 35.1%\"",
            "teller gender_pct[Female] VALUE 64.9 \"Female, 64.9%\"",
            "head-teller gender_pct[Male] OUT_OF_RANGE 120 \"Male, 120%\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "–", "—", "N/A", "n/a"})
  void readsEveryMissingMark(String mark) {
    assertThat(read("Job satisfaction", List.of("job_satisfaction"), mark, "3.67"))
        .containsExactly(
            "teller job_satisfaction MISSING  \"" + mark + "\"",
            "head-teller job_satisfaction VALUE 3.67 \"3.67\"");
  }

  @Test
  void saysNothingOfAnEmptyCell() {
    assertThat(read("Job satisfaction", List.of("job_satisfaction"), "", "4.1"))
        .containsExactly("head-teller job_satisfaction VALUE 4.1 \"4.1\"");
  }

  @Test
  void keepsAValueBeyondTheHardRangeAsSuch() {
    assertThat(read("Job satisfaction", List.of("job_satisfaction"), "5.01", "5"))
        .containsExactly(
            "teller job_satisfaction OUT_OF_RANGE 5.01 \"5.01\"",
            "head-teller job_satisfaction VALUE 5 \"5\"");
  }

  @Test
  void keepsAnIllFormedCellWithoutAValue() {
    Page page = new Page("Number of jobs", "22,47", "7,596");
    GridRow row = page.row(RowState.READ, List.of("job_count"), "cell", List.of());

    Observation left = normalizer.normalize(row, page.place(Layout.HTML)).get(0);

    assertThat(shown(left)).isEqualTo("teller job_count UNPARSED  \"22,47\"");
    assertThat(left.confidence()).isZero();
    assertThat(left.valueNum()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Weekly mood", "-3%", "& more", "%", "(a", "$5 a day"})
  void keepsAnyTextOfAnUnknownLabel(String cell) {
    assertThat(read("Office mood", List.of(), cell, "-"))
        .containsExactly(
            "teller unmapped[Office mood] VALUE " + cell + " \"" + cell + "\"",
            "head-teller unmapped[Office mood] MISSING  \"-\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "& Other Stories; VALUE",
        "Citi,; VALUE",
        "(Unnamed; VALUE",
        "'%5 Club'; VALUE",
        // may be a missing mark and a name
        "-Citi; UNPARSED",
        "Citi-; UNPARSED",
        "?!; UNPARSED",
      })
  void takesANameInACellOfItsOwnAsItStands(String cell, State state) {
    String value = state == State.VALUE ? cell : "";
    assertThat(read("Best paying company", List.of("best_paying_company"), cell, "Citi"))
        .containsExactly(
            "teller best_paying_company %s %s \"%s\"".formatted(state, value, cell),
            "head-teller best_paying_company VALUE Citi \"Citi\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " †", "[1]", "[a][b]", "²", " [^n] *"})
  void takesNoMarkOfANoteForAPartOfAName(String mark) {
    assertThat(read("Best paying company", List.of("best_paying_company"), "Acme" + mark, "A*"))
        .containsExactly(
            "teller best_paying_company VALUE Acme \"Acme\"",
            "head-teller best_paying_company VALUE A* \"A*\"");
  }

  @Test
  void takesNoNameThatIsTooLong() {
    assertThat(read("Best paying company", List.of("best_paying_company"), "x".repeat(161), ""))
        .containsExactly("teller best_paying_company UNPARSED  \"%s\"".formatted("x".repeat(161)));
  }

  @Test
  void asksMoreOfANameThatWeHaveCutOut() {
    Page page = new Page("Best paying company", "& Other Stories", "Citi");
    GridRow row = page.joined(RowState.READ, List.of("best_paying_company"), "name_shape", 0.99);

    assertThat(normalizer.normalize(row, page.place(Layout.GLUED)))
        .extracting(RowNormalizerTest::shown)
        .startsWith("teller best_paying_company UNPARSED  \"& Other Stories\"");
  }

  @Test
  void isAsSureOfASplitCellAsItsReadingIs() {
    Page page = new Page("Years of experience", "4", "12");
    GridRow row = page.joined(RowState.READ, List.of("experience_years"), "soft_range", 0.985);

    List<Observation> observations = normalizer.normalize(row, page.place(Layout.GLUED));

    assertThat(observations).extracting(Observation::confidence).containsExactly(0.985, 0.985);
    assertThat(observations)
        .extracting(Observation::method)
        .containsExactly("soft_range", "soft_range");
    assertThat(observations).allMatch(observation -> observation.candidates().isEmpty());
  }

  @Test
  void givesASplitTheConfidenceThatWasMeasuredForItsMethod() {
    Page page = new Page("Years of experience", "4", "12");
    GridRow row =
        new GridRow(
            page.label,
            List.of("experience_years"),
            RowState.READ,
            true,
            page.body,
            page.cells,
            "unique",
            List.of(),
            Map.of());

    assertThat(normalizer.normalize(row, page.place(Layout.GLUED)))
        .extracting(Observation::confidence)
        .containsExactly(0.9999, 0.9999);
  }

  @Test
  void keepsEveryReadingOfAnAmbiguousRow() {
    Page page = new Page("Years of experience", "124");
    GridRow row =
        page.row(
            RowState.AMBIGUOUS,
            List.of("experience_years"),
            "none",
            List.of(page.reading(0.6, "12", "4"), page.reading(0.4, "1", "24")));

    List<Observation> observations = normalizer.normalize(row, page.place(Layout.GLUED));

    assertThat(observations)
        .extracting(RowNormalizerTest::shown)
        .containsExactly(
            "teller experience_years AMBIGUOUS  \"124\"",
            "head-teller experience_years AMBIGUOUS  \"124\"");
    assertThat(observations.get(0).candidates())
        .containsExactly(
            new Candidate("12", 0.6, List.of("12", "4")),
            new Candidate("1", 0.4, List.of("1", "24")));
    assertThat(observations.get(1).candidates())
        .containsExactly(
            new Candidate("4", 0.6, List.of("12", "4")),
            new Candidate("24", 0.4, List.of("1", "24")));
    assertThat(observations).extracting(Observation::confidence).containsOnly(0.0);
  }

  @Test
  void leavesOutReadingsThatHaveNoSuchColumn() {
    Page page = new Page("Years of experience", "4");
    GridRow row =
        page.row(
            RowState.SHORT,
            List.of("experience_years"),
            "none",
            List.of(page.reading(0.5, "4"), page.reading(0.5, "", "4")));

    assertThat(normalizer.normalize(row, page.place(Layout.PIPE)))
        .extracting(Observation::candidates)
        .containsExactly(
            List.of(
                new Candidate("4", 0.5, List.of("4")), new Candidate("", 0.5, List.of("", "4"))),
            List.of(new Candidate("4", 0.5, List.of("", "4"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = RowState.class,
      names = {"LONG", "UNPARSED"})
  void keepsARowThatNoSubjectCanBeGiven(RowState state) {
    Page page = new Page("Yearly salary", "$34,920", "$43,251", "$1");
    GridRow row = page.row(state, List.of("yearly_salary_usd"), "none", List.of());

    List<Observation> observations = normalizer.normalize(row, page.place(Layout.PIPE));

    assertThat(observations)
        .extracting(RowNormalizerTest::shown)
        .containsExactly("null yearly_salary_usd UNPARSED  \"$34,920|$43,251|$1\"");
    assertThat(observations.get(0).confidence()).isZero();
  }

  @Test
  void keepsAnUnreadRowOfAnUnknownLabelUnderItsLabel() {
    Page page = new Page("Office mood", "a", "b", "c");
    GridRow row = page.row(RowState.LONG, List.of(), "none", List.of());

    assertThat(normalizer.normalize(row, page.place(Layout.PIPE)))
        .extracting(RowNormalizerTest::shown)
        .containsExactly("null unmapped[Office mood] UNPARSED  \"a|b|c\"");
  }

  @Test
  void readsNoMoreCellsThanThereAreSubjects() {
    assertThat(read("Average age", List.of("average_age_years"), "42", "46", "50")).hasSize(2);
    assertThat(read("Average age", List.of("average_age_years"), "42")).hasSize(1);
  }

  @Test
  void provesACellByTheWholeOfItWhereCharactersAreWrittenOtherwise() {
    String capture = "Most common degree|Arts &amp; Crafts, 48%";
    Slice cell = new Slice("Arts & Crafts, 48%", new Span(19, 41));
    GridRow row =
        new GridRow(
            new Slice("Most common degree", new Span(0, 18)),
            List.of("common_degree_pct"),
            RowState.READ,
            false,
            cell,
            List.of(cell),
            "cell",
            List.of(),
            Map.of());
    Place place = new Place(List.of(TELLER), Section.OVERVIEW, Layout.HTML, capture);

    assertThat(normalizer.normalize(row, place))
        .extracting(RowNormalizerTest::shown)
        .containsExactly("teller common_degree_pct VALUE 48 \"Arts &amp; Crafts, 48%\"");
  }

  private List<String> read(String label, List<String> attributes, String... cells) {
    Page page = new Page(label, cells);
    GridRow row = page.row(RowState.READ, attributes, "cell", List.of());
    return normalizer.normalize(row, page.place(Layout.HTML)).stream()
        .map(RowNormalizerTest::shown)
        .toList();
  }

  private static String shown(Observation seen) {
    Subject subject = seen.subject();
    return "%s %s%s %s %s \"%s\""
        .formatted(
            subject == null ? null : subject.slug(),
            seen.attribute(),
            seen.member().isEmpty() ? "" : "[" + seen.member() + "]",
            seen.state(),
            seen.value(),
            seen.rawText());
  }

  /** A capture with one row, its cells parted by a pipe. */
  private static final class Page {
    private final String text;
    private final Slice label;
    private final Slice body;
    private final List<Slice> cells = new ArrayList<>();

    Page(String label, String... cells) {
      this.text = "\n" + label + "|" + String.join("|", cells) + "\n";
      this.label = slice(1, 1 + label.length());
      this.body = slice(2 + label.length(), text.length() - 1);
      int at = 2 + label.length();
      for (String cell : cells) {
        this.cells.add(slice(at, at + cell.length()));
        at += cell.length() + 1;
      }
    }

    private Slice slice(int from, int to) {
      return new Slice(text.substring(from, to), new Span(from, to));
    }

    Place place(Layout layout) {
      return new Place(List.of(TELLER, HEAD_TELLER), Section.OVERVIEW, layout, text);
    }

    GridRow row(RowState state, List<String> attributes, String method, List<Reading> readings) {
      return new GridRow(label, attributes, state, false, body, cells, method, readings, Map.of());
    }

    GridRow joined(RowState state, List<String> attributes, String method, double probability) {
      Reading chosen = new Reading(cells, probability, Map.of());
      return new GridRow(
          label, attributes, state, true, body, cells, method, List.of(chosen), Map.of());
    }

    Reading reading(double probability, String... texts) {
      List<Slice> slices =
          Arrays.stream(texts)
              .map(cell -> new Slice(cell, new Span(body.span().start(), body.span().end())))
              .toList();
      return new Reading(slices, probability, Map.of());
    }
  }
}
