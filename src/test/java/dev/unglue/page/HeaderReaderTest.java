package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.normalize.RowKinds;
import dev.unglue.pipeline.run.TestCatalogue;
import dev.unglue.split.evidence.NameShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the columns of a table are about, and how many there are. */
class HeaderReaderTest {
  private static final Catalogue CATALOGUE = TestCatalogue.settings().catalogue();
  private static final List<String> NAMED = List.of("Teller", "Welder");
  private static final Row AGE = glued("Average age", "3841");
  private static final Row JOBS = glued("Number of jobs", "1,2003,400");
  private static final Row SALARY = glued("Yearly salary", "$34,920$43,251");

  private final RowKinds kinds = new RowKinds(CATALOGUE);
  private final HeaderReader reader = HeaderReader.of(CATALOGUE, NameShape.of(CATALOGUE));
  private final ColumnCounter counter = new ColumnCounter(CATALOGUE.missing());

  private static Row glued(String label, String text) {
    return new Row(
        SourceText.verbatim(label, 0), List.of(SourceText.verbatim(text, 0)), Join.GLUED);
  }

  private static Row apart(String label, String... cells) {
    return new Row(
        SourceText.verbatim(label, 0),
        Stream.of(cells).map(cell -> SourceText.verbatim(cell, 0)).toList(),
        Join.APART);
  }

  private LabelledTable table(Layout layout, Sides sides, Optional<Row> header, Row... rows) {
    return new LabelledTable(
        new PageTable(layout, header, List.of(rows), sides),
        Stream.of(rows).map(kinds::of).toList());
  }

  private LabelledTable headless(Row... rows) {
    return table(Layout.GLUED, Sides.SHIFTED, Optional.empty(), rows);
  }

  private Header read(LabelledTable table, List<String> named) {
    return reader.read(List.of(table), named, false, () -> "").get(0);
  }

  // --- without a header -----------------------------------------------------------------------

  @Test
  void takesTheNamesOfTheTitleWhereATableHasNoHeader() {
    assertThat(read(headless(AGE, JOBS), NAMED))
        .isEqualTo(new Header(NAMED, List.of(), 2, false, "title"));
  }

  @Test
  void countsTheColumnsWhereTheTitleNamesNobody() {
    assertThat(read(headless(SALARY, JOBS), List.of()))
        .isEqualTo(new Header(List.of(), List.of(), 2, false, "none"));
    assertThat(read(headless(SALARY, JOBS), List.of("Teller")))
        .isEqualTo(new Header(List.of(), List.of(), 2, false, "none"));
  }

  @Test
  void seesOneColumnWhereEachRowHasOneCell() {
    assertThat(read(headless(apart("Average age", "38"), apart("Van")), NAMED))
        .isEqualTo(new Header(List.of(), List.of(), 1, false, "none"));
    assertThat(read(headless(apart("Average age"), apart("Van")), NAMED))
        .isEqualTo(new Header(NAMED, List.of(), 2, false, "title"));
  }

  // --- columns that are counted ---------------------------------------------------------------

  @Test
  void countsTheColumnsThatMostRowsFit() {
    assertThat(counter.count(headless(apart("Van", "1", "2"), apart("Cat", "1", "2", "3"))))
        .isEqualTo(2);
    assertThat(
            counter.count(
                headless(
                    apart("Van", "1", "2"),
                    apart("Cat", "1", "2", "3"),
                    apart("Dog", "1", "2", "3"))))
        .isEqualTo(3);
    assertThat(counter.count(headless(glued("Yearly salary", "$34,920$43,251$51,000"))))
        .isEqualTo(3);
  }

  @Test
  void countsNoColumnsByUnknownLabelsOrFreeNamesOrNothing() {
    assertThat(counter.count(headless(glued("Hat size", "$34,920$43,251")))).isZero();
    assertThat(counter.count(headless(glued("Best paying company", "CitiAcme")))).isZero();
    assertThat(counter.count(headless(glued("Yearly salary", "call us")))).isZero();
    assertThat(counter.count(headless())).isZero();
  }

  // --- a header that ran together -------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "TellerWelderDifference,GLUED",
    "WhatTellerWelderWinner,GLUED",
    "What Teller Welder Ratio,SPACED"
  })
  void knowsAWordForRemarksBehindTheNamesOfTheTitle(String text, Join join) {
    SourceText line = SourceText.verbatim(text, 0);
    Row header = new Row(line.slice(0, 0), List.of(line), join);

    Header read = read(table(Layout.GLUED, Sides.SHIFTED, Optional.of(header), AGE), NAMED);

    assertThat(read.names()).startsWith("Teller", "Welder").hasSize(3);
    assertThat(read.subjects()).containsExactly("Teller", "Welder");
    assertThat(read.columns()).isEqualTo(3);
  }

  // --- with a header --------------------------------------------------------------------------

  @Test
  void namesTheColumnsByTheCellsOfTheHeaderThatAreNotEmpty() {
    Row header = apart("", "Teller", "", "Welder");
    List<Slice> slices =
        List.of(new Slice("Teller", new Span(0, 6)), new Slice("Welder", new Span(0, 6)));
    Row row = apart("Average age", "38", "41");

    assertThat(read(table(Layout.PIPE, Sides.SHIFTED, Optional.of(header), row), List.of()))
        .isEqualTo(new Header(NAMED, slices, 2, true, "cell"));
    assertThat(read(table(Layout.PIPE, Sides.KEPT, Optional.of(header), row), List.of()))
        .isEqualTo(new Header(NAMED, slices, 2, false, "cell"));
    assertThat(read(table(Layout.TSV, Sides.SHIFTED, Optional.of(header), row), List.of()))
        .isEqualTo(new Header(NAMED, slices, 2, false, "cell"));
    assertThat(
            read(
                table(
                    Layout.PIPE,
                    Sides.SHIFTED,
                    Optional.of(apart("What", "Teller", "Welder")),
                    row),
                List.of()))
        .isEqualTo(new Header(NAMED, slices, 2, false, "cell"));
  }

  private Header joined(String header, List<String> named, Row... rows) {
    return read(table(Layout.GLUED, Sides.SHIFTED, Optional.of(glued("", header)), rows), named);
  }

  @Test
  void cutsAJoinedHeaderByTheNamesOfTheTitle() {
    assertThat(joined("TellerWelder", NAMED, AGE))
        .isEqualTo(
            new Header(
                NAMED,
                List.of(new Slice("Teller", new Span(0, 6)), new Slice("Welder", new Span(6, 12))),
                2,
                false,
                "title"));
  }

  @Test
  void cutsAJoinedHeaderOfTwoNamesInTheOtherOrderThanTheTitle() {
    assertThat(joined("FeatureWelderTeller", NAMED, AGE).names())
        .containsExactly("Welder", "Teller");
  }

  @Test
  void keepsAJoinedHeaderWholeThatNamesOthers() {
    List<Slice> whole = List.of(new Slice("bakergrocer", new Span(0, 11)));

    assertThat(joined("bakergrocer", NAMED, AGE))
        .isEqualTo(new Header(List.of(), whole, 2, false, "none"));
    assertThat(joined("bakergrocer", List.of(), SALARY))
        .isEqualTo(new Header(List.of(), whole, 2, false, "none"));
  }

  @Test
  void knowsNoColumnsBelowAJoinedHeaderThatNothingCounts() {
    assertThat(joined("BakerGrocer", List.of(), glued("Hat size", "1234")))
        .isEqualTo(new Header(List.of(), List.of(), 0, false, "none"));
  }

  // --- names of the title ---------------------------------------------------------------------

  @Test
  void findsTheNamesOfTheTitleAgainWhateverTheirCaseAndPlural() {
    SubjectNames names = SubjectNames.of(List.of("Plumbers", "Pipe Fitter"));

    assertThat(names.contain("PLUMBER")).isTrue();
    assertThat(names.contain("pipe-fitters")).isTrue();
    assertThat(names.contain("Pipe")).isFalse();
    assertThat(names.contain("")).isFalse();
    assertThat(names.areExactly(List.of("Pipe fitter", "Plumber"))).isTrue();
    assertThat(names.areExactly(List.of("Plumber", "Plumbers"))).isFalse();
    assertThat(names.areIn(List.of("Welder", "Pipe fitter", "Plumber"))).isTrue();
    assertThat(names.areExactly(List.of("Welder", "Pipe fitter", "Plumber"))).isFalse();
  }

  @Test
  void keepsAPluralThatPartsTwoOfTheNames() {
    SubjectNames names = SubjectNames.of(List.of("Window", "Windows"));

    assertThat(names.keys()).containsExactlyInAnyOrder("window", "windows");
    assertThat(names.areExactly(List.of("Windows", "Window"))).isTrue();
    assertThat(names.areExactly(List.of("Window", "window"))).isFalse();
  }

  @Test
  void takesOneNameForNoComparison() {
    SubjectNames one = SubjectNames.of(List.of("Plumber"));

    assertThat(one.contain("Plumber")).isTrue();
    assertThat(one.areIn(List.of("Plumber"))).isFalse();
    assertThat(SubjectNames.of(List.of()).isEmpty()).isTrue();
  }
}
