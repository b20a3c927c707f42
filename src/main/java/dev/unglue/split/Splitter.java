package dev.unglue.split;

import dev.unglue.model.field.CellForm;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.FormCells;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.ClosedList;
import dev.unglue.split.evidence.DecisionEvidence;
import dev.unglue.split.evidence.EqualCells;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.evidence.KnownValues;
import dev.unglue.split.evidence.LearnedWeights;
import dev.unglue.split.evidence.NameShape;
import dev.unglue.split.evidence.NumberEvidence;
import dev.unglue.split.evidence.OtherPages;
import dev.unglue.split.evidence.SeenApart;
import dev.unglue.split.search.BeamSearch;
import dev.unglue.split.search.BeamSearch.Beam;
import dev.unglue.split.search.BeamSearch.Found;
import dev.unglue.split.search.Probabilities;
import dev.unglue.split.search.Way;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cuts a row's joined text into its cells, or says honestly that it cannot.
 *
 * <p>Every well-formed reading is listed; where more than one remains each source of {@link
 * Evidence} weighs them; the weights make probabilities, and a reading is decided when its
 * probability reaches the threshold of its attribute.
 */
public final class Splitter {
  private static final String UNIQUE = "unique";
  private static final String PROSE = "prose";
  private static final String OTHER_TABLE = "other_table";

  /** Readings that are kept as candidates of an ambiguous cell. */
  static final int KEPT = 8;

  /**
   * Ways to reach one place that are carried on: more than any row of two columns has; with many
   * cells in a column fewer. At the end of the row each way is a whole reading and stays.
   */
  public static final Beam BEAM = new Beam(24, 2_000, Integer.MAX_VALUE);

  /** Weight by which one source alone sets two readings well apart: ten to one. */
  private static final double DECISIVE = 2.3;

  /** The sources whose weights are learned from pages; see {@link LearnedWeights#says}. */
  public static final List<String> LEARNED =
      List.of(
          PROSE,
          OTHER_TABLE,
          NumberEvidence.DERIVED,
          SeenApart.NAME,
          NumberEvidence.TYPICAL,
          NumberEvidence.SOFT_RANGE);

  private final List<Evidence> sources;
  private final List<Evidence> byName;
  private final double cellLost;
  private final Steps steps;

  /**
   * A splitter that asks these sources, the most trusted first; the order tells which of them is
   * named as the method, never what is decided.
   */
  public Splitter(List<Evidence> sources) {
    this(sources, 0);
  }

  /**
   * The same.
   *
   * @param cellLost weight of the reading that a cell is missing without a trace: sites print a
   *     mark for a missing cell, so it is rare
   */
  public Splitter(List<Evidence> sources, double cellLost) {
    this.sources = List.copyOf(sources);
    this.byName = sources.stream().sorted(Comparator.comparing(Evidence::name)).toList();
    this.cellLost = cellLost;
    this.steps = Steps.NONE;
  }

  private Splitter(Splitter like, Steps steps) {
    this.sources = like.sources;
    this.byName = like.byName;
    this.cellLost = like.cellLost;
    this.steps = steps;
  }

  /** The same, which counts what it tries and weighs. */
  public Splitter counting(Steps counted) {
    return new Splitter(this, counted);
  }

  /** A splitter with all sources: those of one page, and of other pages where they are asked. */
  public static Splitter standard(NameShape shape) {
    LearnedWeights learned = shape.weights();
    return new Splitter(
        List.of(
            new DecisionEvidence(),
            new KnownValues(PROSE, learned.says(PROSE)),
            new KnownValues(OTHER_TABLE, learned.says(OTHER_TABLE)),
            NumberEvidence.derived(learned.says(NumberEvidence.DERIVED)),
            new OtherPages(),
            new ClosedList(learned.single("listed")),
            new SeenApart(learned.says(SeenApart.NAME)),
            new EqualCells(learned.single("equal")),
            NumberEvidence.typical(learned.says(NumberEvidence.TYPICAL)),
            NumberEvidence.softRange(learned.says(NumberEvidence.SOFT_RANGE)),
            shape),
        shape.cellLost());
  }

  /** The sources that it asks, the most trusted first. */
  public List<Evidence> sources() {
    return sources;
  }

  /**
   * The readings of one question with their weights, best first: what {@link #split} decides
   * between. Empty where no form gives as many cells as there are columns.
   */
  public List<WeighedReading> readings(Question question) {
    AskedEvidence evidence = new AskedEvidence(sources, byName, question, steps);
    for (FormCells form : forms(question)) {
      Found<Cell> found = cut(form, question.columns(), evidence);
      if (!found.ways().isEmpty()) {
        return ranked(found, evidence);
      }
    }
    return List.of();
  }

  private List<FormCells> forms(Question question) {
    List<FormCells> forms = new ArrayList<>();
    for (CellForm form : question.forms()) {
      forms.add(new FormCells(question, form, steps));
    }
    return forms;
  }

  private Found<Cell> cut(FormCells form, int columns, AskedEvidence evidence) {
    if (!form.canFill(columns)) {
      return new Found<>(List.of(), 0, 0);
    }
    Found<Cell> found = new BeamSearch<>(form, evidence, BEAM).find(columns);
    steps.add(Cost.Kind.READINGS, found.tried());
    return found;
  }

  private static List<WeighedReading> ranked(Found<Cell> found, AskedEvidence evidence) {
    List<WeighedReading> ranked = new ArrayList<>();
    for (Way<Cell> way : found.ways()) {
      List<Cell> cells = way.cells();
      ranked.add(new WeighedReading(cells, way.weight() + evidence.whole(cells)));
    }
    ranked.sort(Comparator.comparingDouble(WeighedReading::weight).reversed());
    return ranked;
  }

  /** Answers one question. Pure and total: any text gets an answer. */
  public Split split(Question question) {
    AskedEvidence evidence = new AskedEvidence(sources, byName, question, steps);
    List<FormCells> forms = forms(question);
    for (FormCells form : forms) {
      Found<Cell> found = cut(form, question.columns(), evidence);
      if (!found.ways().isEmpty()) {
        return split(question, form, found, evidence);
      }
    }
    return forms.stream()
        .flatMap(form -> fewer(question, form, evidence).stream())
        .findFirst()
        .orElseGet(() -> impossible(question));
  }

  private static Split impossible(Question question) {
    return new Split.Impossible(
        "expected %d cells, found none that fit in \"%s\""
            .formatted(question.columns(), CodePoints.cut(question.text().text(), 80)));
  }

  private Split split(
      Question question, FormCells form, Found<Cell> found, AskedEvidence evidence) {
    List<Cell> first = found.ways().get(0).cells();
    boolean only = found.ways().size() == 1;
    if (only && (first.stream().anyMatch(Cell::isMissing) || !mayBeOne(question, form.form()))) {
      return unique(question, first);
    }
    List<WeighedReading> ranked = ranked(found, evidence);
    double best = ranked.get(0).weight();
    Optional<WeighedReading> whole = whole(question, form, best, evidence);
    if (only && whole.isEmpty()) {
      return unique(question, first);
    }
    double lost = whole.map(one -> StrictMath.exp(cellLost + one.weight() - best)).orElse(0.0);
    return decide(question, found.all(), ranked, lost, evidence);
  }

  /**
   * The reading that all of the text is one cell, and the others left no trace. A free text always
   * allows it; any other only where a cut makes odd numbers of a good one: 1 and 6,123 of 16,123.
   */
  private Optional<WeighedReading> whole(
      Question question, FormCells form, double best, AskedEvidence evidence) {
    if (form.form().isFree()) {
      String text = question.text().text();
      List<Cell> one = List.of(new Cell(0, text.length(), text, form.form().read(text)));
      return Optional.of(
          new WeighedReading(
              one, evidence.cell(0, one.get(0), text.length()) + evidence.whole(one)));
    }
    if (best >= 0 || !mayBeOne(question, form.form())) {
      return Optional.empty();
    }
    return ranked(cut(form, 1, evidence), evidence).stream()
        .filter(one -> one.weight() > best)
        .findFirst();
  }

  private static boolean mayBeOne(Question question, CellForm form) {
    return form.isFree() || !form.read(question.text().text()).isEmpty();
  }

  /** The only reading there is: no evidence is asked. */
  private static Split unique(Question question, List<Cell> cells) {
    return new Split.Decided(
        UNIQUE, List.of(new Reading(slices(question.text(), cells), 1, Map.of())));
  }

  private Split decide(
      Question question,
      long all,
      List<WeighedReading> ranked,
      double lost,
      AskedEvidence evidence) {
    if (lost > 1) {
      return new Split.TooFew(List.of(question.text()));
    }
    double[] likely = Probabilities.of(ranked.size(), i -> ranked.get(i).weight(), lost);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < Math.min(KEPT, likely.length); i++) {
      List<Cell> cells = ranked.get(i).cells();
      readings.add(new Reading(slices(question.text(), cells), likely[i], evidence.of(cells)));
    }
    return readings.get(0).probability() < question.threshold() || isContradicted(question, ranked)
        ? new Split.Ambiguous(readings, all)
        : new Split.Decided(decisive(readings), readings);
  }

  /**
   * True if what the page itself says elsewhere excludes each of several readings: the least wrong
   * of them is no better for it, unless all of its values are typical ones. What people or other
   * pages say may still decide.
   */
  private boolean isContradicted(Question question, List<WeighedReading> ranked) {
    return question.hints().others().isEmpty()
        && !isTypical(question, ranked.get(0).cells())
        && !new DecisionEvidence().speaks(question)
        && ranked.stream().allMatch(reading -> contradicts(question, reading.cells()));
  }

  private boolean isTypical(Question question, List<Cell> cells) {
    for (Evidence source : sources) {
      if (source.name().equals(NumberEvidence.TYPICAL)) {
        return IntStream.range(0, cells.size())
            .allMatch(i -> source.ofCell(question, i, cells.get(i)) > 0);
      }
    }
    return false;
  }

  private static boolean contradicts(Question question, List<Cell> cells) {
    for (String source : List.of(PROSE, OTHER_TABLE)) {
      ColumnKeys said = question.hints().known(source);
      for (int i = 0; i < cells.size(); i++) {
        if (said.knows(i) && !said.allows(i, cells.get(i).key())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The source that decided: the most trusted of those that by themselves set the best reading well
   * apart from the next, else the one that sets it furthest apart.
   */
  private static String decisive(List<Reading> ranked) {
    Map<String, Double> first = ranked.get(0).evidence();
    Map<String, Double> second = ranked.size() > 1 ? ranked.get(1).evidence() : Map.of();
    String decisive = UNIQUE;
    double widest = 0;
    for (Map.Entry<String, Double> source : first.entrySet()) {
      double margin = source.getValue() - second.getOrDefault(source.getKey(), 0.0);
      if (margin >= DECISIVE) {
        return source.getKey();
      }
      if (margin > widest) {
        widest = margin;
        decisive = source.getKey();
      }
    }
    return decisive;
  }

  /** Fewer cells than columns, but every one well-formed: some cell left no trace. */
  private Optional<Split> fewer(Question question, FormCells form, AskedEvidence evidence) {
    for (int columns = question.columns() - 1; columns >= 1; columns--) {
      List<Way<Cell>> ways = cut(form, columns, evidence).ways();
      if (ways.size() == 1) {
        return Optional.of(
            new Split.TooFew(
                ways.get(0).cells().stream()
                    .map(cell -> question.text().slice(cell.start(), cell.end()))
                    .toList()));
      }
    }
    return Optional.empty();
  }

  /** The cells with their parts, which are read once. */
  private static List<Slice> slices(SourceText row, List<Cell> cells) {
    List<Slice> slices = new ArrayList<>();
    for (Cell cell : cells) {
      slices.add(new Slice(cell.text(), row.slice(cell.start(), cell.end()).span(), cell.parts()));
    }
    return slices;
  }
}
