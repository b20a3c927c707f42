package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.normalize.RowKinds;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.split.Splitter;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.evidence.NameShape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {
  private static final Catalogue CATALOGUE = TestCatalogue.settings().catalogue();

  private final RowKinds kinds = new RowKinds(CATALOGUE);
  private final RowParser parser =
      new RowParser(CATALOGUE, Splitter.standard(NameShape.of(CATALOGUE))::split);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Yearly salary; $34,920$43,251; $34,920; $43,251; unique",
        "Hourly rate; $16.79$20.79; $16.79; $20.79; unique",
        "Growth rate; -3%-8%; -3%; -8%; unique",
        // a lone -11% cannot be both cells
        "Growth rate; -11%; -; 11%; unique",
        "Growth rate; --8%; -; -8%; unique",
        "Growth rate; --; -; -; unique",
        "Growth rate; -6%6%; -6%; 6%; unique",
        "Number of jobs; 22,4787,596; 22,478; 7,596; unique",
        "Number of jobs; 79,272357; 79,272; 357; unique",
        "Number of jobs; 784,0441,016,123; 784,044; 1,016,123; unique",
        "Job satisfaction; -3.67; -; 3.67; unique",
        "Job satisfaction; 54.33; 5; 4.33; unique",
        "Job satisfaction; 34.25; 3; 4.25; unique",
        "Job satisfaction; 2.75-; 2.75; -; unique",
        "Average age; 4246; 42; 46; unique",
        "Years of experience; 1212; 12; 12; unique",
        // 41 and 2 is possible too, but beyond 40 years
        "Years of experience; 412; 4; 12; unique",
        "Most common degree; Bachelor's Degree, 48%Bachelor's Degree, 51%; Bachelor's Degree, 48%;"
            + " Bachelor's Degree, 51%; unique",
        "Salary range; Between $27,000 And $43,000Between $34,000 And $54,000; Between $27,000 And"
            + " $43,000; Between $34,000 And $54,000; unique",
        "Highest paying City; Simi Valley, CAVirginia Beach, VA; Simi Valley, CA; Virginia Beach,"
            + " VA; unique",
        "Highest paying City; Salinas, CA-; Salinas, CA; -; unique",
        "Highest paying state; West VirginiaVirginia; West Virginia; Virginia; unique",
        "Highest paying state; ArkansasKansas; Arkansas; Kansas; unique",
        "Gender ratio; Male, 35.1% Female, 64.9%Male, 40.4% Female, 59.6%; Male, 35.1% Female,"
            + " 64.9%; Male, 40.4% Female, 59.6%; unique",
        "Best paying company; -DeWitt LLP Law Firm; -; DeWitt LLP Law Firm; unique",
        "Most common major; Basket WeavingBasket Weaving; Basket Weaving; Basket Weaving;"
            + " equal_cells",
      })
  void cutsGluedCells(String label, String text, String left, String right, String method) {
    GridRow row = glued(label, text, Map.of());

    assertThat(row.state()).isEqualTo(RowState.READ);
    assertThat(row.cells()).extracting(Slice::text).containsExactly(left, right);
    assertThat(row.method()).isEqualTo(method);
  }

  @Test
  void leavesARowOpenThatTwoReadingsFit() {
    GridRow row = glued("Number of jobs", "35779,272", Map.of());

    assertThat(row.state()).isEqualTo(RowState.AMBIGUOUS);
    assertThat(row.readings())
        .extracting(reading -> reading.texts())
        .containsExactlyInAnyOrder(List.of("357", "79,272"), List.of("35", "779,272"));
  }

  @Test
  void decidesByThePageItselfWhatItsTextLeavesOpen() {
    GridRow row =
        glued("Years of experience", "124", Map.of("prose", keys(Set.of("12"), Set.of())));

    assertThat(row.cells()).extracting(Slice::text).containsExactly("12", "4");
    assertThat(row.method()).isEqualTo("prose");
  }

  @Test
  void saysThatARowHasLostACell() {
    GridRow row = glued("Yearly salary", "$34,920", Map.of());

    assertThat(row.state()).isEqualTo(RowState.SHORT);
    assertThat(row.readings())
        .extracting(reading -> reading.texts())
        .containsExactly(List.of("$34,920", ""), List.of("", "$34,920"));
  }

  @Test
  void saysThatNothingFits() {
    GridRow row = glued("Yearly salary", "call us", Map.of());

    assertThat(row.state()).isEqualTo(RowState.UNPARSED);
    assertThat(row.body().text()).isEqualTo("call us");
  }

  // --- as many columns as there are -----------------------------------------------------------

  @Test
  void cutsNothingWhereThereIsOneColumnOrNobodyKnowsHowMany() {
    Row row = gluedRow("Yearly salary", "$34,920$43,251");

    assertThat(shown(parser.parse(row, kinds.of(row), 1, Sides.SHIFTED, Hints.NONE)))
        .isEqualTo("READ cell $34,920$43,251");
    assertThat(shown(parser.parse(row, kinds.of(row), 0, Sides.SHIFTED, Hints.NONE)))
        .isEqualTo("UNPARSED none $34,920$43,251");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "38/41; KEPT; READ cell 38|41",
        "38/41//; KEPT; READ cell 38|41",
        "38/41//7; KEPT; LONG cell 38|41||7",
        "38; KEPT; READ cell 38|",
        "38; SHIFTED; SHORT none 38",
      })
  void readsCellsApartByTheirPlaceWhereItTellsTheirColumn(String cells, Sides sides, String read) {
    Row row = row("Average age", cells.split("/", -1));

    assertThat(shown(parser.parse(row, kinds.of(row), 2, sides, Hints.NONE))).isEqualTo(read);
  }

  @Test
  void listsNoPlacesForNoCellsOrTooManyColumns() {
    Row none = row("Average age");
    Row few = row("Average age", "38");
    GridRow empty = parser.parse(none, kinds.of(none), 2, Sides.SHIFTED, Hints.NONE);

    assertThat(shown(empty)).isEqualTo("SHORT none ");
    assertThat(empty.readings()).isEmpty();
    assertThat(empty.body()).isEqualTo(new Slice("", new Span(11, 11)));
    assertThat(parser.parse(few, kinds.of(few), 8, Sides.SHIFTED, Hints.NONE).readings())
        .hasSize(8);
    assertThat(parser.parse(few, kinds.of(few), 9, Sides.SHIFTED, Hints.NONE).readings()).isEmpty();
  }

  // --- as people have decided -----------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-; 38; READ decided |38",
        "38; -; READ decided 38|",
        "''; 38; READ decided |38",
        "38; 41; SHORT none 38",
      })
  void placesALoneCellAsItWasDecided(String left, String right, String read) {
    Row lone = row("Average age", "38");
    Hints known = known("decided", keys(Set.of(left), Set.of(right)));

    assertThat(shown(parser.parse(lone, kinds.of(lone), 2, Sides.SHIFTED, known))).isEqualTo(read);
  }

  @Test
  void placesALoneCellAsItWasDecidedForItsSubject() {
    Row lone = row("Average age", "38");
    Hints right = known("decided_for_subject", keys(Set.of(), Set.of("38")));
    Hints both = known("decided_for_subject", keys(Set.of("38"), Set.of("38")));

    assertThat(shown(parser.parse(lone, kinds.of(lone), 2, Sides.SHIFTED, right)))
        .isEqualTo("READ decided |38");
    assertThat(shown(parser.parse(lone, kinds.of(lone), 2, Sides.SHIFTED, both)))
        .isEqualTo("SHORT none 38");
  }

  @Test
  void placesNoCellOfAnUnknownLabelByWhatIsSaid() {
    Row lone = row("Hat size", "38");

    assertThat(
            shown(
                parser.parse(
                    lone,
                    kinds.of(lone),
                    2,
                    Sides.SHIFTED,
                    known("prose", keys(Set.of(), Set.of("38"))))))
        .isEqualTo("SHORT none 38");
  }

  private static Hints known(String source, ColumnKeys keys) {
    return new Hints(Map.of(source, keys), Set.of());
  }

  private static String shown(GridRow row) {
    return "%s %s %s"
        .formatted(
            row.state(),
            row.method(),
            String.join("|", row.cells().stream().map(Slice::text).toList()));
  }

  private static Row gluedRow(String label, String text) {
    return new Row(
        SourceText.verbatim(label, 0),
        List.of(SourceText.verbatim(text, label.length())),
        Join.GLUED);
  }

  // --- what other values of the same subjects make of a cell ----------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$85,133; $60,000; $40.93; READ; $40.93|; derived",
        "$60,000; $85,133; $40.93; READ; |$40.93; derived",
        "$85,133; $85,113; $40.93; SHORT; $40.93; none",
        "$60,000; $61,000; $40.93; SHORT; $40.93; none"
      })
  void placesALoneHourlyRateByTheYearlySalaries(
      String left, String right, String hourly, String state, String cells, String method) {
    CertainCells certain = new CertainCells(CATALOGUE.relations(), Map.of());
    Row yearly = row("Yearly salary", left, right);
    certain.add(
        kinds.of(yearly), parser.parse(yearly, kinds.of(yearly), 2, Sides.SHIFTED, Hints.NONE), 2);
    Row lone = row("Hourly rate", hourly);

    GridRow placed =
        parser.parse(lone, kinds.of(lone), 2, Sides.SHIFTED, certain.of(kinds.of(lone), 2));

    assertThat(placed.state().name()).isEqualTo(state);
    assertThat(String.join("|", placed.cells().stream().map(Slice::text).toList()))
        .isEqualTo(cells);
    assertThat(placed.method()).isEqualTo(method);
  }

  @Test
  void aSalaryBetweenItsEndsIsNoProofOfItsSide() {
    CertainCells certain = new CertainCells(CATALOGUE.relations(), Map.of());
    Row range = row("Salary range", "Between $30,000 And $50,000", "Between $70,000 And $90,000");
    certain.add(
        kinds.of(range), parser.parse(range, kinds.of(range), 2, Sides.SHIFTED, Hints.NONE), 2);
    Row lone = row("Yearly salary", "$43,000");

    Hints known = certain.of(kinds.of(lone), 2);

    assertThat(known.derived("yearly_salary_usd").byColumn())
        .containsExactly(
            Optional.of(new Range(new BigDecimal(30_000), new BigDecimal(50_000))),
            Optional.of(new Range(new BigDecimal(70_000), new BigDecimal(90_000))));
    assertThat(known.exact()).isEmpty();
    assertThat(parser.parse(lone, kinds.of(lone), 2, Sides.SHIFTED, known).state())
        .isEqualTo(RowState.SHORT);
  }

  @Test
  void asksNoTableOfAnotherNumberOfColumns() {
    CertainCells certain =
        new CertainCells(CATALOGUE.relations(), Map.of("average_age_years", keys(Set.of("42"))));
    Row lone = row("Average age", "42");

    Hints known = certain.of(kinds.of(lone), 2);

    assertThat(known).isEqualTo(new Hints(Map.of(), kinds.of(lone).names()));
    assertThat(parser.parse(lone, kinds.of(lone), 2, Sides.SHIFTED, known).state())
        .isEqualTo(RowState.SHORT);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // handed on as they came
  private static ColumnKeys keys(Set<String>... byColumn) {
    return new ColumnKeys(List.of(byColumn));
  }

  private static Row row(String label, String... cells) {
    return new Row(
        SourceText.verbatim(label, 0),
        Stream.of(cells).map(cell -> SourceText.verbatim(cell, label.length())).toList(),
        Join.APART);
  }

  private GridRow glued(String label, String text, Map<String, ColumnKeys> known) {
    Row row = gluedRow(label, text);
    return parser.parse(
        row, kinds.of(row), 2, Sides.SHIFTED, new Hints(known, kinds.of(row).names()));
  }
}
