package dev.unglue.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.FormCells;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.ClosedList;
import dev.unglue.split.evidence.EqualCells;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.evidence.EvidenceWeights;
import dev.unglue.split.evidence.KnownValues;
import dev.unglue.split.evidence.NumberEvidence;
import dev.unglue.split.search.BeamSearch;
import dev.unglue.split.search.CellScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every row: a seeded generator makes good, broken and meaningless ones. */
class ReadingsPropertyTest {
  private static final int ROWS = 200;

  /** Most rows are too long to try all. */
  private static final int ROWS_TO_TRY = 500;

  private static final List<Join> JOINS = List.of(Join.GLUED, Join.SPACED, Join.PIPED);

  private static final List<Evidence> SOURCES =
      List.of(
          new KnownValues("prose", new EvidenceWeights(6, -6)),
          new KnownValues("other_table", new EvidenceWeights(6, -6)),
          new ClosedList(4),
          new EqualCells(6),
          Shapes.LEARNED,
          NumberEvidence.typical(new EvidenceWeights(0, -4.5)),
          NumberEvidence.softRange(new EvidenceWeights(0, -3)));

  /** Cells that fit, nearly fit, and mean nothing. */
  private static final List<String> CELLS =
      List.of(
          "$34,920",
          "$16.79",
          "Between $27,000 And $43,000",
          "-3%",
          "12.5%",
          "22,478",
          "357",
          "3407",
          "3.67",
          "5",
          "42",
          "12",
          "Bachelor's Degree, 48%",
          "Simi Valley, CA",
          "West Virginia",
          "Virginia",
          "Male, 35.1% Female, 64.9%",
          "January 8, 2025",
          "Citi",
          "AT&T",
          "3M",
          "eBay",
          "J.P. Morgan & Co.",
          "New England Law | Boston",
          "-",
          "-",
          "Zürich 😀",
          ",",
          "$",
          "%",
          "|",
          "--",
          " ",
          "\u00a0",
          "(",
          "0");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 20260105, -99})
  void inventsDropsAndReordersNothing(long seed) {
    Splitter splitter = Splitter.standard(Shapes.LEARNED);
    for (Question question : questions(seed)) {
      Split split = splitter.split(question);
      for (Reading reading : Questions.readings(split)) {
        assertThat(reading.cells()).as(() -> about(question)).hasSize(question.columns());
        conserves(question, reading.cells());
      }
      conserves(question, Questions.cells(split));
    }
  }

  /** The cells and what may stand between them are the row's text, letter by letter. */
  private static void conserves(Question question, List<Slice> cells) {
    String text = question.text().text();
    int at = 0;
    for (int i = 0; i < cells.size(); i++) {
      int start = cells.get(i).span().start() - 100;
      int end = cells.get(i).span().end() - 100;
      assertThat(text.substring(at, start))
          .as(() -> about(question))
          .matches(i == 0 ? "" : joint(question.join()));
      assertThat(text.substring(start, end))
          .as(() -> about(question))
          .isEqualTo(cells.get(i).text());
      assertThat(cells.get(i).text()).as(() -> about(question)).isNotEmpty();
      at = end;
    }
    assertThat(cells.isEmpty() ? text.length() : at)
        .as(() -> about(question))
        .isEqualTo(text.length());
  }

  private static String joint(Join join) {
    return switch (join) {
      case GLUED, APART -> "";
      case SPACED -> "\\s+";
      case PIPED -> "\\s*\\|\\s*";
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 77})
  void ranksReadingsByProbabilitiesThatAddUpToOneAtMost(long seed) {
    Splitter splitter = Splitter.standard(Shapes.LEARNED);
    for (Question question : questions(seed)) {
      List<Double> probabilities =
          Questions.readings(splitter.split(question)).stream().map(Reading::probability).toList();
      assertThat(probabilities)
          .as(() -> about(question))
          .isSortedAccordingTo(Collections.reverseOrder())
          .allMatch(probability -> probability >= 0 && probability <= 1);
      assertThat(probabilities.stream().mapToDouble(p -> p).sum())
          .as(() -> about(question))
          .isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5, 78})
  void asksASourceWithoutAnOpinionInVain(long seed) {
    List<Evidence> more = new ArrayList<>(SOURCES);
    more.add(3, new Silent());
    sameAnswers(questions(seed), new Splitter(SOURCES), new Splitter(more));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {6, 79})
  void decidesTheSameWhateverTheOrderOfItsSources(long seed) {
    List<Evidence> shuffled = new ArrayList<>(SOURCES);
    Collections.shuffle(shuffled, new Random(seed));
    sameAnswers(questions(seed), new Splitter(SOURCES), new Splitter(shuffled));
  }

  private static final CellScorer<Cell> UNWEIGHED =
      new CellScorer<>() {
        @Override
        public double cell(int column, Cell cell, int next) {
          return 0;
        }

        @Override
        public double pair(int column, Cell left, Cell right) {
          return 0;
        }
      };

  private record Silent() implements Evidence {
    @Override
    public String name() {
      return "silent";
    }
  }

  private static void sameAnswers(List<Question> questions, Splitter one, Splitter other) {
    for (Question question : questions) {
      assertThat(decision(other.split(question)))
          .as(() -> about(question))
          .isEqualTo(decision(one.split(question)));
    }
  }

  /** What was decided; the name of the method is the first of equals and may change. */
  private static String decision(Split split) {
    return split.match(
        decided -> "decided " + decided.cells() + " " + decided.readings().get(0).probability(),
        ambiguous ->
            "ambiguous "
                + ambiguous.all()
                + ambiguous.readings().stream()
                    .map(r -> r.cells() + "@" + r.probability())
                    .toList(),
        few -> "too few " + few.cells(),
        impossible -> impossible.reason());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {8, 80})
  void listsEveryReadingThatThereIs(long seed) {
    for (Question question : questions(seed, ROWS_TO_TRY)) {
      String text = question.text().text();
      if (question.columns() <= 3 && text.length() <= 24) {
        for (dev.unglue.model.field.CellForm form : question.forms()) {
          BeamSearch.Found<Cell> found =
              new BeamSearch<>(new FormCells(question, form, Steps.NONE), UNWEIGHED, Splitter.BEAM)
                  .find(question.columns());
          List<List<String>> all = new ArrayList<>();
          cut(question, form, 0, List.of(), all);
          assertThat(found.all()).as(() -> about(question)).isEqualTo(all.size());
          assertThat(all)
              .as(() -> about(question))
              .containsAll(
                  found.ways().stream()
                      .map(way -> way.cells().stream().map(Cell::text).toList())
                      .toList());
        }
      }
    }
  }

  /** Every way to cut, by trying them all. */
  private static void cut(
      Question question,
      dev.unglue.model.field.CellForm form,
      int from,
      List<String> before,
      List<List<String>> all) {
    String text = question.text().text();
    boolean last = before.size() == question.columns() - 1;
    for (int end = last ? text.length() : from + 1; end <= text.length(); end++) {
      if (end > from && fits(question, form, text.substring(from, end))) {
        List<String> cells = new ArrayList<>(before);
        cells.add(text.substring(from, end));
        if (last) {
          all.add(cells);
        } else {
          java.util.regex.Matcher joint =
              java.util.regex.Pattern.compile(joint(question.join())).matcher(text);
          joint.region(end, text.length());
          if (joint.lookingAt() && joint.end() < text.length()) {
            cut(question, form, joint.end(), cells, all);
          }
        }
      }
    }
  }

  private static boolean fits(
      Question question, dev.unglue.model.field.CellForm form, String cell) {
    if (question.marks().contains(cell)) {
      return true;
    }
    List<dev.unglue.model.field.CellPart> parts = form.read(cell);
    return !parts.isEmpty()
        && parts.stream()
            .filter(part -> part.part() == question.attributes().get(0).part())
            .map(dev.unglue.model.field.CellPart::number)
            .allMatch(
                number ->
                    number == null
                        || question
                            .attributes()
                            .get(0)
                            .hardRange()
                            .map(hard -> hard.contains(number))
                            .orElse(true));
  }

  // --- the generator --------------------------------------------------------------------------

  private static List<Question> questions(long seed) {
    return questions(seed, ROWS);
  }

  private static List<Question> questions(long seed, int rows) {
    Random random = new Random(seed);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Join join = JOINS.get(i % JOINS.size());
      String attribute =
          Questions.ONE_OF_EACH_TYPE.get(random.nextInt(Questions.ONE_OF_EACH_TYPE.size()));
      int columns = 2 + random.nextInt(random.nextInt(4) == 0 ? 7 : 2);
      questions.add(
          Questions.of(attribute, join, columns, text(random, join, columns), hints(random)));
    }
    return questions;
  }

  private static String text(Random random, Join join, int columns) {
    String between = join == Join.GLUED ? "" : join == Join.SPACED ? " " : " | ";
    int cells = Math.max(1, columns - 1 + random.nextInt(3));
    List<String> row = new ArrayList<>();
    // one kind of cell for most rows: a row that fits is rare otherwise
    String usual = CELLS.get(random.nextInt(CELLS.size()));
    for (int i = 0; i < cells; i++) {
      row.add(random.nextInt(3) > 0 ? usual : CELLS.get(random.nextInt(CELLS.size())));
    }
    return SourceText.verbatim(String.join(between, row), 0).strip().text();
  }

  private static Hints hints(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Questions.known("prose", List.of(Set.of("42", "citi"), Set.of()));
      case 1 ->
          new Hints(
              Map.of("other_table", new ColumnKeys(List.of(Set.of(), Set.of("12", "34920")))),
              Set.of("citi", "at&t"));
      default -> Hints.NONE;
    };
  }

  private static String about(Question question) {
    return "%s %s %d of \"%s\""
        .formatted(
            question.attributes().get(0).id(),
            question.join(),
            question.columns(),
            question.text());
  }
}
