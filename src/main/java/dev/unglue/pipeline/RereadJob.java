package dev.unglue.pipeline;

import dev.unglue.load.Load;
import dev.unglue.model.Catalogue;
import dev.unglue.model.GridRow;
import dev.unglue.model.GridRow.RowState;
import dev.unglue.model.Observation;
import dev.unglue.model.Reading;
import dev.unglue.model.Slice;
import dev.unglue.model.SourceText;
import dev.unglue.model.Span;
import dev.unglue.normalize.RowNormalizer;
import dev.unglue.normalize.RowNormalizer.Place;
import dev.unglue.pipeline.RowKinds.RowKind;
import dev.unglue.resolve.Belief;
import dev.unglue.resolve.FixedPoint;
import dev.unglue.resolve.OpenRow;
import dev.unglue.resolve.PageTrust;
import dev.unglue.split.Cell;
import dev.unglue.split.CellWeights;
import dev.unglue.split.NameShape;
import dev.unglue.split.Question;
import dev.unglue.split.Split;
import dev.unglue.split.Splitter;
import dev.unglue.split.WeighedReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks every row in doubt again, with what all other captures say (design, section 3, step 5):
 * field by field, so that only the rows of one field are held at a time.
 *
 * <p>Rows in doubt are those that their own page leaves open, and those that it decides by a guess.
 * It always begins from what the pages themselves say, never from what an earlier run made of them;
 * so the outcome depends on the captures in the store alone, and not on the runs that brought them.
 */
final class RereadJob {
  /** Readings a million times less likely than the best are no evidence for anything. */
  private static final double LIKELY = 14;

  private final Catalogue catalogue;
  private final RowKinds kinds;
  private final RowParser parser;
  private final Splitter splitter;
  private final RowNormalizer normalizer;

  RereadJob(Catalogue catalogue) {
    NameShape shape = NameKnowledge.shape(catalogue);
    this.catalogue = catalogue;
    this.kinds = new RowKinds(catalogue);
    this.splitter = Splitter.standard(shape);
    this.parser = new RowParser(catalogue, kinds, splitter::split);
    this.normalizer = new RowNormalizer(catalogue);
  }

  void run(Load load) {
    Set<String> open = load.openAttributes();
    List<Field> fields = Field.of(catalogue);
    for (Field field : fields) {
      if (field.ids().stream().anyMatch(open::contains)) {
        FieldCells cells = new FieldCells(field, catalogue);
        load.forEachCapture(FieldCells.attributes(field, fields, catalogue), cells::add);
        reread(field, cells, load);
      }
    }
    load.endResolutions();
  }

  private void reread(Field field, FieldCells cells, Load load) {
    RowKind kind = kinds.of(field.attributes());
    Set<String> apart = cells.apart();
    List<DoubtfulRow> rows = new ArrayList<>();
    List<OpenRow> open = new ArrayList<>();
    for (DoubtfulRow row : cells.rows()) {
      openRow(row, question(kind, row, apart, List.of()))
          .ifPresent(
              readable -> {
                rows.add(row);
                open.add(readable);
              });
    }
    List<List<Belief>> beliefs =
        FixedPoint.beliefs(open, cells.known(), PageTrust.of(catalogue.weights()));
    for (int i = 0; i < rows.size(); i++) {
      if (isTold(open.get(i), beliefs.get(i), apart)) {
        answer(field, rows.get(i), question(kind, rows.get(i), apart, beliefs.get(i)), load);
      }
    }
  }

  private Question question(
      RowKind kind, DoubtfulRow row, Set<String> apart, List<Belief> beliefs) {
    Question alone = parser.question(row.row(), row.subjects().size(), kind, Known.of(row.known()));
    List<CellWeights> others =
        beliefs.stream().map(belief -> new CellWeights(belief.byCell(), belief.other())).toList();
    return new Question(
        alone.text(),
        alone.join(),
        alone.columns(),
        alone.attributes(),
        alone.forms(),
        alone.marks(),
        alone.hints().with(apart, others));
  }

  /** The row as the fixed point sees it; absent where it has too few cells. */
  private Optional<OpenRow> openRow(DoubtfulRow row, Question question) {
    List<WeighedReading> readings = splitter.readings(question);
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    double least = readings.get(0).weight() - LIKELY;
    return Optional.of(
        new OpenRow(
            Long.toString(row.capture()),
            question.text().text(),
            row.subjects().stream().map(s -> FieldCells.subject(s, row.label())).toList(),
            readings.stream()
                .filter(reading -> reading.weight() >= least)
                .map(RereadJob::option)
                .toList()));
  }

  private static OpenRow.Option option(WeighedReading reading) {
    return new OpenRow.Option(reading.cells().stream().map(Cell::key).toList(), reading.weight());
  }

  /** True if another page says anything that may make a difference. */
  private static boolean isTold(OpenRow row, List<Belief> beliefs, Set<String> apart) {
    return beliefs.stream().anyMatch(belief -> !belief.isNeutral())
        || row.options().stream()
            .anyMatch(option -> option.cells().stream().anyMatch(apart::contains));
  }

  // --- answers --------------------------------------------------------------------------------

  private void answer(Field field, DoubtfulRow row, Question question, Load load) {
    Optional<GridRow> read =
        splitter
            .split(question)
            .match(
                decided -> decided(field, row, decided),
                ambiguous -> withdrawn(field, row, ambiguous),
                few -> Optional.empty(),
                impossible -> Optional.empty());
    read.ifPresent(answer -> store(row, answer, load));
  }

  /** Absent where the page alone says the same. */
  private Optional<GridRow> decided(Field field, DoubtfulRow row, Split.Decided decided) {
    List<Slice> cells = decided.cells().stream().map(Slice::of).toList();
    String method = method(row, decided);
    boolean same = decided.cells().stream().map(SourceText::text).toList().equals(guess(row));
    return same && !Observation.ACROSS_PAGES.contains(method)
        ? Optional.empty()
        : Optional.of(gridRow(field, row, RowState.READ, cells, method, decided.readings()));
  }

  private static List<String> guess(DoubtfulRow row) {
    return row.guess().stream().map(Joined::plainBlanks).toList();
  }

  /** A guess that other pages contradict is open again; what was open stays so. */
  private Optional<GridRow> withdrawn(Field field, DoubtfulRow row, Split.Ambiguous ambiguous) {
    return row.guess().isEmpty()
        ? Optional.empty()
        : Optional.of(
            gridRow(field, row, RowState.AMBIGUOUS, List.of(), "none", ambiguous.readings()));
  }

  /** What its page alone left open was decided by other pages, whatever weighs most now. */
  private static String method(DoubtfulRow row, Split.Decided decided) {
    if (!row.guess().isEmpty() || Observation.ACROSS_PAGES.contains(decided.method())) {
      return decided.method();
    }
    Map<String, Double> best = decided.readings().get(0).evidence();
    Map<String, Double> next =
        decided.readings().size() > 1 ? decided.readings().get(1).evidence() : Map.of();
    String strongest = "other_pages";
    for (String source : new TreeSet<>(Observation.ACROSS_PAGES)) {
      if (margin(source, best, next) > margin(strongest, best, next)) {
        strongest = source;
      }
    }
    return strongest;
  }

  private static double margin(String source, Map<String, Double> best, Map<String, Double> next) {
    return best.getOrDefault(source, 0.0) - next.getOrDefault(source, 0.0);
  }

  private static GridRow gridRow(
      Field field,
      DoubtfulRow row,
      RowState state,
      List<Slice> cells,
      String method,
      List<Reading> readings) {
    List<String> ids = field.attributes().isEmpty() ? List.of() : field.ids();
    Slice label = new Slice(row.label(), new Span(0, 0));
    Slice body = new Slice(row.raw(), new Span(0, row.raw().length()));
    return new GridRow(label, ids, state, true, body, cells, method, readings);
  }

  /** Stores the cells, unless one gives more or less than the one observation that it has. */
  private void store(DoubtfulRow row, GridRow answer, Load load) {
    List<Observation> cells =
        normalizer.normalize(
            answer, new Place(row.subjects(), row.section(), row.layout(), row.raw()));
    int columns = row.subjects().size();
    if (cells.size() != row.ids().size() * columns) {
      return;
    }
    Counted counted = new Counted(CodePoints.of(row.raw()));
    for (int i = 0; i < cells.size(); i++) {
      // Attribute by attribute and column by column, as they were stored.
      load.resolve(
          row.ids().get(i / columns).get(i % columns),
          counted.of(cells.get(i)).movedBy(row.start()));
    }
  }
}
