package dev.unglue.extract.table.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.Row;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceRowsTest {
  private static final List<String> NAMES = List.of("Kilns", "Wheel");

  /** Each row on a line: its label, and its cells in brackets. */
  private static List<String> find(String... lines) {
    return find(NAMES, lines);
  }

  private static List<String> find(List<String> names, String... lines) {
    List<SourceText> texts = new ArrayList<>();
    int at = 0;
    for (String line : lines) {
      texts.add(SourceText.verbatim(line, at));
      at += line.length() + 1;
    }
    return SentenceRows.find(texts, SubjectNames.of(names)).stream()
        .flatMap(SentenceRowsTest::told)
        .toList();
  }

  private static Stream<String> told(PageTable table) {
    List<Row> rows = new ArrayList<>(table.header().stream().toList());
    rows.addAll(table.rows());
    return rows.stream()
        .map(
            row ->
                row.label()
                    + row.cells().stream()
                        .map(cell -> "[" + cell + "]")
                        .collect(Collectors.joining()));
  }

  @Test
  void cutsNumberedRowsWhereASentenceEnds() {
    assertThat(
            find(
                "S.N.   Kiln   Wheel",
                "1. It burns clay. It shapes clay.",
                "2. Walls of brick keep its heat. A foot keeps it going.",
                "4 Each load takes a day Each pot takes an hour",
                "This is how a workshop is run."))
        .containsExactly(
            "[Kiln][Wheel]",
            "1[It burns clay.][It shapes clay.]",
            "2[Walls of brick keep its heat.][A foot keeps it going.]",
            "4[Each load takes a day][Each pot takes an hour]");
  }

  @Test
  void cutsWhereTheNameOfASubjectBeginsACell() {
    assertThat(
            find(
                "No.",
                "Wheel",
                "Kiln",
                "1 The wheel turns on a pin of steel Kilns stand still on a floor of stone",
                "2 A wheel is slower as compared to a kiln. In kilns much is done at once.",
                "3 Any potter has one of them. The wheel is cheap. A kiln costs more."))
        .containsExactly(
            "[Wheel][Kiln]",
            "1[The wheel turns on a pin of steel][Kilns stand still on a floor of stone]",
            "2[A wheel is slower as compared to a kiln.][In kilns much is done at once.]",
            "3[Any potter has one of them. The wheel is cheap.][A kiln costs more.]");
  }

  @Test
  void tellsLabelsFromTheSentencesBehindThem() {
    assertThat(
            find(
                "SN. Point of interest Kiln Wheel",
                "1. Use It burns clay. It shapes clay.",
                "2. Market Value Market values of kilns rise. Market value of a wheel falls.",
                "3. Kind of work The kiln works alone. Nobody leaves a wheel.",
                "4. Place of Work Sheds of brick hold it. Rooms hold it."))
        .containsExactly(
            "[Kiln][Wheel]",
            "Use[It burns clay.][It shapes clay.]",
            "Market Value[Market values of kilns rise.][Market value of a wheel falls.]",
            "Kind of work[The kiln works alone.][Nobody leaves a wheel.]",
            "Place of Work[Sheds of brick hold it.][Rooms hold it.]");
  }

  @Test
  void readsLabelsAndCellsOnLinesOfTheirOwn() {
    assertThat(
            find(
                "Sr. No. Basis Kiln Wheel",
                "1. Sort of",
                "clay",
                "Stone clay is burnt. Soft clay is shaped.",
                "2. Owner",
                "A guild owns it",
                "Potters own it",
                "3. Price: High for most. Low for all."))
        .containsExactly(
            "[Kiln][Wheel]",
            "Sort of clay[Stone clay is burnt.][Soft clay is shaped.]",
            "Owner[A guild owns it][Potters own it]",
            "Price:[High for most.][Low for all.]");
  }

  @Test
  void takesTheNumberOfARowFromEachOfItsCells() {
    assertThat(
            find(
                "Kiln Wheel",
                "(i) Burns clay, as all know. Soon done. (i) Shapes clay.",
                "(ii) Stands in a shed. (ii) Stands in a room.",
                "(iii) Nobody knows who made one of them first."))
        .containsExactly(
            "[Kiln][Wheel]",
            "i[Burns clay, as all know. Soon done.][Shapes clay.]",
            "ii[Stands in a shed.][Stands in a room.]",
            "[(iii) Nobody knows who made one of them first.]");
    assertThat(
            find(
                "Kiln Wheel",
                "a) Burns clay all day long. a) Shapes clay.",
                "b) Stands in a shed made of brick. b) Stands in a room.",
                "Stray words"))
        .hasSize(3);
  }

  @Test
  void readsThreeSubjects() {
    assertThat(
            find(
                List.of("Kiln", "Wheel", "Bat"),
                "# Kiln Wheel Bat",
                "1 A kiln burns clay. A wheel shapes clay. A bat holds clay.",
                "2 It is hot. It is wet. It is dry."))
        .containsExactly(
            "[Kiln][Wheel][Bat]",
            "1[A kiln burns clay.][A wheel shapes clay.][A bat holds clay.]",
            "2[It is hot.][It is wet.][It is dry.]");
  }

  @Test
  void leavesOpenWhatTwoCutsFit() {
    assertThat(
            find(
                "S.No Kiln Wheel",
                "1 It burns clay. It shapes clay.",
                "2 It burns clay. Some do it twice. It shapes clay.",
                "3 It is hot. It is wet.",
                "4 It is old. It is new.",
                "Read more",
                "5 Sheds and Rooms hold Tools of Potters in Greece, Rome and beyond",
                "6 It is large. It is small."))
        .containsExactly(
            "[Kiln][Wheel]",
            "1[It burns clay.][It shapes clay.]",
            "[2 It burns clay. Some do it twice. It shapes clay.]",
            "3[It is hot.][It is wet.]",
            "[4 It is old. It is new. Read more]",
            "[5 Sheds and Rooms hold Tools of Potters in Greece, Rome and beyond]",
            "6[It is large.][It is small.]");
  }

  @Test
  void needsNamesAboveSeveralRowsOfSentences() {
    assertThat(find("1. It burns clay. It shapes clay.", "2. It is hot. It is wet.", "So."))
        .isEmpty();
    assertThat(find("S.N. Kiln Wheel", "It burns clay. It shapes clay.", "It is hot. It is wet."))
        .isEmpty();
    assertThat(find("S.N. Kiln or Wheel", "1. It burns. It shapes.", "2. It is hot. It is wet."))
        .isEmpty();
    assertThat(
            find("S.N. Kiln Wheel", "1. It burns clay. It shapes clay.", "2. Both Old and New", ""))
        .isEmpty();
    assertThat(find("S.N. Kiln Wheel", "1 Hot Wet", "2 Old New", "3 Large Small")).isEmpty();
    assertThat(find("Kiln Wheel", "1. It burns clay. It shapes clay.", "2. It is hot. It is wet."))
        .isEmpty(); // it may begin with a label
  }

  @Test
  void countsWithLettersAndEndsAtABlankLineOrWhereTheCountDoes() {
    assertThat(
            find(
                "No Kiln Wheel",
                "a) It burns clay. It shapes clay.",
                "b) It is hot. It is cold.",
                "c) It stands still! It turns!",
                "",
                "d) It is paid by the load. It is paid by the hour."))
        .containsExactly(
            "[Kiln][Wheel]",
            "a[It burns clay.][It shapes clay.]",
            "b[It is hot.][It is cold.]",
            "c[It stands still!][It turns!]");
    assertThat(
            find(
                "No Kiln Wheel",
                "1 It burns clay. It shapes clay.",
                "2 It is hot. It is cold.",
                "1 It is paid by the load. It is paid by the hour."))
        .containsExactly(
            "[Kiln][Wheel]", "1[It burns clay.][It shapes clay.]", "2[It is hot.][It is cold.]");
    assertThat(find("No Kiln Wheel", "2 It burns. It turns.", "3 It is hot. It is cold."))
        .isEmpty();
    assertThat(find("No Kiln Wheel", "xv) It burns. It turns.", "xx) It is hot. It is cold."))
        .isEmpty();
  }
}
